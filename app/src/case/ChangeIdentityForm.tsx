import { type CaseIdentity, caseIdentityChange } from '@ke-vai/contract/case/case.ts'
import { useState } from 'react'
import { CommandForm } from '../club/CommandForm.tsx'
import { useLanguage } from '../language/language.ts'
import { TextArea } from '../month/TextArea.tsx'
import { Field } from '../ui/Field.tsx'
import { identityFields } from './identity-fields.ts'

const words = {
  save: { vi: 'Lưu thông tin riêng', en: 'Save the identity' },
  whole: {
    vi: 'Bản này thay cho bản cũ; điều đã xóa ở đây không còn được giữ.',
    en: 'This takes the place of what was there; what is removed here is kept nowhere.',
  },
} as const

interface Props {
  organisationId: string
  caseId: string
  /** As it was opened just now. */
  identity: CaseIdentity
  /** What is open closes by itself; it does not while somebody types. */
  onTyping: () => void
  onDone: () => void
}

/** Writes who she is as a whole, beginning with what was opened. Nothing of it is ever filled in without an opening. */
export function ChangeIdentityForm({ organisationId, caseId, identity, onTyping, onDone }: Props) {
  const { say } = useLanguage()
  const [typed, setTyped] = useState(identity)
  const set = (field: keyof CaseIdentity, value: string) => {
    setTyped({ ...typed, [field]: field === 'calledBy' || value !== '' ? value : null })
    onTyping()
  }
  return (
    <CommandForm
      command={caseIdentityChange}
      args={() => ({ organisationId, caseId, identity: typed })}
      submit={say(words.save)}
      onDone={onDone}
    >
      {identityFields.map(({ field, term, longest }) =>
        longest > 120 ? (
          <TextArea
            key={field}
            label={say(term)}
            rows={3}
            maxLength={longest}
            value={typed[field] ?? ''}
            onChange={(value) => set(field, value)}
          />
        ) : (
          <Field key={field} label={say(term)}>
            <input
              autoComplete="off"
              maxLength={longest}
              value={typed[field] ?? ''}
              onChange={(event) => set(field, event.target.value)}
            />
          </Field>
        ),
      )}
      <p className="hint">{say(words.whole)}</p>
    </CommandForm>
  )
}
