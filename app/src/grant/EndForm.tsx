import { type GrantLine, grantEnd } from '@ke-vai/contract/grant/grant.ts'
import { useState } from 'react'
import { CommandForm } from '../club/CommandForm.tsx'
import { useLanguage } from '../language/language.ts'
import { Field } from '../ui/Field.tsx'

const words = {
  reason: { vi: 'Lý do', en: 'Reason' },
  hint: {
    vi: 'Vai trò thôi ngay khi chị bấm nút. Việc đã làm vẫn còn trong sổ.',
    en: 'The role ends at once. What was done stays in the books.',
  },
  end: { vi: 'Thôi vai trò ngay', en: 'End it now' },
} as const

interface Props {
  grant: GrantLine
  /** Where the list was read: a role at a place is ended in the organisation that stands over it. */
  organisationId: string | null
  onDone: () => void
}

/** Ends one role, with a reason. */
export function EndForm({ grant, organisationId, onDone }: Props) {
  const { say } = useLanguage()
  const [reason, setReason] = useState('')
  return (
    <CommandForm
      command={grantEnd}
      submit={say(words.end)}
      ready={reason.trim() !== ''}
      args={() => ({
        clubId: grant.clubId,
        organisationId: grant.place ? organisationId : grant.clubId === null ? grant.organisationId : null,
        grantId: grant.id,
        reason,
      })}
      onDone={onDone}
    >
      <Field label={say(words.reason)} hint={say(words.hint)}>
        <input
          maxLength={200}
          autoComplete="off"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
    </CommandForm>
  )
}
