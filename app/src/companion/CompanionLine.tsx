import { companionList } from '@ke-vai/contract/companion/reads.ts'
import { showDate } from '@ke-vai/contract/date/date.ts'
import { Link } from 'wouter'
import { useRead } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import './companion.css'

/** On the first page of a club: that somebody was asked to walk along, or when the next visit is. Nothing where there is none. */
export function CompanionLine({ clubId }: { clubId: string }) {
  const { say } = useLanguage()
  const list = useRead(companionList, { clubId }, {})
  const companions = list.data?.companions ?? []
  const ended = list.data?.ended.length ?? 0
  if (companions.length === 0 && ended === 0) return null
  const asked = companions.filter(({ state }) => state === 'asked').length
  const next = companions.flatMap(({ nextVisit }) => (nextVisit ? [nextVisit.onDay] : [])).sort()[0]
  return (
    <Link href={paths.companions()} className="card companion-line">
      <strong>
        {say({ vi: 'Đồng hành', en: 'Walking along' })} ({companions.length})
      </strong>
      {asked > 0 && (
        <span className="careful">
          {' '}
          {say({ vi: `${asked} lời nhờ chờ trả lời`, en: `${asked} to answer` })}
        </span>
      )}
      {next && (
        <span>
          {' '}
          {say({ vi: 'Gặp ngày', en: 'Next visit' })} {showDate(next)}
        </span>
      )}
      {ended > 0 && (
        <span className="quiet"> {say({ vi: `${ended} việc đã dừng`, en: `${ended} ended` })}</span>
      )}
    </Link>
  )
}
