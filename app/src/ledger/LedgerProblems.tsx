import type { LedgerProblem, Severity } from '@ke-vai/contract/ledger/ledger.ts'
import type { Words } from '@ke-vai/contract/words.ts'
import { useLanguage } from '../language/language.ts'

const titles: Record<Severity, Words> = {
  refused: {
    vi: 'Dòng chưa nhận: xin sửa trong tệp rồi nhập lại',
    en: 'Left out: please mend the file and bring it in again',
  },
  ask: { vi: 'Cần chị trả lời', en: 'Needs your answer' },
  notice: { vi: 'Đã nhận, mời chị xem qua', en: 'Taken in, please have a look' },
}

/** Each thing to look at: sheet, row, column, what it is, what to do. Rows left out come first and stand open. */
export function LedgerProblems({ problems }: { problems: readonly LedgerProblem[] }) {
  const { say } = useLanguage()
  return (
    <>
      {(['refused', 'notice'] as const).map((severity) => {
        const some = problems.filter((each) => each.severity === severity)
        if (some.length === 0) return null
        return (
          <details key={severity} open={severity === 'refused'}>
            <summary>
              {say(titles[severity])} ({some.length})
            </summary>
            <ul className="cards">
              {some.map((each) => (
                <li key={`${each.sheet}!${each.row}${each.column}${each.code}`} className="card">
                  <p className="quiet">{placeOf(each, say)}</p>
                  <p>{say(each.message)}</p>
                  <p>→ {say(each.whatToDo)}</p>
                </li>
              ))}
            </ul>
          </details>
        )
      })}
    </>
  )
}

/** 'Trang «Nhật ký», dòng 101, cột B'. */
export function placeOf(
  place: { sheet: string; row: number | null; column: string | null },
  say: (words: Words) => string,
): string {
  const parts = [say({ vi: `Trang «${place.sheet}»`, en: `Sheet “${place.sheet}”` })]
  if (place.row !== null) parts.push(say({ vi: `dòng ${place.row}`, en: `row ${place.row}` }))
  if (place.column !== null) parts.push(say({ vi: `cột ${place.column}`, en: `column ${place.column}` }))
  return parts.join(', ')
}
