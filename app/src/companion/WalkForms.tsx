import { companionFinishTask, companionLeave, companionNoteVisit } from '@ke-vai/contract/companion/club.ts'
import {
  type CompanionEnd,
  type CompanionOutcome,
  clubEnds,
  companionEnds,
  companionOutcomes,
} from '@ke-vai/contract/companion/codes.ts'
import { companionDayRule } from '@ke-vai/contract/companion/state.ts'
import { type PlainDate, today } from '@ke-vai/contract/date/date.ts'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { CommandForm } from '../club/CommandForm.tsx'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { TextArea } from '../month/TextArea.tsx'
import { paths } from '../paths.ts'
import { Choice } from '../ui/Choice.tsx'
import { DateField } from '../ui/DateField.tsx'
import { optionsOf } from '../ui/options.ts'

const words = {
  done: { vi: 'Đã làm', en: 'Done' },
  visit: { vi: 'Ghi lần gặp', en: 'Note a visit' },
  day: { vi: 'Ngày', en: 'Day' },
  outcome: { vi: 'Thế nào?', en: 'How was it?' },
  note: { vi: 'Nhắn nhóm hỗ trợ (không bắt buộc)', en: 'A word to the team (optional)' },
  noteHint: {
    vi: 'Chỉ nhóm hỗ trợ đọc được. Không ghi chuyện đã xảy ra với người ấy.',
    en: 'The team alone reads it. Nothing of what happened to her.',
  },
  save: { vi: 'Gửi', en: 'Send' },
  leave: { vi: 'Câu lạc bộ xin dừng', en: 'The club has to stop' },
  reason: { vi: 'Lý do', en: 'Reason' },
} as const

export interface OfClub {
  clubId: string
  companionId: string
}

function useTold() {
  const [onDay, setDay] = useState<PlainDate | null>(today())
  const [outcome, setOutcome] = useState<CompanionOutcome | null>(null)
  const [note, setNote] = useState('')
  const { say } = useLanguage()
  const told = { onDay: onDay ?? today(), outcome: outcome ?? 'not_met', words: note } as const
  const fields = (
    <>
      <DateField label={say(words.day)} value={onDay} onChange={setDay} />
      <Choice
        label={say(words.outcome)}
        options={optionsOf(companionOutcomes, say)}
        chosen={outcome === null ? [] : [outcome]}
        onChange={([code]) => setOutcome(code ?? null)}
      />
      <TextArea
        label={say(words.note)}
        hint={say(words.noteHint)}
        rows={2}
        maxLength={1000}
        value={note}
        onChange={setNote}
      />
    </>
  )
  const rule = () => companionDayRule(told.onDay, today(), 'done')
  return { told, fields, rule, ready: onDay !== null && outcome !== null }
}

export function FinishTask({ of, taskId }: { of: OfClub; taskId: string }) {
  const { say } = useLanguage()
  return (
    <Opening text={say(words.done)}>
      {(close) => <FinishForm of={{ ...of, taskId }} onDone={close} />}
    </Opening>
  )
}

function FinishForm({ of, onDone }: { of: OfClub & { taskId: string }; onDone: () => void }) {
  const { say } = useLanguage()
  const { told, fields, rule, ready } = useTold()
  return (
    <CommandForm
      command={companionFinishTask}
      submit={say(words.save)}
      ready={ready}
      rule={rule}
      args={() => ({ ...of, ...told })}
      onDone={onDone}
    >
      {fields}
    </CommandForm>
  )
}

export function NoteVisit({ of }: { of: OfClub }) {
  const { say } = useLanguage()
  return <Opening text={say(words.visit)}>{(close) => <VisitForm of={of} onDone={close} />}</Opening>
}

function VisitForm({ of, onDone }: { of: OfClub; onDone: () => void }) {
  const { say } = useLanguage()
  const { told, fields, rule, ready } = useTold()
  return (
    <CommandForm
      command={companionNoteVisit}
      submit={say(words.save)}
      ready={ready}
      rule={rule}
      args={() => ({ ...of, ...told })}
      onDone={onDone}
    >
      {fields}
    </CommandForm>
  )
}

export function LeaveCompanion({ of }: { of: OfClub }) {
  const { say } = useLanguage()
  const [, go] = useLocation()
  const [reason, setReason] = useState<CompanionEnd | null>(null)
  return (
    <Opening text={say(words.leave)}>
      {() => (
        <CommandForm
          command={companionLeave}
          submit={say(words.leave)}
          ready={reason !== null}
          args={() => ({ ...of, reason: reason ?? 'other' })}
          onDone={() => go(paths.companions())}
        >
          <Choice
            label={say(words.reason)}
            options={clubEnds.map((code) => ({ code, text: say(companionEnds[code]) }))}
            chosen={reason === null ? [] : [reason]}
            onChange={([code]) => setReason(code ?? null)}
          />
        </CommandForm>
      )}
    </Opening>
  )
}
