import { verificationRead } from '@ke-vai/contract/verification/verification.ts'
import { useRead } from '../api/use-read.ts'
import { useMayAtAgency } from '../case/own-agency.ts'
import { useLanguage } from '../language/language.ts'
import { Reading } from '../ui/Reading.tsx'
import { DecisionSection } from './DecisionSection.tsx'
import { EvidenceSection } from './EvidenceSection.tsx'
import { RequestsSection } from './RequestsSection.tsx'
import { StepsSection } from './StepsSection.tsx'
import { WillingnessSection } from './WillingnessSection.tsx'
import './verification.css'

/** The verification of a case: its steps with the clocks of the law, her own word, evidence, requests, the decision. */
export function VerificationPanel({ organisationId, caseId }: { organisationId: string; caseId: string }) {
  const { say } = useLanguage()
  const may = useMayAtAgency()
  const read = useRead(verificationRead, { organisationId, caseId }, {})
  return (
    <Reading of={read}>
      {(data) => {
        const given = { organisationId, caseId, data }
        return (
          <div className="stack">
            <p className="quiet">
              {say({
                vi: 'Hỗ trợ thiết yếu không chờ việc xác minh, giấy tờ hay việc gặp công an.',
                en: 'Essential support waits neither for verification, nor for papers, nor for a talk with the police.',
              })}
            </p>
            <StepsSection {...given} runs={may('verification.run')} />
            <WillingnessSection {...given} writes={may('case.write')} />
            <EvidenceSection {...given} runs={may('verification.run')} />
            <RequestsSection {...given} runs={may('verification.run')} />
            <DecisionSection {...given} decides={may('identification.decide')} />
          </div>
        )
      }}
    </Reading>
  )
}
