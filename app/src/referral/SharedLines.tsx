import { sharedFields } from '@ke-vai/contract/consent/codes.ts'
import { type ServiceCost, serviceCosts } from '@ke-vai/contract/referral/codes.ts'
import { type Shared, sharedWords } from '@ke-vai/contract/referral/shared.ts'
import { type ReferralService, referralServices } from '@ke-vai/contract/register/codes.ts'
import { useLanguage } from '../language/language.ts'

/** What the receiver sees, as the sender previews it and as the receiver reads it. */
export interface SharedView {
  shared: Shared
  cost: ServiceCost
  service: ReferralService
}

export function SharedLines({ view }: { view: SharedView }) {
  const { say } = useLanguage()
  return (
    <dl className="facts">
      {view.shared.map((each) => (
        <div key={each.field}>
          <dt>{say(sharedFields[each.field])}</dt>
          <dd>{say(sharedWords(each))}</dd>
        </div>
      ))}
      <div>
        <dt>{say({ vi: 'Dịch vụ', en: 'Service' })}</dt>
        <dd>{say(referralServices[view.service])}</dd>
      </div>
      <div>
        <dt>{say({ vi: 'Chi phí', en: 'Cost' })}</dt>
        <dd>{say(serviceCosts[view.cost])}</dd>
      </div>
    </dl>
  )
}
