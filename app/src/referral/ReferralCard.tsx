import { sharedFields } from '@ke-vai/contract/consent/codes.ts'
import type { ConsentShown } from '@ke-vai/contract/consent/consent.ts'
import { showDate, showMoment } from '@ke-vai/contract/date/date.ts'
import {
  declineReasons,
  faces,
  failReasons,
  feedbackOutcomes,
  referralStandings,
} from '@ke-vai/contract/referral/codes.ts'
import type { ReferralOfCase } from '@ke-vai/contract/referral/reads.ts'
import {
  referralDeliver,
  referralEnd,
  referralPreview,
  referralRate,
  referralRemind,
} from '@ke-vai/contract/referral/referral.ts'
import { referralFollows } from '@ke-vai/contract/referral/state.ts'
import { referralServices } from '@ke-vai/contract/register/codes.ts'
import type { Words } from '@ke-vai/contract/words.ts'
import { useState } from 'react'
import { sendNow } from '../api/api.ts'
import { readAgain } from '../api/use-read.ts'
import { ConsentSheet } from '../consent/ConsentSheet.tsx'
import { useLanguage } from '../language/language.ts'
import { useSending } from '../register/use-sending.ts'
import { Button } from '../ui/Button.tsx'
import { ClosesIn } from '../ui/ClosesIn.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useOpened } from '../ui/opened.ts'
import { PrepareReferral } from './PrepareReferral.tsx'
import { cardWords as words } from './referral-words.ts'
import { SharedLines, type SharedView } from './SharedLines.tsx'

interface Props {
  organisationId: string
  caseId: string
  referral: ReferralOfCase
  her: Parameters<typeof ConsentSheet>[0]['her']
  /** In force for the same receiver: a new sheet takes its place. */
  older: ConsentShown | undefined
  mayWrite: boolean
}

/** One referral for the team: where it stands, what they would see, and what may follow. */
export function ReferralCard({ organisationId, caseId, referral, her, older, mayWrite }: Props) {
  const { say } = useLanguage()
  const sending = useSending()
  const preview = useOpened<SharedView>()
  const [sheet, setSheet] = useState(false)
  const [next, setNext] = useState<string | null>(null)
  const { id, standing } = referral
  const of = { organisationId, caseId, referralId: id }
  const may = (to: 'sent' | 'closed' | 'withdrawn') => referralFollows[standing].includes(to)
  const run = (work: () => Promise<unknown>) =>
    void sending.run(async () => {
      await work()
      readAgain()
      sending.rest()
    })
  const deliver = () => {
    // Without her yes nothing goes: the sheet opens instead.
    if (!referral.consented) return setSheet(true)
    run(() => sendNow(referralDeliver, of))
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
        {say(referralStandings[standing])}
        {reason && `: ${say(reason)}`}
        {referral.answerDueAt && (standing === 'sent' || standing === 'overdue') && (
          <>
            {' '}
            · {say(words.due)} {showMoment(referral.answerDueAt)}
          </>
        )}
      </p>
      <p className="hint">{referral.fields.map((field) => say(sharedFields[field])).join(' · ')}</p>
      {referral.emergencyId && <Notice kind="careful">{say(words.emergency)}</Notice>}
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
                    preview.show(await sendNow(referralPreview, of))
                    sending.rest()
                  })
                }
              >
                {say(words.preview)}
              </Button>
              <Button busy={sending.busy} onClick={deliver}>
                {say(referral.consented ? words.send : words.ask)}
              </Button>
            </>
          )}
          {(standing === 'sent' || standing === 'overdue') && (
            <Button look="quiet" busy={sending.busy} onClick={() => run(() => sendNow(referralRemind, of))}>
              {say(words.remind)}
            </Button>
          )}
          {may('closed') && (
            <Button
              look="quiet"
              busy={sending.busy}
              onClick={() => run(() => sendNow(referralEnd, { ...of, to: 'closed' }))}
            >
              {say(words.close)}
            </Button>
          )}
          {may('withdrawn') && (
            <Button
              look="careful"
              busy={sending.busy}
              onClick={() => run(() => sendNow(referralEnd, { ...of, to: 'withdrawn' }))}
            >
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
                onClick={() => run(() => sendNow(referralRate, { ...of, rating: value }))}
              >
                <span aria-hidden="true">{face}</span> {say(meaning)}
              </Button>
            ))}
          </div>
        </fieldset>
      )}
      {sheet && (
        <ConsentSheet
          organisationId={organisationId}
          caseId={caseId}
          her={her}
          purpose="share_referral"
          to={{
            organisationId: referral.toOrganisationId,
            directoryEntryId: referral.directoryEntryId,
            name: referral.recipient ?? say(words.outside),
          }}
          offered={referral.fields}
          {...(older ? { replacesId: older.id } : {})}
          onEnd={() => setSheet(false)}
        />
      )}
      {mayWrite && referral.nextRecipients.length > 0 && (
        <div className="stack">
          <p>{say(words.next)}</p>
          <div className="actions">
            {referral.nextRecipients.slice(0, 3).map((each) => (
              <Button key={each.id} look="quiet" onClick={() => setNext(each.id)}>
                {each.name}
              </Button>
            ))}
          </div>
          {next && (
            <PrepareReferral
              key={next}
              organisationId={organisationId}
              caseId={caseId}
              next={{ service: referral.service, toOrganisationId: next, previousId: id }}
              onDone={() => setNext(null)}
            />
          )}
        </div>
      )}
    </article>
  )
}
