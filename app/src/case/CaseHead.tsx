import {
  caseChannels,
  caseLanguages,
  caseNationalities,
  caseStages,
  caseStates,
  legalStatuses,
  triages,
} from '@ke-vai/contract/case/codes.ts'
import { showDate, showMoment } from '@ke-vai/contract/date/date.ts'
import type { ReactNode } from 'react'
import { useLanguage } from '../language/language.ts'
import { Clock } from './Clock.tsx'
import { personInShort } from './case-words.ts'
import { OpenCaseIdentity } from './OpenCaseIdentity.tsx'
import { useMayAtAgency } from './own-agency.ts'
import type { CasePanelProps } from './panel.ts'
import { SafeContactBanner } from './SafeContact.tsx'

const words = {
  due: { vi: 'Hạn gần nhất', en: 'Next clock' },
  state: { vi: 'Bước', en: 'Step' },
  stage: { vi: 'Giai đoạn', en: 'Stage' },
  language: { vi: 'Tiếng nói', en: 'Language' },
  nationality: { vi: 'Quốc tịch', en: 'Nationality' },
  legal: { vi: 'Tình trạng pháp lý', en: 'Legal status' },
  received: { vi: 'Tiếp nhận', en: 'Received' },
  interpreter: { vi: 'Cần phiên dịch', en: 'Needs an interpreter' },
  unknown: { vi: 'chưa rõ', en: 'not known' },
} as const

/** What stands above every tab of a case: the code, what runs out next, how she is to be reached, the coded facts. */
export function CaseHead({ children, ...given }: CasePanelProps & { children: ReactNode }) {
  const { say } = useLanguage()
  const { header } = given.page
  const may = useMayAtAgency()
  const decided = header.identifiedOn ? ` (${showDate(header.identifiedOn)})` : ''
  return (
    <section className="card stack case-head">
      <div className="case-head-line">
        <h2 className="code big">{header.code}</h2>
        <span>{say(personInShort(header))}</span>
        {header.triage.length > 0 && (
          <span className="careful">{header.triage.map((code) => say(triages[code])).join(' · ')}</span>
        )}
        {header.needsInterpreter && !header.triage.includes('needs_interpreter') && (
          <strong className="careful">{say(words.interpreter)}</strong>
        )}
        <div className="case-due">
          {header.nextDue && <span className="quiet">{say(words.due)}</span>}
          <Clock due={header.nextDue} />
        </div>
      </div>
      <SafeContactBanner {...given} />
      {children}
      <dl className="case-facts">
        <Fact term={say(words.state)}>{say(caseStates[header.state])}</Fact>
        <Fact term={say(words.stage)}>{say(caseStages[header.stage])}</Fact>
        <Fact term={say(words.language)}>
          {header.language === null ? say(words.unknown) : say(caseLanguages[header.language])}
        </Fact>
        <Fact term={say(words.nationality)}>{say(caseNationalities[header.nationality])}</Fact>
        <Fact term={say(words.legal)}>
          {say(legalStatuses[header.legalStatus])}
          {decided}
        </Fact>
        <Fact term={say(words.received)}>
          {showMoment(header.openedAt)}, {say(caseChannels[header.channel])}
        </Fact>
      </dl>
      {may('case.identity.open') && <OpenCaseIdentity {...given} />}
    </section>
  )
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}
