import type { ClubPage } from '@ke-vai/contract/club/reads.ts'
import { type PlainDate, today } from '@ke-vai/contract/date/date.ts'
import { meetingRecord } from '@ke-vai/contract/month/commands.ts'
import type { MeetingPage, MonthPage } from '@ke-vai/contract/month/month.ts'
import { meetingRule } from '@ke-vai/contract/month/rules.ts'
import { type MeetingKind, meetingKinds } from '@ke-vai/contract/month/writing.ts'
import { refuse } from '@ke-vai/contract/refusal.ts'
import { sendNow } from '../api/api.ts'
import { readAgain } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { DateField } from '../ui/DateField.tsx'
import { Field } from '../ui/Field.tsx'
import { Attendance } from './Attendance.tsx'
import { BoardOnly } from './BoardOnly.tsx'
import { NotYet, useDraft } from './drafts.ts'
import { Step } from './Step.tsx'
import { TextArea } from './TextArea.tsx'

const words = {
  day: { vi: 'Ngày họp', en: 'Day of the meeting' },
  venue: { vi: 'Nơi họp', en: 'Where' },
  minutes: { vi: 'Biên bản', en: 'Minutes' },
  minutesHint: {
    vi: 'Ghi như nói. Không ghi tên, địa chỉ người được hỗ trợ; dùng mã.',
    en: 'As it was said. No name or address of a person supported; use the code.',
  },
  decisions: { vi: 'Quyết định', en: 'Decisions' },
  decisionsHint: { vi: 'Mỗi quyết định một dòng.', en: 'One decision a line.' },
  restricted: { vi: 'Nội dung riêng', en: "The board's words" },
} as const

const noDay = refuse(
  'held_on_missing',
  {
    vi: 'Xin ghi ngày họp; phần điểm danh và biên bản sẽ tự lưu.',
    en: 'Please write the day of the meeting.',
  },
  'heldOn',
)

interface MeetingDraft {
  heldOn: PlainDate | null
  venue: string
  attendance: string[]
  minutes: string
  /** One a line, as typed. */
  decisions: string
  restrictedPart: string
}

interface Props {
  slot: { id: string; kind: MeetingKind }
  saved: MeetingPage | null
  club: ClubPage
  month: MonthPage
  /** The day with which a new meeting is offered. */
  offeredDay: PlainDate
  again: () => void
}

/** Who was there, the minutes and the board's own part. All of it saves itself. */
export function MeetingForm({ slot, saved, club, month, offeredDay, again }: Props) {
  const { say } = useLanguage()
  const start: MeetingDraft = {
    heldOn: saved?.heldOn ?? offeredDay,
    venue: saved?.venue ?? '',
    attendance: saved?.attendance ?? [],
    minutes: saved?.minutes ?? '',
    decisions: saved?.decisions.join('\n') ?? '',
    restrictedPart: saved?.restrictedPart ?? '',
  }
  const { value, change, leave } = useDraft(`${club.id}/${month.month}/meeting/${slot.id}`, start, send)
  const set = (part: Partial<MeetingDraft>) => change({ ...value, ...part })

  async function send({ heldOn, decisions, ...rest }: MeetingDraft) {
    if (heldOn === null) throw new NotYet(noDay)
    const refusal = meetingRule({ heldOn }, { ...month, today: today() })
    if (refusal) throw new NotYet(refusal)
    const lines = decisions.split('\n').map((line) => line.trim())
    await sendNow(meetingRecord, {
      clubId: club.id,
      month: month.month,
      meetingId: slot.id,
      kind: slot.kind,
      heldOn,
      ...rest,
      decisions: lines.filter(Boolean),
    })
    // The first meeting changes the state of the month; the rest only itself.
    if (saved) again()
    else readAgain()
  }

  return (
    <>
      <Step no={3} title={{ vi: 'Điểm danh', en: 'Who is there' }}>
        <p className="quiet">{say(meetingKinds[slot.kind])}</p>
        <DateField label={say(words.day)} value={value.heldOn} onChange={(heldOn) => set({ heldOn })} />
        <Field label={say(words.venue)}>
          <input
            maxLength={200}
            value={value.venue}
            onChange={(event) => set({ venue: event.target.value })}
            onBlur={leave}
          />
        </Field>
        <Attendance
          club={club}
          heldOn={value.heldOn}
          counted={saved?.heldOn === value.heldOn ? saved.activeMembers : null}
          present={value.attendance}
          onChange={(attendance) => set({ attendance })}
        />
      </Step>
      <Step no={4} title={{ vi: 'Biên bản và quyết định', en: 'Minutes and decisions' }}>
        <TextArea
          label={say(words.minutes)}
          hint={say(words.minutesHint)}
          rows={6}
          maxLength={20_000}
          value={value.minutes}
          onChange={(minutes) => set({ minutes })}
          onLeave={leave}
        />
        <TextArea
          label={say(words.decisions)}
          hint={say(words.decisionsHint)}
          rows={3}
          maxLength={20_000}
          value={value.decisions}
          onChange={(decisions) => set({ decisions })}
          onLeave={leave}
        />
        <BoardOnly>
          <TextArea
            label={say(words.restricted)}
            rows={3}
            maxLength={20_000}
            value={value.restrictedPart}
            onChange={(restrictedPart) => set({ restrictedPart })}
            onLeave={leave}
          />
        </BoardOnly>
      </Step>
    </>
  )
}
