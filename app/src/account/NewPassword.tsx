import { passwordRule } from '@ke-vai/contract/account/password.ts'
import { useState } from 'react'
import { useLanguage } from '../language/language.ts'
import { Field } from '../ui/Field.tsx'
import { passwordWords } from './password-words.ts'

const words = {
  label: { vi: 'Mật khẩu mới', en: 'New password' },
  show: { vi: 'Hiện mật khẩu', en: 'Show password' },
} as const

interface Props {
  username: string
  hasCode: boolean
  value: string
  onChange: (typed: string) => void
}

/** A new password, with the rule in words while it is typed. */
export function NewPassword({ username, hasCode, value, onChange }: Props) {
  const { say } = useLanguage()
  const [shown, setShown] = useState(false)
  const good = value !== '' && passwordRule(value, { username, hasCode }) === null
  return (
    <>
      <Field label={say(words.label)}>
        <input
          type={shown ? 'text' : 'password'}
          autoComplete="new-password"
          maxLength={400}
          required
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      </Field>
      <p role="status" className={good ? 'good' : 'quiet'}>
        {say(passwordWords(value, { username, hasCode }))}
      </p>
      <label className="tick">
        <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
        {say(words.show)}
      </label>
    </>
  )
}
