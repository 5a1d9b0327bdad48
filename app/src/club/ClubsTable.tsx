import type { ClubLine } from '@ke-vai/contract/club/reads.ts'
import { showDate } from '@ke-vai/contract/date/date.ts'
import { Link } from 'wouter'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { missingInShort, missingWords, placeWords, stateWords, vitalityWords } from './club-words.ts'

const columns = [
  { vi: 'Câu lạc bộ', en: 'Club' },
  { vi: 'Địa bàn hôm nay', en: 'Place today' },
  { vi: 'Ra mắt', en: 'Launched' },
  { vi: 'Tình trạng', en: 'State' },
  { vi: 'Còn thiếu', en: 'Missing' },
  { vi: 'Sinh hoạt', en: 'Meetings' },
] as const

/** The clubs at a desk, one a row. */
export function ClubsTable({ clubs }: { clubs: readonly ClubLine[] }) {
  const { say } = useLanguage()
  return (
    <div className="table-scroll">
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.en} scope="col">
                {say(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {clubs.map((club) => (
            <ClubRow key={club.id} club={club} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function ClubRow({ club }: { club: ClubLine }) {
  const { say } = useLanguage()
  const { now, before } = placeWords(club)
  const vitality = vitalityWords(club)
  return (
    <tr>
      <th scope="row">
        <Link href={paths.club(club.id)} className="row-link">
          {club.name}
        </Link>
        {club.pilot && <span className="quiet">{say({ vi: 'Thí điểm', en: 'Pilot' })}</span>}
      </th>
      <td>
        {say(now)}
        {before && (
          <span className="quiet below">
            {say({ vi: 'trước đây', en: 'before' })}: {before}
          </span>
        )}
      </td>
      <td>{club.launchedOn ? showDate(club.launchedOn) : '–'}</td>
      <td>{say(stateWords(club))}</td>
      <td className="roomy">
        {missingWords(club) ? (
          <ul className="dots">
            {missingInShort(club).map((each) => (
              <li key={each.en}>{say(each)}</li>
            ))}
          </ul>
        ) : (
          '–'
        )}
      </td>
      <td className={club.vitality && club.vitality.code !== 'good' ? 'careful' : undefined}>
        {vitality ? say(vitality) : '–'}
      </td>
    </tr>
  )
}
