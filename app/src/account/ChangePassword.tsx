import { passwordRule, passwordSet } from '@ke-vai/contract/account/password.ts'
import { commonRefusals } from '@ke-vai/contract/refusal.ts'
import { type FormEvent, useState } from 'react'
import { askSteppedUp } from '../api/api.ts'
import { readAgain } from '../api/use-read.ts'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { NewPassword } from './NewPassword.tsx'
import { openFromNowOn } from './session.ts'
import { useAsking } from './use-asking.ts'

const words = {
  change: { vi: 'Đổi mật khẩu', en: 'Change the password' },
  set: { vi: 'Đặt mật khẩu', en: 'Set a password' },
  ends: {
    vi: 'Các máy khác sẽ bị đăng xuất. Máy này vẫn mở được bằng mật khẩu mới.',
    en: 'Your other devices are signed out. This one opens with the new password.',
  },
} as const

interface Props {
  username: string
  hasCode: boolean
  hasPassword: boolean
}

/** A new password, of the account and of this device's vault. */
export function ChangePassword(props: Props) {
  const { say } = useLanguage()
  const text = say(props.hasPassword ? words.change : words.set)
  return <Opening text={text}>{(close) => <PasswordForm {...props} text={text} onDone={close} />}</Opening>
}

function PasswordForm({ username, hasCode, text, onDone }: Props & { text: string; onDone: () => void }) {
  const { say } = useLanguage()
  const [password, setPassword] = useState('')
  const { busy, problem, run } = useAsking()

  async function change() {
    await askSteppedUp(passwordSet, { password })
    await openFromNowOn({ password })
    readAgain()
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (await run(change, commonRefusals.fault.message)) onDone()
  }
  return (
    <form className="stack" onSubmit={submit}>
      <NewPassword username={username} hasCode={hasCode} value={password} onChange={setPassword} />
      <p className="hint">{say(words.ends)}</p>
      {problem && <Notice kind="problem">{say(problem)}</Notice>}
      <Button
        type="submit"
        wide
        busy={busy}
        disabled={password === '' || passwordRule(password, { username, hasCode }) !== null}
      >
        {text}
      </Button>
    </form>
  )
}
