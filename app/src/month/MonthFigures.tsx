import { showFigure } from '@ke-vai/contract/indicator/figures.ts'
import type { FigureLine } from '@ke-vai/contract/indicator/lines.ts'
import { useLanguage } from '../language/language.ts'

const words = {
  lead: {
    vi: 'Số tự vào từ sổ, chị không phải cộng. Sai chỗ nào thì sửa trong sổ, số ở đây đổi theo.',
    en: 'These come from the book; nothing is added up by hand. Correct the book and they follow.',
  },
  none: {
    vi: 'Tháng này trong sổ chưa có số nào. Ghi các cuộc gặp và buổi truyền thông, số sẽ tự vào.',
    en: 'The book has nothing for this month yet. Note contacts and sessions and the figures appear.',
  },
  others: { vi: 'Các số còn lại (chưa có trong tháng)', en: 'Other figures (none this month)' },
  year: { vi: 'Từ đầu năm', en: 'Year to date' },
} as const

/** The figures of the month, each with its unit, and how far the year is towards each target. */
export function MonthFigures({ lines }: { lines: readonly FigureLine[] }) {
  const { say } = useLanguage()
  const isShown = (line: FigureLine) => line.targets.length > 0 || !isNothing(line)
  const shown = lines.filter(isShown)
  const others = lines.filter((line) => !isShown(line))
  return (
    <>
      <p className="hint">{say(words.lead)}</p>
      {lines.every(isNothing) && <p className="empty">{say(words.none)}</p>}
      <ul className="month-figures">
        {shown.map((line) => (
          <li key={line.code} className={line.partOf === null ? 'figure' : 'figure figure-part'}>
            <p className="figure-head">
              <span>{say(line.words)}</span>
              <span className="figure-value">
                <strong>{showFigure(line.month)}</strong> {say(line.unit)}
              </span>
            </p>
            {line.targets.length > 0 && (
              <p className="quiet">
                {say(words.year)}: {showFigure(line.yearToDate)} {say(line.unit)}
              </p>
            )}
            {line.targets.map((each) => (
              <p key={each.source} className={each.reached ? 'target good' : 'target'}>
                <span aria-hidden="true">{each.reached ? '✓ ' : '→ '}</span>
                {say(each.words)} <span className="quiet">{each.source}</span>
              </p>
            ))}
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <details>
          <summary>{say(words.others)}</summary>
          <ul className="dots">
            {others.map((line) => (
              <li key={line.code}>
                {say(line.words)}: {showFigure(line.month)} {say(line.unit)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

const isNothing = ({ month }: FigureLine) => ('part' in month ? month.part.value === 0 : month.value === 0)
