import { invitationMakeReturn } from '@ke-vai/contract/account/invitation.ts'
import type { GrantsHere } from '@ke-vai/contract/grant/grant.ts'
import { useState } from 'react'
import { AskSecond } from '../approval/approval.tsx'
import { useLanguage } from '../language/language.ts'
import { Field } from '../ui/Field.tsx'

const words = {
  lead: {
    vi: 'Dùng khi người ấy mất máy hoặc quên mật khẩu. Cách vào cũ sẽ thôi dùng được. Xin gặp hoặc gọi để chắc đúng là người ấy.',
    en: 'For somebody who lost her phone or password. Her old ways in end. Please meet or call her to be sure that it is she.',
  },
  who: { vi: 'Ai?', en: 'Who?' },
  choose: { vi: 'Chọn một người', en: 'Choose a person' },
  ask: { vi: 'Đề nghị mở lại lối vào', en: 'Ask to let her back in' },
} as const

/** Asks a second person to let somebody back in. */
export function LetBackForm({ here, organisationId }: { here: GrantsHere; organisationId: string }) {
  const { say } = useLanguage()
  const [accountId, setAccountId] = useState('')
  const people = new Map(
    here.grants
      .filter((each) => !each.mine && each.endedOn === null)
      .map((each) => [each.accountId, each.displayName]),
  )
  return (
    <AskSecond
      command={invitationMakeReturn}
      submit={say(words.ask)}
      ready={accountId !== ''}
      args={() => ({ invitationId: crypto.randomUUID(), organisationId, accountId })}
    >
      <p>{say(words.lead)}</p>
      <Field label={say(words.who)}>
        <select value={accountId} onChange={(event) => setAccountId(event.target.value)}>
          <option value="">{say(words.choose)}</option>
          {[...people].map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </Field>
    </AskSecond>
  )
}
