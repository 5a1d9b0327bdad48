import { type PlainDate, today } from '@ke-vai/contract/date/date.ts'
import {
  type DeclineReason,
  declineReasons,
  type FailReason,
  type FeedbackOutcome,
  failReasons,
  feedbackOutcomes,
  referralStates,
} from '@ke-vai/contract/referral/codes.ts'
import type { ReferralSent } from '@ke-vai/contract/referral/reads.ts'
import { referralFollows } from '@ke-vai/contract/referral/state.ts'
import { useState } from 'react'
import { readAgain } from '../api/use-read.ts'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { useSending } from '../register/use-sending.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Notice } from '../ui/Notice.tsx'
import { optionsOf } from '../ui/options.ts'
import { type ReferralOf, sendingOf } from './of.ts'

const words = {
  open: { vi: 'Ghi trả lời đã nghe được', en: 'Record what they answered' },
  hint: {
    vi: 'Nơi này không trả lời trên hệ thống. Xin ghi điều họ đã nói qua điện thoại hoặc khi đến gặp.',
    en: 'This place does not answer here. Please record what they said by phone or in person.',
  },
  answer: { vi: 'Nơi nhận nói gì?', en: 'What did they say?' },
  reason: { vi: 'Lý do', en: 'Reason' },
  day: { vi: 'Ngày', en: 'Day' },
  outcome: { vi: 'Kết quả', en: 'Outcome' },
  save: { vi: 'Lưu trả lời', en: 'Save the answer' },
} as const

const answers = ['accepted', 'declined', 'in_progress', 'completed', 'failed', 'feedback_given'] as const
type Answer = (typeof answers)[number]

/** Of a receiver who is not on this system, or may no longer look: its sender writes what it was told. */
export function HeardAnswer({ of, referral }: { of: ReferralOf; referral: ReferralSent }) {
  const { say } = useLanguage()
  const possible = answers.filter((each) => referralFollows[referral.standing].includes(each))
  if (!referral.heard || possible.length === 0) return null
  return (
    <Opening text={say(words.open)}>
      {(close) => <HeardForm of={of} referral={referral} possible={possible} onDone={close} />}
    </Opening>
  )
}

interface FormProps {
  of: ReferralOf
  referral: ReferralSent
  possible: readonly Answer[]
  onDone: () => void
}

function HeardForm({ of, referral, possible, onDone }: FormProps) {
  const { say } = useLanguage()
  const sending = useSending()
  const [to, setTo] = useState<Answer | null>(null)
  const [reason, setReason] = useState<DeclineReason | FailReason | null>(null)
  const [onDay, setOnDay] = useState<PlainDate | null>(today())
  const [outcome, setOutcome] = useState<FeedbackOutcome | null>(null)
  const asksReason = to === 'declined' || to === 'failed'
  const ready =
    to !== null &&
    (!asksReason || reason !== null) &&
    (to !== 'feedback_given' || (onDay !== null && outcome !== null))
  const save = () => {
    if (to === null) return
    void sending.run(async () => {
      const feedback =
        to === 'feedback_given' && onDay !== null && outcome !== null
          ? { onDay, kind: referral.service, outcome }
          : null
      await sendingOf(of, referral.id).hear({ to, reason: asksReason ? reason : null, feedback })
      readAgain()
      sending.rest()
      onDone()
    })
  }
  return (
    <div className="stack">
      <p className="hint">{say(words.hint)}</p>
      <Choice
        label={say(words.answer)}
        options={possible.map((code) => ({ code, text: say(referralStates[code]) }))}
        chosen={to === null ? [] : [to]}
        onChange={([code]) => setTo(code ?? null)}
      />
      {asksReason && (
        <Choice<DeclineReason | FailReason>
          label={say(words.reason)}
          options={to === 'declined' ? optionsOf(declineReasons, say) : optionsOf(failReasons, say)}
          chosen={reason === null ? [] : [reason]}
          onChange={([code]) => setReason(code ?? null)}
        />
      )}
      {to === 'feedback_given' && (
        <>
          <DateField label={say(words.day)} value={onDay} onChange={setOnDay} />
          <Choice
            label={say(words.outcome)}
            options={optionsOf(feedbackOutcomes, say)}
            chosen={outcome === null ? [] : [outcome]}
            onChange={([code]) => setOutcome(code ?? null)}
          />
        </>
      )}
      {sending.problem && <Notice kind="problem">{say(sending.problem.message)}</Notice>}
      <Button wide busy={sending.busy} disabled={!ready} onClick={save}>
        {say(words.save)}
      </Button>
    </div>
  )
}
