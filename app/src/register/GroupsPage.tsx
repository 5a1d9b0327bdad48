import { type PlainDate, showDate, today } from '@ke-vai/contract/date/date.ts'
import { type TargetGroup, targetGroups } from '@ke-vai/contract/register/codes.ts'
import { type PersonPage, personGroupsSet, personRead } from '@ke-vai/contract/register/person.ts'
import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { useOwnClubId } from '../account/own-club.ts'
import { sendNow } from '../api/api.ts'
import { readAgain, useRead } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Notice } from '../ui/Notice.tsx'
import { optionsOf } from '../ui/options.ts'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'
import { useSending } from './use-sending.ts'

const words = {
  title: { vi: 'Nhóm', en: 'Groups' },
  back: { vi: 'Người này', en: 'This person' },
  groups: { vi: 'Nhóm hiện nay (có thể chọn nhiều)', en: 'Groups now (several may apply)' },
  day: { vi: 'Thay đổi từ ngày', en: 'Changed on' },
  save: { vi: 'Lưu thay đổi', en: 'Save the change' },
  history: { vi: 'Các lần thay đổi', en: 'History' },
  kept: {
    vi: 'Nhóm cũ không mất đi: sổ giữ lại từ ngày nào đến ngày nào.',
    en: 'Earlier groups are kept with their dates.',
  },
  now: { vi: 'đến nay', en: 'until now' },
} as const

/** Which groups she belongs to now; what was before stays with its dates. */
export function GroupsPage({ personId }: { personId: string }) {
  const { say } = useLanguage()
  const clubId = useOwnClubId()
  const person = useRead(personRead, { clubId, personId }, {})
  return (
    <Page title={say(words.title)} back={{ href: paths.person(personId), text: say(words.back) }}>
      <Reading of={person}>{(data) => <GroupsForm clubId={clubId} person={data} />}</Reading>
    </Page>
  )
}

function GroupsForm({ clubId, person }: { clubId: string; person: PersonPage }) {
  const { say } = useLanguage()
  const [, go] = useLocation()
  const [groups, setGroups] = useState<TargetGroup[]>(person.groups)
  const [onDay, setOnDay] = useState<PlainDate | null>(today())
  const sending = useSending()
  const same = groups.length === person.groups.length && groups.every((each) => person.groups.includes(each))

  function submit(event: FormEvent) {
    event.preventDefault()
    if (onDay === null) return
    void sending.run(async () => {
      await sendNow(personGroupsSet, { clubId, personId: person.id, groups, onDay })
      readAgain()
      go(paths.person(person.id))
    })
  }

  return (
    <form className="stack" onSubmit={submit}>
      <p className="code big">{person.code}</p>
      <Choice
        label={say(words.groups)}
        several
        options={optionsOf(targetGroups, say)}
        chosen={groups}
        onChange={setGroups}
      />
      <DateField label={say(words.day)} value={onDay} onChange={setOnDay} />
      <section>
        <h2>{say(words.history)}</h2>
        <p className="hint">{say(words.kept)}</p>
        <ul className="timeline">
          {person.groupHistory.map((each) => (
            <li key={`${each.group} ${each.since}`}>
              {say(targetGroups[each.group])}
              <span className="quiet">
                {showDate(each.since)} – {each.until ? showDate(each.until) : say(words.now)}
              </span>
            </li>
          ))}
        </ul>
      </section>
      {sending.problem && <Notice kind="problem">{say(sending.problem.message)}</Notice>}
      <div className="stick">
        <Button
          type="submit"
          wide
          busy={sending.busy}
          disabled={groups.length === 0 || onDay === null || same}
        >
          {say(words.save)}
        </Button>
      </div>
    </form>
  )
}
