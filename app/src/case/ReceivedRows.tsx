import { caseLanguages, triages } from '@ke-vai/contract/case/codes.ts'
import { useLanguage } from '../language/language.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { arrivalWords } from './arrival-words.ts'
import { personInShort, trackOf } from './case-words.ts'
import type { ReceivedRow } from './receiving.ts'

const title = { vi: 'Đã tiếp nhận', en: 'Received' } as const

interface Props {
  rows: readonly ReceivedRow[]
  onAgain: (caseId: string) => void
}

/** Who was received on this page, the last one first: number in the row, code, coded facts; no names. */
export function ReceivedRows({ rows, onAgain }: Props) {
  const { say } = useLanguage()
  if (rows.length === 0) return null
  return (
    <section aria-label={say(title)}>
      <h2>{say(title)}</h2>
      <ol className="received-rows" reversed>
        {rows.map((row, i) => <Row key={row.caseId} row={row} place={i + 1} onAgain={onAgain} />).reverse()}
      </ol>
    </section>
  )
}

interface RowProps {
  row: ReceivedRow
  place: number
  onAgain: (caseId: string) => void
}

function Row({ row, place, onAgain }: RowProps) {
  const { say } = useLanguage()
  const { facts, triage } = row
  return (
    <li className="card received-row">
      <span className="received-place">{place}</span>
      <span className="code big">{row.code ?? say(arrivalWords.asking)}</span>
      <span className="received-facts">
        <span className="quiet">
          {facts && say(personInShort({ ...facts, track: trackOf(facts.ageBand) }))}
          {facts?.language && ` · ${say(caseLanguages[facts.language])}`}
        </span>
        {triage.length > 0 && (
          <span className="careful">{triage.map((code) => say(triages[code])).join(' · ')}</span>
        )}
      </span>
      {row.problem && (
        <div className="stack received-problem">
          <Notice kind="problem">{say(row.problem.message)}</Notice>
          <Button look="quiet" onClick={() => onAgain(row.caseId)}>
            {say(arrivalWords.again)}
          </Button>
        </div>
      )}
    </li>
  )
}
