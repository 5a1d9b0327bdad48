import { isSustained } from '@ke-vai/contract/follow-up/state.ts'
import { useMayAtAgency } from '../case/own-agency.ts'
import type { CasePanelProps } from '../case/panel.ts'
import { useLanguage } from '../language/language.ts'
import { Notice } from '../ui/Notice.tsx'
import { ClosingSection } from './ClosingSection.tsx'
import { FollowUpList } from './FollowUpList.tsx'
import './follow-up.css'

/** How she is doing in the months after she went home, by her way, and the closing of her case. */
export function FollowUpPanel({ organisationId, caseId, page }: CasePanelProps) {
  const { say } = useLanguage()
  const writes = useMayAtAgency()('follow_up.write')
  const given = { organisationId, caseId, entries: page.entries, writes }
  return (
    <div className="stack">
      <p className="quiet">
        {say({
          vi: 'Hỏi thăm theo cách và giờ mà người được hỗ trợ muốn. Người ấy có thể dừng bất cứ lúc nào; mọi hỗ trợ vẫn giữ nguyên.',
          en: 'Ask in the way and at the hour she likes. She may stop at any time; every support stays as it is.',
        })}
      </p>
      {isSustained(page.entries) && (
        <Notice kind="good">
          {say({
            vi: 'Bền vững: sau một năm trở lên, người ấy cho biết vẫn an toàn và không có dấu hiệu nào.',
            en: 'Sustained: after a year or more she says that she is safe, and there is no sign.',
          })}
        </Notice>
      )}
      <FollowUpList {...given} />
      <ClosingSection organisationId={organisationId} caseId={caseId} page={page} />
    </div>
  )
}
