import { clubStates } from '@ke-vai/contract/club/codes.ts'
import { clubCount } from '@ke-vai/contract/club/reads.ts'
import { type PlainDate, showDate, today } from '@ke-vai/contract/date/date.ts'
import { useState } from 'react'
import { useRead } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { DateField } from '../ui/DateField.tsx'
import { Reading } from '../ui/Reading.tsx'

const words = {
  title: { vi: 'Số câu lạc bộ hoạt động vào một ngày', en: 'Active clubs on a day' },
  day: { vi: 'Vào ngày', en: 'On' },
  to: { vi: 'Báo cáo gửi', en: 'Reports go to' },
} as const

/** How many clubs worked on a day that she chooses, under the names that they had then. */
export function ClubCountOnDay({ organisationId }: { organisationId: string }) {
  const { say } = useLanguage()
  const [open, setOpen] = useState(false)
  return (
    <details className="card" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say(words.title)}</summary>
      {open && <Counted organisationId={organisationId} />}
    </details>
  )
}

function Counted({ organisationId }: { organisationId: string }) {
  const { say } = useLanguage()
  const [on, setOn] = useState<PlainDate>(today())
  const counted = useRead(clubCount, { organisationId }, { on })
  return (
    <div className="stack">
      <DateField label={say(words.day)} value={on} onChange={(day) => day !== null && setOn(day)} />
      <Reading of={counted}>
        {(data) => (
          <>
            <p role="status">
              <strong>
                {say({
                  vi: `Ngày ${showDate(data.on)}: ${data.count} câu lạc bộ hoạt động`,
                  en: `${showDate(data.on)}: ${data.count} active clubs`,
                })}
              </strong>
            </p>
            <ul className="dots">
              {data.clubs.map((club) => (
                <li key={club.id}>
                  {club.name} · {say(clubStates[club.state])} {say({ vi: 'từ', en: 'since' })}{' '}
                  {showDate(club.since)}
                </li>
              ))}
            </ul>
            {data.addressee && (
              <p className="quiet">
                {say(words.to)}: {data.addressee}
              </p>
            )}
          </>
        )}
      </Reading>
    </div>
  )
}
