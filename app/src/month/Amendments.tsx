import { showDate } from '@ke-vai/contract/date/date.ts'
import type { MonthAmendment } from '@ke-vai/contract/month/month.ts'
import { useLanguage } from '../language/language.ts'

/** The numbered corrections of a locked month: both values stay to be seen. */
export function Amendments({ amendments }: { amendments: readonly MonthAmendment[] }) {
  const { say } = useLanguage()
  if (amendments.length === 0) return null
  return (
    <section className="card stack" aria-labelledby="amendments">
      <h2 id="amendments">{say({ vi: 'Đính chính đã ghi', en: 'Amendments' })}</h2>
      <ul className="cards">
        {amendments.map(({ no, words, unit, before, after, reason, onDay }) => (
          <li key={no}>
            <p>
              <strong>{say({ vi: `Số ${no}`, en: `No. ${no}` })}</strong> · {say(words)}: {before} → {after}{' '}
              {say(unit)}
            </p>
            <p className="quiet">
              {reason} ({showDate(onDay)})
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
