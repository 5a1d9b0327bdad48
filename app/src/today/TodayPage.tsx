import { showDate, today } from '@ke-vai/contract/date/date.ts'
import { registerList } from '@ke-vai/contract/register/person.ts'
import { Link } from 'wouter'
import { useOwnClubId, useOwnPermissions } from '../account/own-club.ts'
import { useMe } from '../account/session.ts'
import { useRead } from '../api/use-read.ts'
import { MyTasks } from '../club/club.tsx'
import { CompanionLine } from '../companion/CompanionLine.tsx'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { usePendingContacts } from '../register/pending.ts'
import { RegisterLineCard } from '../register/RegisterLine.tsx'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'
import { YearLine } from './YearLine.tsx'

const words = {
  title: { vi: 'Hôm nay', en: 'Today' },
  due: { vi: 'Đến hẹn', en: 'Due' },
  none: {
    vi: 'Hôm nay không có ai đến hẹn. Chị có thể mở sổ để thăm hỏi người lâu chưa gặp.',
    en: 'Nobody is due today. Open the register to see who has not been visited for long.',
  },
  first: {
    vi: 'Sổ của câu lạc bộ còn trống. Bước đầu tiên: nhập sổ giấy, hoặc ghi người đầu tiên.',
    en: 'The register is empty. First: bring in the paper register, or enter the first person.',
  },
  import: { vi: 'Nhập sổ giấy', en: 'Bring in the paper register' },
  register: { vi: 'Mở sổ theo dõi', en: 'Open the register' },
  club: { vi: 'Câu lạc bộ của tôi', en: 'My club' },
} as const

/** What a club member needs this evening: who is due, what waits to be sent, one tap to a note. */
export function TodayPage() {
  const { say } = useLanguage()
  const me = useMe()
  const clubId = useOwnClubId()
  const may = useOwnPermissions()
  const pending = usePendingContacts()
  const due = useRead(registerList, { clubId }, { overdue: 'true', limit: 20 })
  const all = useRead(registerList, { clubId }, { limit: 5 })
  return (
    <Page title={say(words.title)}>
      <p className="quiet">
        {me.standings[0]?.name} · {showDate(today())}
      </p>
      {may.includes('month.run') && <YearLine clubId={clubId} />}
      <MyTasks clubId={clubId} />
      <CompanionLine clubId={clubId} />
      <Reading of={all}>
        {(data) =>
          data.total === 0 ? (
            <div className="card stack">
              <p>{say(words.first)}</p>
              {may.includes('ledger.import') && (
                <Link href={paths.importLedger()} className="button button-main wide">
                  {say(words.import)}
                </Link>
              )}
            </div>
          ) : (
            <Reading of={due}>
              {({ lines }) => (
                <section>
                  <h2>
                    {say(words.due)} ({lines.length})
                  </h2>
                  {lines.length === 0 && <p className="empty">{say(words.none)}</p>}
                  <ul className="cards">
                    {(lines.length > 0 ? lines : data.lines).map((line) => (
                      <RegisterLineCard
                        key={line.id}
                        line={line}
                        pending={pending.filter((each) => each.personId === line.id).length}
                      />
                    ))}
                  </ul>
                  <Link href={paths.register()} className="button button-quiet wide">
                    {say(words.register)}
                  </Link>
                </section>
              )}
            </Reading>
          )
        }
      </Reading>
      <Link href={paths.ownClub()} className="button button-quiet wide">
        {say(words.club)}
      </Link>
    </Page>
  )
}
