import { type PlainDate, showDate, today } from '@ke-vai/contract/date/date.ts'
import { type ReferralOutcome, referralOutcomes, referralServices } from '@ke-vai/contract/register/codes.ts'
import type { PersonPage } from '@ke-vai/contract/register/person.ts'
import { referralAnswer, referralAnswerRule, referralSend } from '@ke-vai/contract/register/referral.ts'
import { useState } from 'react'
import { useOwnPermissions } from '../account/own-club.ts'
import { useLanguage } from '../language/language.ts'
import { record, useOutbox } from '../offline/offline.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useSending } from './use-sending.ts'

const words = {
  title: { vi: 'Chuyển gửi', en: 'Referrals' },
  answer: { vi: 'Ghi phản hồi của nơi nhận', en: 'Record the service’s answer' },
  outcome: { vi: 'Nơi nhận trả lời', en: 'The service answered' },
  day: { vi: 'Ngày phản hồi', en: 'Day of the answer' },
  save: { vi: 'Lưu phản hồi', en: 'Save the answer' },
  pending: { vi: 'Đã lưu trong máy, chưa gửi', en: 'Saved on this device, not sent yet' },
} as const

type Referral = PersonPage['referrals'][number]

/** Her referrals, each with the answer that may come next. */
export function ReferralList({ clubId, person }: { clubId: string; person: PersonPage }) {
  const { say } = useLanguage()
  const may = useOwnPermissions()
  const waiting = useOutbox().waiting.filter((each) => each.state === 'waiting')
  const sent = waiting
    .filter((each) => each.sent.name === referralSend.name)
    .map((each) => referralSend.args.parse(each.sent.args))
    .filter((each) => each.personId === person.id)
  const answered = waiting
    .filter((each) => each.sent.name === referralAnswer.name)
    .map((each) => referralAnswer.args.parse(each.sent.args))
  if (person.referrals.length + sent.length === 0) return null
  return (
    <section>
      <h2>{say(words.title)}</h2>
      <ul className="timeline">
        {sent.map((each) => (
          <li key={each.referralId}>
            <strong>{showDate(each.sentOn)}</strong> {say(referralServices[each.service])}
            <span className="pending">{say(words.pending)}</span>
          </li>
        ))}
        {person.referrals.map((each) => {
          const pending = answered.find((answer) => answer.referralId === each.id)
          return (
            <li key={each.id}>
              <strong>{showDate(each.sentOn)}</strong> {say(referralServices[each.service])}
              <span className="quiet">
                {say(referralOutcomes[each.outcome])}
                {each.outcomeOn && ` · ${showDate(each.outcomeOn)}`}
              </span>
              {pending && (
                <span className="pending">
                  {say(referralOutcomes[pending.outcome])}. {say(words.pending)}
                </span>
              )}
              {may.includes('register.write') && !pending && <AnswerForm clubId={clubId} referral={each} />}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function AnswerForm({ clubId, referral }: { clubId: string; referral: Referral }) {
  const { say } = useLanguage()
  const [outcome, setOutcome] = useState<ReferralOutcome | null>(null)
  const [outcomeOn, setOutcomeOn] = useState<PlainDate | null>(today())
  const sending = useSending()
  const situation = { outcome: referral.outcome, sentOn: referral.sentOn, today: today() }
  // Offered is only what the rule allows after the present answer.
  const possible = (Object.keys(referralOutcomes) as ReferralOutcome[]).filter(
    (each) => referralAnswerRule({ outcome: each, outcomeOn: today() }, situation) === null,
  )
  if (possible.length === 0) return null

  const save = () => {
    if (outcome === null || outcomeOn === null) return
    const refused = referralAnswerRule({ outcome, outcomeOn }, situation)
    sending.setProblem(refused)
    if (refused) return
    void sending.run(async () => {
      await record(referralAnswer, { clubId, referralId: referral.id, outcome, outcomeOn })
      setOutcome(null)
      sending.rest()
    })
  }

  return (
    <details>
      <summary>{say(words.answer)}</summary>
      <div className="stack">
        <Choice
          label={say(words.outcome)}
          options={possible.map((code) => ({ code, text: say(referralOutcomes[code]) }))}
          chosen={outcome === null ? [] : [outcome]}
          onChange={([code]) => setOutcome(code ?? null)}
        />
        <DateField label={say(words.day)} value={outcomeOn} onChange={setOutcomeOn} />
        {sending.problem && <Notice kind="problem">{say(sending.problem.message)}</Notice>}
        <Button busy={sending.busy} disabled={outcome === null || outcomeOn === null} onClick={save}>
          {say(words.save)}
        </Button>
      </div>
    </details>
  )
}
