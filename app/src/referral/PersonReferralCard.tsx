import { consentListOfPerson } from '@ke-vai/contract/consent/of-person.ts'
import type { ReferralSent } from '@ke-vai/contract/referral/reads.ts'
import { useRead } from '../api/use-read.ts'
import { PersonConsentSheet } from '../consent/ConsentSheet.tsx'
import { leftOutOf, olderOf } from './older-consent.ts'
import { PrepareForPerson } from './PrepareForPerson.tsx'
import { ReferralCard } from './ReferralCard.tsx'

interface Props {
  clubId: string
  personId: string
  referral: ReferralSent
  /** Just prepared: the sheet lies open. */
  asks?: boolean
}

/** One referral of a person, for whoever may carry it on. */
export function PersonReferralCard({ clubId, personId, referral, asks = false }: Props) {
  const of = { clubId, personId }
  const given = useRead(consentListOfPerson, of, {}).data?.consents ?? []
  return (
    <ReferralCard
      of={of}
      referral={referral}
      mayWrite
      asks={asks}
      leftOut={leftOutOf(given, referral)}
      sheet={(to, end) => (
        <PersonConsentSheet
          {...of}
          to={to}
          offered={referral.fields}
          {...olderOf(given, referral)}
          onEnd={end}
        />
      )}
      next={(to, done) => (
        <PrepareForPerson
          key={to}
          {...of}
          next={{ service: referral.service, toOrganisationId: to, previousId: referral.id }}
          onDone={done}
        />
      )}
    />
  )
}
