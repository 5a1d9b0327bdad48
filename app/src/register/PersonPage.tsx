import { showDate } from '@ke-vai/contract/date/date.ts'
import {
  contactKinds,
  personStatuses,
  referralOutcomes,
  referralServices,
  riskLevels,
  targetGroups,
  topics,
} from '@ke-vai/contract/register/codes.ts'
import { type PersonPage as Person, personRead } from '@ke-vai/contract/register/person.ts'
import { Link } from 'wouter'
import { useOwnClubId, useOwnPermissions } from '../account/own-club.ts'
import { useRead } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'
import { OpenIdentity } from './OpenIdentity.tsx'
import { usePendingContacts } from './pending.ts'
import { SafeContactCard } from './SafeContactCard.tsx'

const words = {
  title: { vi: 'Người được hỗ trợ', en: 'Person being supported' },
  back: { vi: 'Sổ theo dõi', en: 'Register' },
  note: { vi: 'Ghi nhanh', en: 'Quick note' },
  contacts: { vi: 'Các cuộc gặp', en: 'Contacts' },
  noContacts: {
    vi: 'Chưa có cuộc gặp nào. Bấm «Ghi nhanh» sau lần gặp đầu tiên.',
    en: 'No contacts yet. Tap “Quick note” after the first one.',
  },
  referrals: { vi: 'Chuyển gửi', en: 'Referrals' },
  groups: { vi: 'Nhóm', en: 'Groups' },
  status: { vi: 'Tình trạng trong sổ', en: 'Status' },
  risk: { vi: 'Nguy cơ', en: 'Risk' },
  next: { vi: 'Việc tiếp theo', en: 'Next step' },
  pending: { vi: 'Đã lưu trong máy, chưa gửi', en: 'Saved on this device, not sent yet' },
} as const

/** One person: how to reach her first, then what was done and what comes next. Her name is behind a reason. */
export function PersonPage({ personId }: { personId: string }) {
  const { say } = useLanguage()
  const clubId = useOwnClubId()
  const person = useRead(personRead, { clubId, personId }, {})
  return (
    <Page title={say(words.title)} back={{ href: paths.register(), text: say(words.back) }}>
      <Reading of={person}>{(data) => <PersonBody clubId={clubId} person={data} />}</Reading>
    </Page>
  )
}

function PersonBody({ clubId, person }: { clubId: string; person: Person }) {
  const { say } = useLanguage()
  const may = useOwnPermissions()
  const pending = usePendingContacts().filter((each) => each.personId === person.id)
  return (
    <div className="stack">
      <p className="code big">{person.code}</p>
      <SafeContactCard rule={person.safeContact} />
      <Link href={paths.quickNote(person.id)} className="button button-main wide">
        {say(words.note)}
      </Link>
      <dl className="facts">
        <Fact term={say(words.groups)}>
          {person.groups.map((group) => say(targetGroups[group])).join(' · ')}
        </Fact>
        <Fact term={say(words.status)}>{say(personStatuses[person.status])}</Fact>
        <Fact term={say(words.risk)}>{say(riskLevels[person.risk])}</Fact>
        {person.nextStep && (
          <Fact term={say(words.next)}>
            {person.nextStep} {person.nextDueOn && `(${showDate(person.nextDueOn)})`}
          </Fact>
        )}
      </dl>
      {may.includes('identity.open') && <OpenIdentity clubId={clubId} personId={person.id} />}
      <section>
        <h2>{say(words.contacts)}</h2>
        {person.contacts.length + pending.length === 0 && <p className="empty">{say(words.noContacts)}</p>}
        <ul className="timeline">
          {pending.map((each) => (
            <li key={each.contactId}>
              <strong>{showDate(each.onDay)}</strong>{' '}
              {each.kinds.map((kind) => say(contactKinds[kind])).join(' + ')}
              <span className="pending">{say(words.pending)}</span>
            </li>
          ))}
          {person.contacts.map((each) => (
            <li key={each.id}>
              <strong>{showDate(each.onDay)}</strong>{' '}
              {each.kinds.map((kind) => say(contactKinds[kind])).join(' + ')}
              <span className="quiet">{each.topics.map((topic) => say(topics[topic])).join(' · ')}</span>
            </li>
          ))}
        </ul>
      </section>
      {person.referrals.length > 0 && (
        <section>
          <h2>{say(words.referrals)}</h2>
          <ul className="timeline">
            {person.referrals.map((each) => (
              <li key={each.id}>
                <strong>{showDate(each.sentOn)}</strong> {say(referralServices[each.service])}
                <span className="quiet">{say(referralOutcomes[each.outcome])}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function Fact({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}
