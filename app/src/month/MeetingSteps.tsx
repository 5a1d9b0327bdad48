import type { ClubPage } from '@ke-vai/contract/club/reads.ts'
import { showDate, today } from '@ke-vai/contract/date/date.ts'
import type { MeetingPage, MonthPage } from '@ke-vai/contract/month/month.ts'
import { type MeetingKind, meetingKinds } from '@ke-vai/contract/month/writing.ts'
import { useState } from 'react'
import { useMe } from '../account/session.ts'
import { useLanguage } from '../language/language.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { MeetingForm } from './MeetingForm.tsx'

const words = {
  which: { vi: 'Buổi họp trong tháng', en: 'Meetings of the month' },
  more: { vi: 'Tháng này còn buổi họp khác', en: 'There was another meeting this month' },
  isNew: { vi: 'buổi mới', en: 'new' },
  another: {
    members: { vi: 'Ghi thêm một buổi toàn thể', en: 'Add a meeting of all members' },
    board: { vi: 'Ghi thêm một buổi của Ban chủ nhiệm', en: 'Add a board meeting' },
  },
} as const

interface Slot {
  id: string
  kind: MeetingKind
}

// A meeting that could not be saved yet keeps its id while the person looks at another screen.
const newIds = new Map<string, string>()
function newIdFor(key: string): string {
  const id = newIds.get(key) ?? crypto.randomUUID()
  newIds.set(key, id)
  return id
}

interface Props {
  club: ClubPage
  month: MonthPage
  again: () => void
}

/** Steps 3 and 4 for one meeting of the month; a month may hold several, of all members and of the board. */
export function MeetingSteps({ club, month, again }: Props) {
  const { say } = useLanguage()
  const me = useMe()
  const newSlot = (kind: MeetingKind): Slot => ({
    id: newIdFor(`${me.id}/${club.id}/${month.month}/${kind}/${month.meetings.length}`),
    kind,
  })
  const [slot, setSlot] = useState<Slot>(
    () => month.meetings.findLast(({ kind }) => kind === 'members') ?? newSlot('members'),
  )
  const saved = month.meetings.find(({ id }) => id === slot.id)
  const slots: Slot[] = saved ? month.meetings : [...month.meetings, slot]
  return (
    <>
      {slots.length > 1 && (
        <Choice
          label={say(words.which)}
          options={slots.map((each) => ({
            code: each.id,
            text: `${say(meetingKinds[each.kind])}, ${dayOf(each)}`,
          }))}
          chosen={[slot.id]}
          onChange={([id]) => {
            const chosen = slots.find((each) => each.id === id)
            if (chosen) setSlot({ id: chosen.id, kind: chosen.kind })
          }}
        />
      )}
      {saved && (
        <details>
          <summary>{say(words.more)}</summary>
          <div className="actions">
            {(['members', 'board'] as const).map((kind) => (
              <Button key={kind} look="quiet" onClick={() => setSlot(newSlot(kind))}>
                {say(words.another[kind])}
              </Button>
            ))}
          </div>
        </details>
      )}
      <MeetingForm
        key={slot.id}
        slot={slot}
        saved={saved ?? null}
        club={club}
        month={month}
        offeredDay={offeredDay(month)}
        again={again}
      />
    </>
  )

  function dayOf(each: Slot | MeetingPage): string {
    return 'heldOn' in each ? showDate(each.heldOn) : say(words.isNew)
  }
}

/** The day with which a new meeting is offered: today, or the last day of a month that is over. */
function offeredDay({ last }: MonthPage): string {
  const now = today()
  return now > last ? last : now
}
