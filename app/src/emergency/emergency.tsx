import { emergencyListOfCase } from '@ke-vai/contract/emergency/emergency.ts'
import { useRead } from '../api/use-read.ts'
import { useMayAtAgency } from '../case/own-agency.ts'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { Reading } from '../ui/Reading.tsx'
import { AskEmergency } from './AskEmergency.tsx'
import { SharingCard } from './SharingCard.tsx'

const words = {
  lead: {
    vi: 'Chỉ dùng khi tính mạng, sức khỏe, một đứa trẻ đang gặp nguy hiểm, hoặc luật buộc phải báo, mà không kịp hỏi ý người được hỗ trợ. Còn hỏi được thì hỏi: làm ở phần «Chuyển gửi».',
    en: 'Only where life, health or a child is in danger, or the law requires it, and there is no time to ask her. If she can be asked, ask her, under “Referrals”.',
  },
  ask: { vi: 'Đề nghị chia sẻ khẩn cấp', en: 'Ask to share in an emergency' },
  none: {
    vi: 'Chưa có lần chia sẻ nào khi chưa có sự đồng ý.',
    en: 'Nothing was shared without her consent.',
  },
} as const

/** Sharing without her consent: asked here, agreed by a second person, told to her as soon as it is safe. */
export function EmergencyPanel({ organisationId, caseId }: { organisationId: string; caseId: string }) {
  const { say } = useLanguage()
  const may = useMayAtAgency()
  const list = useRead(emergencyListOfCase, { organisationId, caseId }, {})
  return (
    <>
      <p>{say(words.lead)}</p>
      {may('emergency.share') && (
        <Opening text={say(words.ask)}>
          {() => <AskEmergency organisationId={organisationId} caseId={caseId} />}
        </Opening>
      )}
      <Reading of={list}>
        {({ sharings }) => (
          <div className="stack">
            {sharings.length === 0 && <p className="empty">{say(words.none)}</p>}
            {sharings.map((each) => (
              <SharingCard
                key={each.id}
                organisationId={organisationId}
                caseId={caseId}
                sharing={each}
                mayWrite={may('case.write')}
              />
            ))}
          </div>
        )}
      </Reading>
    </>
  )
}
