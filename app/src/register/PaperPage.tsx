import { showDate } from '@ke-vai/contract/date/date.ts'
import { registerPaper } from '@ke-vai/contract/register/paper.ts'
import { useOwnClubId } from '../account/own-club.ts'
import { useRead } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'

const words = {
  back: { vi: 'Sổ theo dõi', en: 'Register' },
  title: { vi: 'Sổ theo dõi', en: 'Register' },
  print: { vi: 'In (A4 ngang)', en: 'Print (A4 landscape)' },
  lead: {
    vi: 'Bản in chỉ có mã số và ngày. Xin không viết tên lên giấy, và cất nơi có khóa.',
    en: 'The sheet carries codes and dates only. Please write no names on it, and keep it locked away.',
  },
  printedOn: { vi: 'In ngày', en: 'Printed on' },
  empty: {
    vi: 'Sổ chưa có ai để in. Ghi người đầu tiên ở trang Sổ theo dõi.',
    en: 'There is nobody to print yet. Enter the first person in the register.',
  },
} as const

/** The book on paper: codes, dates, and columns for the pen. */
export function PaperPage() {
  const { say } = useLanguage()
  const clubId = useOwnClubId()
  const paper = useRead(registerPaper, { clubId }, {})
  return (
    <Page
      title={say(words.title)}
      back={{ href: paths.register(), text: say(words.back) }}
      actions={<Button onClick={() => window.print()}>{say(words.print)}</Button>}
    >
      <p className="no-print">{say(words.lead)}</p>
      <Reading of={paper}>
        {({ printedOn, columns, rows }) =>
          rows.length === 0 ? (
            <p className="empty">{say(words.empty)}</p>
          ) : (
            <div className="paper">
              <p className="quiet">
                {say(words.printedOn)} {showDate(printedOn)}
              </p>
              <div className="table-scroll">
                <table>
                  <thead>
                    <tr>
                      {columns.map((column) => (
                        <th key={column.key} scope="col" className={column.blank ? 'for-pen' : undefined}>
                          {say(column.words)}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map((row) => (
                      <tr key={row.no}>
                        {columns.map((column) => (
                          <td key={column.key}>{cell(row, column.key)}</td>
                        ))}
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            </div>
          )
        }
      </Reading>
    </Page>
  )
}

interface Row {
  no: number
  code: string
  knownOn: string | null
  lastContactOn: string | null
  nextDueOn: string | null
}

function cell(row: Row, key: string): string {
  if (key === 'no') return String(row.no)
  if (key === 'code') return row.code
  if (key !== 'knownOn' && key !== 'lastContactOn' && key !== 'nextDueOn') return ''
  const day = row[key]
  return day === null ? '' : showDate(day)
}
