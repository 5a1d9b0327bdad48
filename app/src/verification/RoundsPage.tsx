import { type PlainDate, showDate, today } from '@ke-vai/contract/date/date.ts'
import { roundList, roundOpen } from '@ke-vai/contract/verification/rounds.ts'
import { useState } from 'react'
import { Link } from 'wouter'
import { standingWith, useMe } from '../account/session.ts'
import { useRead } from '../api/use-read.ts'
import { useOwnAgency } from '../case/own-agency.ts'
import { CommandForm } from '../club/CommandForm.tsx'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Choice } from '../ui/Choice.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'

const words = {
  title: { vi: 'Đối soát', en: 'Reconciliation' },
  lead: {
    vi: 'Mỗi cơ quan nộp danh sách mã của mình. Mã được đổi thành dấu một chiều ngay khi nộp; không ai thấy danh sách của cơ quan khác.',
    en: 'Each body hands in its own list of codes. A code becomes a one-way token at once; nobody sees the list of another body.',
  },
  none: {
    vi: 'Chưa có đợt đối soát nào. Sở Y tế mở đợt cho một kỳ, các cơ quan nộp danh sách rồi cùng xử lý chênh lệch.',
    en: 'No round yet. The health body opens one for a period, the bodies hand in their lists and solve the differences.',
  },
  open: { vi: 'Mở đợt đối soát', en: 'Open a round' },
  from: { vi: 'Từ ngày', en: 'From' },
  to: { vi: 'Đến ngày', en: 'To' },
  others: { vi: 'Cùng với', en: 'Together with' },
  differences: { vi: 'chênh lệch chưa xử lý', en: 'differences open' },
  closed: { vi: 'Đã đóng', en: 'Closed' },
  waiting: { vi: 'Đang chờ danh sách', en: 'Waiting for lists' },
} as const

/** The rounds of a body, and for the health body the opening of a new one. */
export function RoundsPage() {
  const { say } = useLanguage()
  const me = useMe()
  const { organisationId } = useOwnAgency('reconciliation.take_part')
  const list = useRead(roundList, { organisationId }, {})
  const mayLead = standingWith(me, 'reconciliation.lead') !== null
  return (
    <Page title={say(words.title)}>
      <p className="quiet">{say(words.lead)}</p>
      <Reading of={list}>
        {({ rounds, others, leads }) => (
          <>
            {rounds.length === 0 && <p className="empty">{say(words.none)}</p>}
            <ul className="cards">
              {rounds.map(({ id, from, to, comparedAt, closedAt, openDifferences }) => (
                <li key={id} className="card">
                  <Link href={paths.reconciliation(id)} className="touch-link">
                    {showDate(from)} – {showDate(to)}
                  </Link>
                  <p className={openDifferences > 0 ? 'overdue' : 'quiet'}>
                    {closedAt
                      ? say(words.closed)
                      : comparedAt
                        ? `${openDifferences} ${say(words.differences)}`
                        : say(words.waiting)}
                  </p>
                </li>
              ))}
            </ul>
            {leads && mayLead && (
              <Opening text={say(words.open)} look="main">
                {(close) => <OpenForm organisationId={organisationId} others={others} onDone={close} />}
              </Opening>
            )}
          </>
        )}
      </Reading>
    </Page>
  )
}

interface OpenProps {
  organisationId: string
  others: { id: string; name: string }[]
  onDone: () => void
}

function OpenForm({ organisationId, others, onDone }: OpenProps) {
  const { say } = useLanguage()
  const [from, setFrom] = useState<PlainDate | null>(null)
  const [to, setTo] = useState<PlainDate | null>(null)
  const [chosen, setChosen] = useState<string[]>([])
  return (
    <CommandForm
      command={roundOpen}
      submit={say(words.open)}
      ready={from !== null && to !== null && chosen.length > 0}
      args={() => ({
        organisationId,
        roundId: crypto.randomUUID(),
        from: from ?? today(),
        to: to ?? today(),
        otherOrganisationIds: chosen,
      })}
      onDone={onDone}
    >
      <DateField label={say(words.from)} value={from} onChange={setFrom} />
      <DateField label={say(words.to)} value={to} onChange={setTo} />
      <Choice
        label={say(words.others)}
        several
        options={others.map(({ id, name }) => ({ code: id, text: name }))}
        chosen={chosen}
        onChange={setChosen}
      />
    </CommandForm>
  )
}
