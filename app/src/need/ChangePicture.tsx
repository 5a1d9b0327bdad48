import { showDate } from '@ke-vai/contract/date/date.ts'
import { type Assessment, type Change, changeBetween } from '@ke-vai/contract/need/assessment.ts'
import { type NeedLevel, needDomains, needLevels } from '@ke-vai/contract/need/codes.ts'
import type { CodeWords } from '@ke-vai/contract/words.ts'
import { useLanguage } from '../language/language.ts'

const changes: CodeWords<Change> = {
  better: { vi: '↑ Đỡ hơn', en: '↑ Better' },
  worse: { vi: '↓ Cần hơn trước', en: '↓ Needs more' },
  same: { vi: '= Như trước', en: '= As before' },
  unknown: { vi: '–', en: '–' },
}
const words = {
  caption: { vi: 'Mức cần theo từng mặt', en: 'How much is needed, by domain' },
  domain: { vi: 'Mặt', en: 'Domain' },
  change: { vi: 'Thay đổi', en: 'Change' },
  notSpoken: { vi: 'Chưa nói tới', en: 'Not spoken of' },
} as const

/**
 * Two assessments side by side: bars for the eye, the same in words in the same table for print and screen readers. A
 * longer bar is more need. What was not said has no bar.
 */
export function ChangePicture({ before, now }: { before: Assessment | null; now: Assessment }) {
  const { say } = useLanguage()
  const lines = changeBetween(before, now)
  if (lines.length === 0) return null
  return (
    <div className="table-scroll">
      <table className="need-change">
        <caption>{say(words.caption)}</caption>
        <thead>
          <tr>
            <th scope="col">{say(words.domain)}</th>
            {before && <th scope="col">{showDate(before.onDay)}</th>}
            <th scope="col">{showDate(now.onDay)}</th>
            {before && <th scope="col">{say(words.change)}</th>}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.domain}>
              <th scope="row">{say(needDomains[line.domain])}</th>
              {before && (
                <td data-label={showDate(before.onDay)}>
                  <Level level={line.before} />
                </td>
              )}
              <td data-label={showDate(now.onDay)}>
                <Level level={line.now} />
              </td>
              {before && <td className={`need-${line.change}`}>{say(changes[line.change])}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Level({ level }: { level: NeedLevel | null }) {
  const { say } = useLanguage()
  if (level === null || level === 'not_said')
    return <span className="quiet">{say(level === null ? words.notSpoken : needLevels.not_said)}</span>
  return (
    <span className="need-level">
      <span className={`need-bar need-bar-${level}`} aria-hidden="true" />
      {say(needLevels[level])}
    </span>
  )
}
