import { showCount } from '@ke-vai/contract/count/count.ts'
import { registerList } from '@ke-vai/contract/register/person.ts'
import { mobilisationProgress } from '@ke-vai/contract/session/mobilisation.ts'
import { Link } from 'wouter'
import { useOwnClubId, useOwnPermissions } from '../account/own-club.ts'
import { useRead } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'

const words = {
  title: { vi: 'Mời người dự', en: 'Inviting' },
  back: { vi: 'Buổi truyền thông', en: 'Sessions' },
  lead: {
    vi: 'Mỗi thành viên vận động vài người đến dự trong năm. Một người dự nhiều buổi vẫn tính một.',
    en: 'Each member brings a few persons in the year. Whoever attends several sessions counts once.',
  },
  reached: { vi: 'Đã đạt', en: 'Reached' },
  left: { vi: 'Còn', en: 'Left' },
  club: { vi: 'Thành viên đã đạt', en: 'Members who have reached it' },
  empty: {
    vi: 'Chưa có thành viên nào trong danh sách. Ban chủ nhiệm thêm thành viên ở trang của câu lạc bộ.',
    en: 'No member is listed yet. The board adds members on the club’s page.',
  },
  mine: { vi: 'Ghi lời mời cho', en: 'Note an invitation for' },
} as const

/** How many different persons each member has brought: the board sees all, a member herself and whom she accompanies. */
export function MobilisationPage() {
  const { say, language } = useLanguage()
  const clubId = useOwnClubId()
  const may = useOwnPermissions()
  const progress = useRead(mobilisationProgress, { clubId }, {})
  return (
    <Page title={say(words.title)} back={{ href: paths.sessions(), text: say(words.back) }}>
      <p>{say(words.lead)}</p>
      <Reading of={progress}>
        {({ year, lines, club }) => (
          <>
            {lines.length === 0 && <p className="empty">{say(words.empty)}</p>}
            {club && club.members.value > 0 && (
              <p>
                {say(words.club)} ({year}): <strong>{`${club.reached.value}/${club.members.value}`}</strong>
                {club.percent !== null && ` · ${showPercent(club.percent, language)}`}
              </p>
            )}
            <ul className="cards">
              {lines.map((line) => (
                <li key={line.memberId} className="card progress-line">
                  <strong>{line.name}</strong>
                  <progress
                    aria-label={line.name}
                    max={Math.max(1, line.target.value)}
                    value={Math.min(line.attended.value, Math.max(1, line.target.value))}
                  />
                  <span>{`${line.attended.value}/${showCount(line.target, language)}`}</span>
                  <span className={line.reached ? 'good' : 'quiet'}>
                    {line.reached
                      ? say(words.reached)
                      : `${say(words.left)} ${line.target.value - line.attended.value}`}
                  </span>
                </li>
              ))}
            </ul>
            {/* The board records from the person's page: a list of everybody here would show who is invited. */}
            {club === null && may.includes('mobilisation.record') && <OwnPersons clubId={clubId} />}
          </>
        )}
      </Reading>
    </Page>
  )
}

function OwnPersons({ clubId }: { clubId: string }) {
  const { say } = useLanguage()
  const list = useRead(registerList, { clubId }, { limit: 200 })
  return (
    <Reading of={list}>
      {({ lines }) =>
        lines.length > 0 && (
          <section>
            <h2>{say(words.mine)}</h2>
            <ul className="links">
              {lines.map((line) => (
                <li key={line.id}>
                  <Link href={paths.invite(line.id)}>{line.code}</Link>
                </li>
              ))}
            </ul>
          </section>
        )
      }
    </Reading>
  )
}

function showPercent(percent: number, language: 'vi' | 'en'): string {
  return `${new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB').format(percent)}%`
}
