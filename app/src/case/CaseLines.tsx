import type { CaseHeader } from '@ke-vai/contract/case/case.ts'
import { caseLanguages, caseStages, caseStates, triages } from '@ke-vai/contract/case/codes.ts'
import { showMoment } from '@ke-vai/contract/date/date.ts'
import { Link } from 'wouter'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { useWideScreen } from '../ui/wide-screen.ts'
import { Clock } from './Clock.tsx'
import { personInShort } from './case-words.ts'
import { TakeCase } from './TakeCase.tsx'

const words = {
  code: { vi: 'Mã', en: 'Code' },
  due: { vi: 'Hạn gần nhất', en: 'Next clock' },
  state: { vi: 'Bước', en: 'Step' },
  stage: { vi: 'Giai đoạn', en: 'Stage' },
  language: { vi: 'Tiếng nói', en: 'Language' },
  received: { vi: 'Tiếp nhận lúc', en: 'Received at' },
  take: { vi: 'Nhận', en: 'Take' },
  unknown: { vi: 'chưa rõ', en: 'not known' },
} as const

interface Props {
  cases: readonly CaseHeader[]
  /** They wait for somebody: each has the button that takes it, and no page yet. */
  takes: boolean
}

/** Cases as a table at a desk and as cards on a phone; coded facts alone. */
export function CaseLines({ cases, takes }: Props) {
  const { say } = useLanguage()
  if (!useWideScreen())
    return (
      <ul className="cards">
        {cases.map((each) => (
          <CaseCard key={each.id} line={each} takes={takes} />
        ))}
      </ul>
    )
  const columns = [words.code, words.due, words.state, words.stage, words.language, words.received]
  return (
    <div className="table-scroll">
      <table>
        <thead>
          <tr>
            {[...columns, ...(takes ? [words.take] : [])].map((column) => (
              <th key={column.en} scope="col">
                {say(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cases.map((each) => (
            <CaseRow key={each.id} line={each} takes={takes} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function CaseRow({ line, takes }: { line: CaseHeader; takes: boolean }) {
  const { say } = useLanguage()
  return (
    <tr>
      <th scope="row">
        <Code line={line} takes={takes} />
        <span className="quiet below">{say(personInShort(line))}</span>
        <Triage line={line} />
      </th>
      <td>
        <Clock due={line.nextDue} />
      </td>
      <td>{say(caseStates[line.state])}</td>
      <td>{say(caseStages[line.stage])}</td>
      <td>
        <Tongue line={line} />
      </td>
      <td>{showMoment(line.openedAt)}</td>
      {takes && (
        <td>
          <TakeCase line={line} />
        </td>
      )}
    </tr>
  )
}

function CaseCard({ line, takes }: { line: CaseHeader; takes: boolean }) {
  const { say } = useLanguage()
  return (
    <li className="card stack case-card">
      <div>
        <Code line={line} takes={takes} />
        <span className="quiet below">
          {say(personInShort(line))} · {say(caseStates[line.state])} · {say(caseStages[line.stage])}
        </span>
        <span className="quiet below">
          <Tongue line={line} />
        </span>
        <Triage line={line} />
      </div>
      <Clock due={line.nextDue} />
      {takes && <TakeCase line={line} />}
    </li>
  )
}

/** What waits has no page before somebody takes it. */
function Code({ line, takes }: { line: CaseHeader; takes: boolean }) {
  if (takes) return <span className="code">{line.code}</span>
  return (
    <Link href={paths.case(line.id)} className="row-link code">
      {line.code}
    </Link>
  )
}

/** What was seen at once when she arrived: by this somebody is taken first. */
function Triage({ line }: { line: CaseHeader }) {
  const { say } = useLanguage()
  if (line.triage.length === 0) return null
  return <span className="careful below">{line.triage.map((code) => say(triages[code])).join(' · ')}</span>
}

function Tongue({ line }: { line: CaseHeader }) {
  const { say } = useLanguage()
  return (
    <>
      {line.language === null ? say(words.unknown) : say(caseLanguages[line.language])}
      {line.needsInterpreter && !line.triage.includes('needs_interpreter') && (
        <strong className="below careful">{say({ vi: 'Cần phiên dịch', en: 'Needs an interpreter' })}</strong>
      )}
    </>
  )
}
