import { type SharedField, sharedFields } from '@ke-vai/contract/consent/codes.ts'
import { showDate, showMoment } from '@ke-vai/contract/date/date.ts'
import {
  declineReasons,
  faces,
  failReasons,
  feedbackOutcomes,
  referralStandings,
} from '@ke-vai/contract/referral/codes.ts'
import type { ReferralSent } from '@ke-vai/contract/referral/reads.ts'
import { referralFollows } from '@ke-vai/contract/referral/state.ts'
import { referralServices } from '@ke-vai/contract/register/codes.ts'
import type { Words } from '@ke-vai/contract/words.ts'
import { type ReactNode, useState } from 'react'
import { readAgain } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { useSending } from '../register/use-sending.ts'
import { Button } from '../ui/Button.tsx'
import { ClosesIn } from '../ui/ClosesIn.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useOpened } from '../ui/opened.ts'
import { HeardAnswer } from './HeardAnswer.tsx'
import { type ReferralOf, sendingOf } from './of.ts'
import { cardWords as words } from './referral-words.ts'
import { SharedLines, type SharedView } from './SharedLines.tsx'

interface Props {
  of: ReferralOf
  referral: ReferralSent
  mayWrite: boolean
  /** She is asked on the sheet of her case, or of her register; `end` shuts it. */
  sheet: (to: ReceiverRead, end: () => void) => ReactNode
  /** The next place after one that led nowhere. */
  next: (toOrganisationId: string, done: () => void) => ReactNode
  /** What she left out of the sheet for this place: with these fields it cannot be sent. */
  leftOut: readonly SharedField[]
  /** The sheet lies open at once: it was just prepared. */
  asks?: boolean
}

/** To whom, as it is read to her. */
export interface ReceiverRead {
  organisationId: string | null
  directoryEntryId: string | null
  name: string
}

/** One referral for its sender: where it stands, what they would see, and what may follow. */
export function ReferralCard({ of, referral, mayWrite, sheet, next, leftOut, asks = false }: Props) {
  const { say } = useLanguage()
  const sending = useSending()
  const preview = useOpened<SharedView>()
  const [asking, setAsking] = useState(asks)
  const [nextPlace, setNextPlace] = useState<string | null>(null)
  const { id, standing } = referral
  const does = sendingOf(of, id)
  const may = (to: 'sent' | 'closed' | 'withdrawn') => referralFollows[standing].includes(to)
  const run = (work: () => Promise<unknown>) =>
    void sending.run(async () => {
      await work()
      readAgain()
      sending.rest()
    })
  const deliver = () => {
    // Without her yes nothing goes: the sheet opens instead.
    if (!referral.consented) return setAsking(true)
    run(does.deliver)
  }
  const reasons: Readonly<Record<string, Words>> = { ...declineReasons, ...failReasons }
  const reason = referral.reason === null ? undefined : reasons[referral.reason]

  return (
    <article className="card stack">
      <p>
        <strong>{say(referralServices[referral.service])}</strong> →{' '}
        {referral.recipient ?? say(words.outside)}
      </p>
      <p className={standing === 'overdue' || standing === 'declined' ? 'overdue' : 'quiet'}>
        {say(referral.consented && may('sent') ? words.agreed : referralStandings[standing])}
        {reason && `: ${say(reason)}`}
        {referral.answerDueAt && (standing === 'sent' || standing === 'overdue') && (
          <>
            {' '}
            · {say(words.due)} {showMoment(referral.answerDueAt)}
          </>
        )}
      </p>
      <p className="hint">{referral.fields.map((field) => say(sharedFields[field])).join(' · ')}</p>
      {may('sent') && !referral.consented && leftOut.length > 0 && (
        <Notice kind="careful">
          {say(words.leftOut)} {leftOut.map((field) => say(sharedFields[field])).join(', ')}.{' '}
          {say(words.without)}
        </Notice>
      )}
      {referral.emergencyId && <Notice kind="careful">{say(words.emergency)}</Notice>}
      {referral.endedAt && (
        <p className="quiet">
          {say(words.ended)} {showMoment(referral.endedAt)}
        </p>
      )}
      {referral.feedback && (
        <p>
          {say(words.feedback)}: {showDate(referral.feedback.onDay)} ·{' '}
          {say(feedbackOutcomes[referral.feedback.outcome])}
        </p>
      )}
      {preview.value && (
        <div className="card stack sealed">
          <h3>{say(words.previewTitle)}</h3>
          <SharedLines view={preview.value} />
          <ClosesIn opened={preview} />
        </div>
      )}
      {sending.problem && <Notice kind="problem">{say(sending.problem.message)}</Notice>}
      {mayWrite && (
        <div className="actions">
          {may('sent') && (
            <>
              <Button
                look="quiet"
                busy={sending.busy}
                onClick={() =>
                  void sending.run(async () => {
                    preview.show(await does.preview())
                    sending.rest()
                  })
                }
              >
                {say(words.preview)}
              </Button>
              {(referral.consented || !asking) && (
                <Button busy={sending.busy} onClick={deliver}>
                  {say(referral.consented ? words.send : words.ask)}
                </Button>
              )}
            </>
          )}
          {(standing === 'sent' || standing === 'overdue') && (
            <Button look="quiet" busy={sending.busy} onClick={() => run(does.remind)}>
              {say(words.remind)}
            </Button>
          )}
          {may('closed') && (
            <Button look="quiet" busy={sending.busy} onClick={() => run(() => does.end('closed'))}>
              {say(words.close)}
            </Button>
          )}
          {may('withdrawn') && (
            <Button look="careful" busy={sending.busy} onClick={() => run(() => does.end('withdrawn'))}>
              {say(words.withdraw)}
            </Button>
          )}
        </div>
      )}
      {mayWrite && ['completed', 'failed', 'feedback_given', 'closed'].includes(standing) && (
        <fieldset className="choice">
          <legend>{say(words.rating)}</legend>
          <div className="actions">
            {faces.map(({ value, face, words: meaning }) => (
              <Button
                key={value}
                look={referral.rating === value ? 'main' : 'quiet'}
                aria-pressed={referral.rating === value}
                onClick={() => run(() => does.rate(value))}
              >
                <span aria-hidden="true">{face}</span> {say(meaning)}
              </Button>
            ))}
          </div>
        </fieldset>
      )}
      {mayWrite && <HeardAnswer of={of} referral={referral} />}
      {asking &&
        !referral.consented &&
        sheet(
          {
            organisationId: referral.toOrganisationId,
            directoryEntryId: referral.directoryEntryId,
            name: referral.recipient ?? say(words.outside),
          },
          () => setAsking(false),
        )}
      {mayWrite && referral.nextRecipients.length > 0 && (
        <div className="stack">
          <p>{say(words.next)}</p>
          <div className="actions">
            {referral.nextRecipients.slice(0, 3).map((each) => (
              <Button key={each.id} look="quiet" onClick={() => setNextPlace(each.id)}>
                {each.name}
              </Button>
            ))}
          </div>
          {nextPlace && next(nextPlace, () => setNextPlace(null))}
        </div>
      )}
    </article>
  )
}
