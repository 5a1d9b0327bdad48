import { actionWords } from '@ke-vai/contract/audit/actions.ts'
import type { AuditLine } from '@ke-vai/contract/audit/audit.ts'
import { reasonWords } from '@ke-vai/contract/audit/reasons.ts'
import { showMoment } from '@ke-vai/contract/date/date.ts'
import { useLanguage } from '../language/language.ts'

const words = {
  nobody: { vi: 'Chưa rõ ai', en: 'Nobody known' },
  reason: { vi: 'Lý do', en: 'Reason' },
} as const

/** The lines of the audit, the latest first. */
export function AuditLines({ lines }: { lines: readonly AuditLine[] }) {
  const { say } = useLanguage()
  return (
    <ul className="timeline">
      {lines.map((line) => (
        <li key={line.id}>
          <strong>{say(actionWords(line.action))}</strong> {line.code}
          <p>
            {line.account?.name ?? say(words.nobody)} · {showMoment(line.at)}
          </p>
          {(line.place || line.reason) && (
            <span className="quiet">
              {[line.place, line.reason && `${say(words.reason)}: ${say(reasonWords(line.reason))}`]
                .filter(Boolean)
                .join(' · ')}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
