import { type PlainDate, today } from '@ke-vai/contract/date/date.ts'
import {
  type GrantPlace,
  type GrantsHere,
  grantGive,
  grantGivePowerful,
} from '@ke-vai/contract/grant/grant.ts'
import { isPowerful } from '@ke-vai/contract/grant/rules.ts'
import { type Role, roles } from '@ke-vai/contract/permissions.ts'
import type { Place } from '@ke-vai/contract/place/place.ts'
import { useState } from 'react'
import { AskSecond } from '../approval/approval.tsx'
import { CommandForm } from '../club/CommandForm.tsx'
import { PlaceChoice } from '../club/PlaceChoice.tsx'
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
  which: { vi: 'Câu lạc bộ hay đơn vị nào?', en: 'Which one?' },
  club: { vi: 'Câu lạc bộ', en: 'A club' },
  organisation: { vi: 'Đơn vị', en: 'An organisation' },
  place: { vi: 'Địa bàn', en: 'A place' },
  role: { vi: 'Vai trò', en: 'Role' },
  since: { vi: 'Từ ngày', en: 'From' },
  until: { vi: 'Đến hết ngày (bỏ trống nếu chưa định)', en: 'To the end of (leave empty if open)' },
  give: { vi: 'Phân vai trò', en: 'Give the role' },
  ask: { vi: 'Đề nghị phân vai trò', en: 'Ask for the role' },
} as const

type Kind = 'club' | 'organisation' | 'place'
const kinds: readonly Kind[] = ['club', 'organisation', 'place']
const keyOf = (place: GrantPlace) => place.clubId ?? place.organisationId
const kindOf = (place: GrantPlace): Kind => (place.clubId === null ? 'organisation' : 'club')

interface Props {
  here: GrantsHere
  /** Where the list was read: it asks for the roles at a place. */
  organisationId: string | null
  onDone: () => void
}

/** Gives a member's role at once; asks a second person for every other one. */
export function GiveForm({ here, organisationId, onDone }: Props) {
  const { say } = useLanguage()
  const places = here.places.filter((each) => each.mayGive.length > 0)
  const { province, commune } = here.mayGiveAtPlace
  const atPlace = organisationId !== null && province.length + commune.length > 0
  const offeredKinds = kinds.filter((kind) =>
    kind === 'place' ? atPlace : places.some((each) => kindOf(each) === kind),
  )
  const [accountId, setAccountId] = useState('')
  const [chosenKind, setKind] = useState<Kind | null>(null)
  const [placeKey, setPlaceKey] = useState(places.length === 1 && places[0] ? keyOf(places[0]) : '')
  const [unit, setUnit] = useState<Place | null>(null)
  const [chosen, setChosen] = useState<Role | null>(null)
  const [since, setSince] = useState<PlainDate | null>(today())
  const [until, setUntil] = useState<PlainDate | null>(null)
  const people = new Map(
    here.grants.filter((each) => !each.mine).map((each) => [each.accountId, each.displayName]),
  )
  if (people.size === 0) return <p className="empty">{say(words.none)}</p>
  const kind = offeredKinds.length === 1 ? offeredKinds[0] : chosenKind
  const listed = places.filter((each) => kindOf(each) === kind)
  const place = listed.find((each) => keyOf(each) === placeKey)
  const level = unit?.level === 'province' || unit?.level === 'commune' ? unit.level : null
  const rolesThere = level ? here.mayGiveAtPlace[level] : []
  const offered = kind === 'place' ? rolesThere : (place?.mayGive ?? [])
  const role =
    offered.length === 1 ? (offered[0] ?? null) : chosen && offered.includes(chosen) ? chosen : null
  const given = () => ({ grantId: crypto.randomUUID(), accountId, since: since ?? today(), until })
  const ready = accountId !== '' && role !== null && since !== null
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
      {offeredKinds.length > 1 && (
        <Choice
          label={say(words.where)}
          options={offeredKinds.map((code) => ({ code, text: say(words[code]) }))}
          chosen={kind ? [kind] : []}
          onChange={([code]) => setKind(code ?? null)}
        />
      )}
      {kind && kind !== 'place' && places.length > 1 && (
        <Field label={say(offeredKinds.length > 1 ? words.which : words.where)}>
          <select value={placeKey} onChange={(event) => setPlaceKey(event.target.value)}>
            <option value="">…</option>
            {listed.map((each) => (
              <option key={keyOf(each)} value={keyOf(each)}>
                {each.name}
              </option>
            ))}
          </select>
        </Field>
      )}
      {kind === 'place' && (
        <PlaceChoice
          chosen={unit}
          onChange={setUnit}
          level={province.length === 0 ? 'commune' : commune.length === 0 ? 'province' : null}
          asOf={today()}
        />
      )}
      {offered.length > 0 && (
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
  if (role !== null && isPowerful(role))
    return (
      <AskSecond
        command={grantGivePowerful}
        submit={say(words.ask)}
        ready={ready}
        args={() => ({
          organisationId: (kind === 'place' ? organisationId : place?.organisationId) ?? '',
          clubId: kind === 'place' ? null : (place?.clubId ?? null),
          place:
            kind === 'place' && unit && level ? { level, code: unit.code, validFrom: unit.validFrom } : null,
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
