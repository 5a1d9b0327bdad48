import { today } from '@ke-vai/contract/date/date.ts'
import { directoryKinds } from '@ke-vai/contract/directory/codes.ts'
import type { DirectoryEntry } from '@ke-vai/contract/directory/entry.ts'
import { Link } from 'wouter'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { checkWords, costAndHours, functionsOn } from './directory-words.ts'

/** One entry in the list: what it is for, what it costs, and its number to tap. */
export function EntryCard({ entry, linked = true }: { entry: DirectoryEntry; linked?: boolean }) {
  const { say } = useLanguage()
  const check = checkWords(entry, today())
  return (
    <li className="card stack directory-card">
      <div>
        <span className="quiet">{say(directoryKinds[entry.kind])}</span>
        <h3>{linked ? <Link href={paths.directoryEntry(entry.id)}>{entry.name}</Link> : entry.name}</h3>
        {functionsOn(entry, today()).map((each) => (
          <p key={each.vi}>{say(each)}</p>
        ))}
        <p>
          <strong>{costAndHours(entry, say)}</strong>
          {entry.feeNote && <span className="below">{entry.feeNote}</span>}
        </p>
        <p className="quiet">{entry.area}</p>
        <p className={check.stale ? 'careful' : 'quiet'}>{say(check.words)}</p>
      </div>
      <CallLink entry={entry} />
    </li>
  )
}

/** The number as a button that dials; works without a network of this product. */
export function CallLink({ entry }: { entry: DirectoryEntry }) {
  const { say } = useLanguage()
  if (entry.phone === null) return null
  return (
    <a
      className="button button-main wide"
      href={`tel:${entry.phone}`}
      aria-label={`${say({ vi: 'Gọi', en: 'Call' })} ${entry.phone}, ${entry.name}`}
    >
      {say({ vi: 'Gọi', en: 'Call' })} {entry.phone}
    </a>
  )
}
