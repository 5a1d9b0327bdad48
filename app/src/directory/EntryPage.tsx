import { today } from '@ke-vai/contract/date/date.ts'
import { directoryKinds } from '@ke-vai/contract/directory/codes.ts'
import type { DirectoryEntry } from '@ke-vai/contract/directory/entry.ts'
import type { ReactNode } from 'react'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'
import { checkWords, costAndHours, forWhomOf, functionsOn, languagesOf } from './directory-words.ts'
import { CallLink } from './EntryCard.tsx'
import { KeepEntry } from './KeepEntry.tsx'
import { useDirectory } from './kept-directory.ts'
import { ReportEntry } from './ReportEntry.tsx'
import { Street } from './Street.tsx'

const words = {
  back: { vi: 'Đường dây nóng, dịch vụ', en: 'Hotlines and services' },
  gone: {
    vi: 'Dịch vụ này không còn trong danh mục. Việc gấp xin gọi 111, miễn phí 24/24.',
    en: 'This is no longer in the directory. When it is urgent call 111, free day and night.',
  },
  functions: { vi: 'Giúp về', en: 'Helps with' },
  provider: { vi: 'Đơn vị', en: 'Run by' },
  area: { vi: 'Khu vực', en: 'Area' },
  hours: { vi: 'Giờ', en: 'Hours' },
  languages: { vi: 'Ngôn ngữ', en: 'Languages' },
  forWhom: { vi: 'Dành cho', en: 'For whom' },
  capacity: { vi: 'Số chỗ', en: 'Places' },
  source: { vi: 'Nguồn', en: 'Source' },
  stale: {
    vi: 'Thông tin có thể đã khác. Nếu gọi không được, xin gọi 111 (miễn phí, 24/24).',
    en: 'This may have changed. If nobody answers, call 111 (free, day and night).',
  },
} as const

/** One entry of the directory, with what its reader may do with it. */
export function EntryPage({ entryId }: { entryId: string }) {
  const { say } = useLanguage()
  const directory = useDirectory()
  const name = directory.data?.entries.find(({ id }) => id === entryId)?.name
  return (
    <Page title={name ?? say(words.back)} back={{ href: paths.directory(), text: say(words.back) }}>
      <Reading of={directory}>
        {({ entries, old }) => {
          const entry = entries.find(({ id }) => id === entryId)
          return entry ? <Entry entry={entry} online={!old} /> : <p className="empty">{say(words.gone)}</p>
        }}
      </Reading>
    </Page>
  )
}

function Entry({ entry, online }: { entry: DirectoryEntry; online: boolean }) {
  const { say } = useLanguage()
  const check = checkWords(entry, today())
  return (
    <>
      {check.stale && (
        <Notice kind="careful">
          <p>
            <strong>{say(check.words)}</strong>
          </p>
          <p>{say(words.stale)}</p>
        </Notice>
      )}
      <CallLink entry={entry} />
      <div className="card stack">
        <p>
          <span className="quiet">{say(directoryKinds[entry.kind])}</span>
          <strong className="below">{costAndHours(entry, say)}</strong>
          {entry.feeNote && <span className="below">{entry.feeNote}</span>}
        </p>
        {entry.description && <p className="as-written">{entry.description}</p>}
        <dl className="facts">
          <Fact of={say(words.functions)}>
            {functionsOn(entry, today()).map((each) => (
              <span key={each.vi} className="below">
                {say(each)}
              </span>
            ))}
          </Fact>
          <Fact of={say(words.provider)}>{entry.provider}</Fact>
          <Fact of={say(words.area)}>{entry.area}</Fact>
          <Fact of={say(words.hours)}>{entry.hoursNote}</Fact>
          <Fact of={say(words.languages)}>{languagesOf(entry, say)}</Fact>
          <Fact of={say(words.forWhom)}>{forWhomOf(entry, say)}</Fact>
          <Fact of={say(words.capacity)}>{entry.capacity === null ? '' : String(entry.capacity)}</Fact>
          <Fact of={say(words.source)}>{entry.source}</Fact>
        </dl>
        {!check.stale && <p className="quiet">{say(check.words)}</p>}
      </div>
      {online && entry.street && <Street entry={entry} />}
      {online && <ReportEntry entry={entry} />}
      {online && entry.mine && <KeepEntry entry={entry} />}
    </>
  )
}

/** A fact with its name; nothing known, nothing shown. */
function Fact({ of, children }: { of: string; children: ReactNode }) {
  if (children === '' || (Array.isArray(children) && children.length === 0)) return null
  return (
    <div>
      <dt className="quiet">{of}</dt>
      <dd>{children}</dd>
    </div>
  )
}
