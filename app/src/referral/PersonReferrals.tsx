import { showDate } from '@ke-vai/contract/date/date.ts'
import { referralListOfPerson } from '@ke-vai/contract/referral/of-person.ts'
import { referralOutcomes, referralServices } from '@ke-vai/contract/register/codes.ts'
import type { PersonPage } from '@ke-vai/contract/register/person.ts'
import { useOwnPermissions } from '../account/own-club.ts'
import { useRead } from '../api/use-read.ts'
import { PersonConsents } from '../consent/consent.tsx'
import { useLanguage } from '../language/language.ts'
import { PersonReferralCard } from './PersonReferralCard.tsx'

const words = {
  title: { vi: 'Chuyển gửi', en: 'Referrals' },
  paper: { vi: 'Theo sổ giấy', en: 'From the paper book' },
} as const

interface Props {
  clubId: string
  person: PersonPage
}

/** Her referrals, each with its state, its clock and what may come next; below them what the paper book said. */
export function PersonReferrals({ clubId, person }: Props) {
  const { say } = useLanguage()
  const may = useOwnPermissions()
  const list = useRead(referralListOfPerson, { clubId, personId: person.id }, {})
  const mayWrite = may.includes('register.write')
  const carried = mayWrite ? (list.data?.referrals ?? []) : []
  const known = new Set(carried.map(({ id }) => id))
  // Of the book alone; and all of them while no answer came.
  const lines = person.referrals.filter(({ id }) => !known.has(id))
  if (carried.length + lines.length === 0) return null
  return (
    <section className="stack">
      <h2>{say(words.title)}</h2>
      {carried.map((each) => (
        <PersonReferralCard key={each.id} clubId={clubId} personId={person.id} referral={each} />
      ))}
      {mayWrite && carried.length > 0 && <PersonConsents clubId={clubId} personId={person.id} />}
      {lines.length > 0 && (
        <>
          {carried.length > 0 && <h3>{say(words.paper)}</h3>}
          <ul className="timeline">
            {lines.map((each) => (
              <li key={each.id}>
                <strong>{showDate(each.sentOn)}</strong> {say(referralServices[each.service])}
                <span className="quiet">
                  {say(referralOutcomes[each.outcome])}
                  {each.outcomeOn && ` · ${showDate(each.outcomeOn)}`}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
