import { useMayAtAgency } from '../case/own-agency.ts'
import type { CasePanelProps } from '../case/panel.ts'
import { useLanguage } from '../language/language.ts'
import { AssessmentSection } from './AssessmentSection.tsx'
import { NeedsSection } from './NeedsSection.tsx'
import { PlanSection } from './PlanSection.tsx'
import { RiskSection } from './RiskSection.tsx'
import { WishSection } from './WishSection.tsx'
import './need.css'

/** What she needs by her own word: assessments and their change, the risk, needs, what she wishes, and the plan. */
export function NeedPanel({ organisationId, caseId, page }: CasePanelProps) {
  const { say } = useLanguage()
  const writes = useMayAtAgency()('case.write')
  const given = { organisationId, caseId, entries: page.entries, writes }
  return (
    <div className="stack">
      <p className="quiet">
        {say({
          vi: 'Không điều nào ở đây là bắt buộc. Người được hỗ trợ chọn điều muốn nói, và có thể đổi ý bất cứ lúc nào.',
          en: 'Nothing here is owed. She chooses what to speak of, and may change her mind at any time.',
        })}
      </p>
      <AssessmentSection {...given} />
      <RiskSection {...given} />
      <NeedsSection {...given} />
      <WishSection {...given} />
      <PlanSection {...given} />
    </div>
  )
}
