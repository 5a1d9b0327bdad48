import { showDate } from '@ke-vai/contract/date/date.ts'
import { personStatuses, riskLevels, sexes, targetGroups } from '@ke-vai/contract/register/codes.ts'
import { type PersonPage as Person, personRead } from '@ke-vai/contract/register/person.ts'
import { Link } from 'wouter'
import { useOwnClubId, useOwnPermissions } from '../account/own-club.ts'
import { useRead } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { PersonReferrals } from '../referral/PersonReferrals.tsx'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'
import { ContactTimeline } from './ContactTimeline.tsx'
import { EscortCard } from './EscortCard.tsx'
import { OpenIdentity } from './OpenIdentity.tsx'
import { PersonMore } from './PersonMore.tsx'
import { SafeContactCard } from './SafeContactCard.tsx'
import { SexQuestion } from './SexQuestion.tsx'

const words = {
  title: { vi: 'Người được hỗ trợ', en: 'Person being supported' },
  back: { vi: 'Sổ theo dõi', en: 'Register' },
  note: { vi: 'Ghi nhanh', en: 'Quick note' },
  reach: { vi: 'Liên hệ', en: 'Reach her' },
  groups: { vi: 'Nhóm', en: 'Groups' },
  status: { vi: 'Tình trạng trong sổ', en: 'Status' },
  risk: { vi: 'Nguy cơ', en: 'Risk' },
  next: { vi: 'Việc tiếp theo', en: 'Next step' },
  sex: { vi: 'Giới tính', en: 'Sex' },
  companion: { vi: 'Người đồng hành', en: 'Accompanied by' },
  assigned: { vi: 'Đã giao', en: 'A member' },
  merged: { vi: 'Gồm cả dòng', en: 'Together with' },
  notAssigned: { vi: 'Chưa giao ai', en: 'Nobody yet' },
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
  return (
    <div className="stack">
      <p className="code big">{person.code}</p>
      {person.merged.length > 0 && (
        <p className="quiet">
          {say(words.merged)} <span className="code">{person.merged.map(({ code }) => code).join(', ')}</span>
        </p>
      )}
      <SafeContactCard
        rule={person.safeContact}
        {...(may.includes('register.write') ? { edit: paths.safeContact(person.id) } : {})}
      />
      <Link href={paths.quickNote(person.id)} className="button button-main wide">
        {say(words.note)}
      </Link>
      {may.includes('contact.record') && (
        <Link href={paths.reach(person.id)} className="button button-quiet wide">
          {say(words.reach)}
        </Link>
      )}
      <dl className="facts">
        <Fact term={say(words.groups)}>
          {person.groups.map((group) => say(targetGroups[group])).join(' · ')}
        </Fact>
        <Fact term={say(words.status)}>{say(personStatuses[person.status])}</Fact>
        <Fact term={say(words.risk)}>{say(riskLevels[person.risk])}</Fact>
        {person.sex !== null && <Fact term={say(words.sex)}>{say(sexes[person.sex])}</Fact>}
        <Fact term={say(words.companion)}>{say(person.assigned ? words.assigned : words.notAssigned)}</Fact>
        {person.nextStep && (
          <Fact term={say(words.next)}>
            {person.nextStep} {person.nextDueOn && `(${showDate(person.nextDueOn)})`}
          </Fact>
        )}
      </dl>
      {person.sex === null && may.includes('register.write') && (
        <SexQuestion clubId={clubId} personId={person.id} />
      )}
      {may.includes('identity.open') && (
        <OpenIdentity clubId={clubId} personId={person.id} rule={person.safeContact} />
      )}
      {may.includes('reception.escort') && <EscortCard clubId={clubId} personId={person.id} />}
      <ContactTimeline clubId={clubId} person={person} />
      <PersonReferrals clubId={clubId} person={person} />
      <PersonMore personId={person.id} />
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
