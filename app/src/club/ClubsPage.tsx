import { clubList } from '@ke-vai/contract/club/reads.ts'
import { useState } from 'react'
import { Link } from 'wouter'
import { standingWith, useMe } from '../account/session.ts'
import { useRead } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Field } from '../ui/Field.tsx'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'
import { useWideScreen } from '../ui/wide-screen.ts'
import { ClubCards } from './ClubCards.tsx'
import { ClubCountOnDay } from './ClubCountOnDay.tsx'
import { ClubsTable } from './ClubsTable.tsx'
import { useLastAnswer } from './last-answer.ts'

const words = {
  title: { vi: 'Câu lạc bộ', en: 'Clubs' },
  create: { vi: 'Lập câu lạc bộ', en: 'Create a club' },
  find: { vi: 'Tìm theo tên câu lạc bộ hoặc chương trình', en: 'Find by name of the club or programme' },
  hint: { vi: 'Có dấu hay không dấu đều được', en: 'With or without accents' },
  pilot: { vi: 'Chỉ câu lạc bộ thí điểm', en: 'Pilot clubs only' },
  empty: {
    vi: 'Chưa có câu lạc bộ nào. Bước đầu tiên: lập câu lạc bộ theo quyết định của phường, xã.',
    en: 'There is no club yet. First: create one by the decision of the commune.',
  },
  noMatch: {
    vi: 'Không có câu lạc bộ nào khớp. Chị thử gõ ít chữ hơn.',
    en: 'No club matches. Try fewer letters.',
  },
} as const

/** Every club that the officer looks after: how it stands, what it lacks, whether it meets. */
export function ClubsPage() {
  const { say } = useLanguage()
  const me = useMe()
  const wide = useWideScreen()
  const [typed, setTyped] = useState('')
  const [pilot, setPilot] = useState(false)
  const list = useLastAnswer(
    useRead(clubList, {}, { q: typed.trim(), ...(pilot ? { pilot: 'true' as const } : {}) }),
  )
  const organisationId = standingWith(me, 'club.manage')?.organisationId ?? null
  return (
    <Page
      wide
      title={say(words.title)}
      actions={
        standingWith(me, 'club.create') && (
          <Link href={paths.newClub()} className="button button-main">
            {say(words.create)}
          </Link>
        )
      }
    >
      <search className="filter-grid">
        <Field label={say(words.find)} hint={say(words.hint)}>
          <input
            type="search"
            autoComplete="off"
            maxLength={200}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </Field>
        <label className="tick">
          <input type="checkbox" checked={pilot} onChange={(event) => setPilot(event.target.checked)} />
          {say(words.pilot)}
        </label>
      </search>
      <Reading of={list}>
        {({ clubs }) => (
          <>
            <p className="quiet" role="status">
              {say({ vi: `${clubs.length} câu lạc bộ`, en: `${clubs.length} clubs` })}
            </p>
            {clubs.length === 0 && (
              <p className="empty">{say(typed.trim() === '' && !pilot ? words.empty : words.noMatch)}</p>
            )}
            {clubs.length > 0 && (wide ? <ClubsTable clubs={clubs} /> : <ClubCards clubs={clubs} />)}
          </>
        )}
      </Reading>
      {organisationId !== null && <ClubCountOnDay organisationId={organisationId} />}
    </Page>
  )
}
