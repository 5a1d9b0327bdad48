import { directoryList } from '@ke-vai/contract/directory/directory.ts'
import { Link } from 'wouter'
import { standingWith, useMe } from '../account/session.ts'
import { useRead } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'
import { EntryCard } from './EntryCard.tsx'
import { EntryList } from './EntryList.tsx'
import { useDirectory } from './kept-directory.ts'

const words = {
  title: { vi: 'Đường dây nóng, dịch vụ', en: 'Hotlines and services' },
  add: { vi: 'Thêm một dịch vụ', en: 'Add a service' },
  toCheck: { vi: 'Cần kiểm tra', en: 'To check' },
  teach: {
    vi: 'Gọi thử từng nơi, thấy đúng thì bấm «Đã kiểm tra, thông tin đúng».',
    en: 'Call each of them; if it is so, press “Checked, it is so”.',
  },
} as const

/** The directory for whoever is signed in; whoever keeps entries sees first what she should check. */
export function DirectoryPage() {
  const { say } = useLanguage()
  const keeps = standingWith(useMe(), 'directory.write') !== null
  const directory = useDirectory()
  return (
    <Page
      title={say(words.title)}
      actions={
        keeps && (
          <Link href={paths.newDirectoryEntry()} className="button button-quiet">
            {say(words.add)}
          </Link>
        )
      }
    >
      {keeps && <ToCheck />}
      <Reading of={directory}>{(shown) => <EntryList shown={shown} />}</Reading>
    </Page>
  )
}

function ToCheck() {
  const { say } = useLanguage()
  const entries = useRead(directoryList, {}, { toCheck: 'true' }).data?.entries ?? []
  if (entries.length === 0) return null
  return (
    <details className="card" aria-label={say(words.toCheck)}>
      <summary className="row-link">
        <strong>
          {say(words.toCheck)} ({entries.length})
        </strong>
      </summary>
      <div className="stack">
        <p className="quiet">{say(words.teach)}</p>
        <ul className="cards">
          {entries.map((entry) => (
            <EntryCard key={entry.id} entry={entry} />
          ))}
        </ul>
      </div>
    </details>
  )
}
