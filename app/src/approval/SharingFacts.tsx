import { emergencyGrounds, emergencyReasons, sharedFields } from '@ke-vai/contract/consent/codes.ts'
import type { SharingWish } from '@ke-vai/contract/emergency/emergency.ts'
import { useLanguage } from '../language/language.ts'

/** What a yes would send without consent: where to, why, which fields. What stands in them is not shown. */
export function SharingFacts({ sharing }: { sharing: SharingWish }) {
  const { say } = useLanguage()
  return (
    <dl className="facts">
      <div>
        <dt>{say({ vi: 'Gửi tới', en: 'Sent to' })}</dt>
        <dd>{sharing.to}</dd>
      </div>
      <div>
        <dt>{say({ vi: 'Lý do', en: 'Reason' })}</dt>
        <dd>{say(emergencyReasons[sharing.reason])}</dd>
      </div>
      <div>
        <dt>{say({ vi: 'Căn cứ', en: 'Ground' })}</dt>
        <dd>{say(emergencyGrounds[sharing.ground])}</dd>
      </div>
      <div>
        <dt>{say({ vi: 'Những mục sẽ gửi', en: 'Fields that go out' })}</dt>
        <dd>{sharing.fields.map((field) => say(sharedFields[field])).join(' · ')}</dd>
      </div>
    </dl>
  )
}
