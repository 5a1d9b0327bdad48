import { type PlainDate, today } from '@ke-vai/contract/date/date.ts'
import {
  type GrantPlace,
  type GrantsHere,
  grantGive,
  grantGivePowerful,
} from '@ke-vai/contract/grant/grant.ts'
import { isPowerful } from '@ke-vai/contract/grant/rules.ts'
import { type Role, roles } from '@ke-vai/contract/permissions.ts'
import { useState } from 'react'
import { AskSecond } from '../approval/approval.tsx'
import { CommandForm } from '../club/CommandForm.tsx'
import { useLanguage } from '../language/language.ts'
import { Choice } from '../ui/Choice.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Field } from '../ui/Field.tsx'

const words = {
  who: { vi: 'Ai?', en: 'Who?' },
  choose: { vi: 'Chọn một người', en: 'Choose a person' },
  none: {
    vi: 'Chưa có ai khác ở đây để phân vai trò. Chị mời người mới trước.',
    en: 'There is nobody else here yet. Invite somebody first.',
  },
  where: { vi: 'Ở đâu?', en: 'Where?' },
  role: { vi: 'Vai trò', en: 'Role' },
  since: { vi: 'Từ ngày', en: 'From' },
  until: { vi: 'Đến hết ngày (bỏ trống nếu chưa định)', en: 'To the end of (leave empty if open)' },
  give: { vi: 'Phân vai trò', en: 'Give the role' },
  ask: { vi: 'Đề nghị phân vai trò', en: 'Ask for the role' },
} as const

const keyOf = (place: GrantPlace) => place.clubId ?? place.organisationId

/** Gives a member's role at once; asks a second person for every other one. */
export function GiveForm({ here, onDone }: { here: GrantsHere; onDone: () => void }) {
  const { say } = useLanguage()
  const places = here.places.filter((each) => each.mayGive.length > 0)
  const [accountId, setAccountId] = useState('')
  const [placeKey, setPlaceKey] = useState(places.length === 1 && places[0] ? keyOf(places[0]) : '')
  const [chosen, setChosen] = useState<Role | null>(null)
  const [since, setSince] = useState<PlainDate | null>(today())
  const [until, setUntil] = useState<PlainDate | null>(null)
  const people = new Map(
    here.grants.filter((each) => !each.mine).map((each) => [each.accountId, each.displayName]),
  )
  if (people.size === 0) return <p className="empty">{say(words.none)}</p>
  const place = places.find((each) => keyOf(each) === placeKey)
  const offered = place?.mayGive ?? []
  const role =
    offered.length === 1 ? (offered[0] ?? null) : chosen && offered.includes(chosen) ? chosen : null
  const given = () => ({ grantId: crypto.randomUUID(), accountId, since: since ?? today(), until })
  const ready = accountId !== '' && place !== undefined && role !== null && since !== null
  const fields = (
    <>
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
      {places.length > 1 && (
        <Field label={say(words.where)}>
          <select value={placeKey} onChange={(event) => setPlaceKey(event.target.value)}>
            <option value="">…</option>
            {places.map((each) => (
              <option key={keyOf(each)} value={keyOf(each)}>
                {each.name}
              </option>
            ))}
          </select>
        </Field>
      )}
      {place && (
        <Choice
          label={say(words.role)}
          options={offered.map((code) => ({ code, text: say(roles[code]) }))}
          chosen={role ? [role] : []}
          onChange={([code]) => setChosen(code ?? null)}
        />
      )}
      <DateField label={say(words.since)} value={since} onChange={setSince} />
      <DateField label={say(words.until)} value={until} onChange={setUntil} />
    </>
  )
  if (role !== null && isPowerful(role) && place)
    return (
      <AskSecond
        command={grantGivePowerful}
        submit={say(words.ask)}
        ready={ready}
        args={() => ({
          organisationId: place.organisationId,
          clubId: place.clubId,
          role: role as 'club_chair',
          ...given(),
        })}
        onDone={onDone}
      >
        {fields}
      </AskSecond>
    )
  return (
    <CommandForm
      command={grantGive}
      submit={say(words.give)}
      ready={ready}
      args={() => ({ clubId: place?.clubId ?? '', ...given() })}
      onDone={onDone}
    >
      {fields}
    </CommandForm>
  )
}
