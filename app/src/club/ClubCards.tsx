import type { ClubLine } from '@ke-vai/contract/club/reads.ts'
import { showDate } from '@ke-vai/contract/date/date.ts'
import { Link } from 'wouter'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { missingInShort, missingWords, placeWords, stateWords, vitalityWords } from './club-words.ts'

/** The clubs on a phone, one a card. */
export function ClubCards({ clubs }: { clubs: readonly ClubLine[] }) {
  return (
    <ul className="cards">
      {clubs.map((club) => (
        <ClubCard key={club.id} club={club} />
      ))}
    </ul>
  )
}

function ClubCard({ club }: { club: ClubLine }) {
  const { say } = useLanguage()
  const { now, before } = placeWords(club)
  const vitality = vitalityWords(club)
  const missing = missingWords(club)
  return (
    <li className="card person-card">
      <Link href={paths.club(club.id)} className="person-link">
        <span className="code">{club.name}</span>
        <span>
          {say(now)}
          {before && (
            <span className="quiet">
              {' '}
              ({say({ vi: 'trước đây', en: 'before' })}: {before})
            </span>
          )}
        </span>
        <span className="quiet">
          {club.launchedOn &&
            `${say({ vi: 'Ra mắt', en: 'Launched' })} ${showDate(club.launchedOn)}${club.pilot ? ' · ' : ''}`}
          {club.pilot && say({ vi: 'Thí điểm', en: 'Pilot' })}
        </span>
        <span>{say(stateWords(club))}</span>
        {missing && (
          <span className="careful">
            {say(missing)}: {missingInShort(club).map(say).join('; ')}
          </span>
        )}
        {vitality && (
          <span className={club.vitality?.code === 'good' ? 'good' : 'careful'}>{say(vitality)}</span>
        )}
      </Link>
    </li>
  )
}
