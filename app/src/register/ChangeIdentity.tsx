import { identityChange } from '@ke-vai/contract/register/identity-change.ts'
import type { Identity } from '@ke-vai/contract/register/person.ts'
import { type FormEvent, useState } from 'react'
import { sendNow } from '../api/api.ts'
import { readAgain } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import {
  changesOf,
  type IdentityChanges,
  type IdentityField,
  identityFields,
  textsOf,
} from './identity-changes.ts'
import { identityWords } from './identity-words.ts'
import { useSending } from './use-sending.ts'

const words = {
  lead: {
    vi: 'Sửa chỗ nào sai; để trống là bỏ đi. Chỉ phần đã sửa được ghi lại.',
    en: 'Correct what is wrong; an empty field is taken out. Only what you changed is written.',
  },
  save: { vi: 'Lưu phần đã sửa', en: 'Save the corrections' },
  leave: { vi: 'Thôi, không sửa', en: 'Change nothing' },
} as const

interface Props {
  clubId: string
  personId: string
  identity: Identity
  onSaved: (changes: IdentityChanges) => void
  onLeave: () => void
}

/** Corrects what identifies her, within the minutes for which it is open; nothing that is typed is kept on the device. */
export function ChangeIdentity({ clubId, personId, identity, onSaved, onLeave }: Props) {
  const { say } = useLanguage()
  const [texts, setTexts] = useState(textsOf(identity))
  const sending = useSending()
  const changes = changesOf(identity, texts)

  function submit(event: FormEvent) {
    event.preventDefault()
    void sending.run(async () => {
      await sendNow(identityChange, { clubId, personId, changes })
      onSaved(changes)
      readAgain()
    })
  }

  return (
    <form className="stack" onSubmit={submit}>
      <p className="hint">{say(words.lead)}</p>
      {(Object.keys(identityFields) as IdentityField[]).map((field) => (
        <Field key={field} label={say(identityWords[field])}>
          <input
            required={field === 'name'}
            maxLength={identityFields[field]}
            autoComplete="off"
            {...(field === 'phone' ? { inputMode: 'tel' as const } : {})}
            value={texts[field]}
            onChange={(event) => setTexts((before) => ({ ...before, [field]: event.target.value }))}
          />
        </Field>
      ))}
      {sending.problem && <Notice kind="problem">{say(sending.problem.message)}</Notice>}
      <div className="actions">
        <Button
          type="submit"
          busy={sending.busy}
          disabled={Object.keys(changes).length === 0 || texts.name.trim() === ''}
        >
          {say(words.save)}
        </Button>
        <Button look="quiet" onClick={onLeave}>
          {say(words.leave)}
        </Button>
      </div>
    </form>
  )
}
