import { invitationMake, invitationMakePowerful } from '@ke-vai/contract/account/invitation.ts'
import type { ArgsOf, ResultOf } from '@ke-vai/contract/command.ts'
import type { GrantPlace, GrantsHere } from '@ke-vai/contract/grant/grant.ts'
import { isPowerful } from '@ke-vai/contract/grant/rules.ts'
import { type Role, roles } from '@ke-vai/contract/permissions.ts'
import { commonRefusals } from '@ke-vai/contract/refusal.ts'
import { type FormEvent, useState } from 'react'
import { sendNow } from '../api/api.ts'
import { readAgain } from '../api/use-read.ts'
import { AskSecond } from '../approval/approval.tsx'
import { useLanguage } from '../language/language.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { InvitationLink } from './InvitationLink.tsx'
import { useAsking } from './use-asking.ts'

const words = {
  who: { vi: 'Mời ai?', en: 'Whom?' },
  whoHint: { vi: 'Tên mà mọi người gọi, ví dụ: Chị Mai', en: 'What people call her, for example: Chị Mai' },
  where: { vi: 'Vào đâu?', en: 'Where?' },
  role: { vi: 'Vai trò', en: 'Role' },
  make: { vi: 'Tạo lời mời', en: 'Make the invitation' },
  ask: { vi: 'Đề nghị mời', en: 'Ask for the invitation' },
  nothing: {
    vi: 'Chị chưa được phân quyền mời ai ở đây.',
    en: 'You have not been granted to invite anybody here.',
  },
  another: { vi: 'Mời thêm một người', en: 'Invite another' },
} as const

const keyOf = (place: GrantPlace) => place.clubId ?? place.organisationId

/** For whom, where and as what: a member's link is made at once, every other one takes a second person. */
export function InviteForm({ here }: { here: GrantsHere }) {
  const { say } = useLanguage()
  const places = here.places.filter((each) => each.mayGive.length > 0)
  const [displayName, setDisplayName] = useState('')
  const [placeKey, setPlaceKey] = useState(places.length === 1 && places[0] ? keyOf(places[0]) : '')
  const [chosen, setChosen] = useState<Role | null>(null)
  const [made, setMade] = useState<ResultOf<typeof invitationMake> | null>(null)
  const { busy, problem, run } = useAsking()
  const place = places.find((each) => keyOf(each) === placeKey)
  const offered = place?.mayGive ?? []
  const role =
    offered.length === 1 ? (offered[0] ?? null) : chosen && offered.includes(chosen) ? chosen : null
  const ready = displayName.trim() !== '' && place !== undefined && role !== null

  if (places.length === 0) return <p className="empty">{say(words.nothing)}</p>
  if (made)
    return (
      <div className="stack">
        <InvitationLink made={made} displayName={displayName} />
        <Button
          look="quiet"
          onClick={() => {
            setMade(null)
            setDisplayName('')
          }}
        >
          {say(words.another)}
        </Button>
      </div>
    )
  const fields = (
    <>
      <Field label={say(words.who)} hint={say(words.whoHint)}>
        <input
          autoComplete="off"
          maxLength={120}
          required
          value={displayName}
          onChange={(event) => setDisplayName(event.target.value)}
        />
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
    </>
  )
  if (place && role !== null && isPowerful(role))
    return (
      <AskSecond
        command={invitationMakePowerful}
        submit={say(words.ask)}
        ready={ready}
        args={() => ({
          invitationId: crypto.randomUUID(),
          organisationId: place.organisationId,
          clubId: place.clubId,
          // What is offered is what may be given; a member's role was told apart above.
          role: role as ArgsOf<typeof invitationMakePowerful>['role'],
          displayName,
        })}
      >
        {fields}
      </AskSecond>
    )
  const make = async () => {
    const args = { invitationId: crypto.randomUUID(), clubId: place?.clubId ?? '', displayName }
    setMade(await sendNow(invitationMake, args))
    readAgain()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void run(make, commonRefusals.fault.message)
  }
  return (
    <form className="stack" onSubmit={submit}>
      {fields}
      {problem && <Notice kind="problem">{say(problem)}</Notice>}
      <Button type="submit" wide busy={busy} disabled={!ready}>
        {say(words.make)}
      </Button>
    </form>
  )
}
