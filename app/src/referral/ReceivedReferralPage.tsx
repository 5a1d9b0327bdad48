import { sharedFields } from '@ke-vai/contract/consent/codes.ts'
import { type PlainDate, showDate, today } from '@ke-vai/contract/date/date.ts'
import {
  type DeclineReason,
  declineReasons,
  type FailReason,
  type FeedbackOutcome,
  failReasons,
  feedbackOutcomes,
  referralStandings,
  serviceCosts,
  urgencies,
} from '@ke-vai/contract/referral/codes.ts'
import { type ReceivedReferral, referralReceived } from '@ke-vai/contract/referral/reads.ts'
import {
  referralGiveFeedback,
  referralOpenShared,
  referralRespond,
} from '@ke-vai/contract/referral/referral.ts'
import { referralServices } from '@ke-vai/contract/register/codes.ts'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { sendNow } from '../api/api.ts'
import { readAgain, useRead } from '../api/use-read.ts'
import { useOwnAgency } from '../case/own-agency.ts'
import { CommandForm } from '../club/CommandForm.tsx'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { useSending } from '../register/use-sending.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { ClosesIn } from '../ui/ClosesIn.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useOpened } from '../ui/opened.ts'
import { optionsOf } from '../ui/options.ts'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'
import { SharedLines, type SharedView } from './SharedLines.tsx'

const words = {
  title: { vi: 'Chuyển gửi', en: 'Referral' },
  back: { vi: 'Hộp thư chuyển gửi', en: 'Referral inbox' },
  ended: {
    vi: 'Lần chuyển gửi này đã kết thúc, đơn vị không cần làm gì thêm. Những gì đã biết xin không dùng và không giữ lại.',
    en: 'This referral has ended; nothing more needs to be done. Please neither use nor keep what you learnt.',
  },
  open: { vi: 'Mở nội dung được chia sẻ', en: 'Open what was shared' },
  lead: {
    vi: 'Người được hỗ trợ chỉ đồng ý chia sẻ những mục này. Xin không hỏi lại câu chuyện đã qua.',
    en: 'She agreed to share only these. Please do not ask about what happened to her.',
  },
  accept: { vi: 'Nhận giúp', en: 'Accept' },
  decline: { vi: 'Chưa nhận được', en: 'Decline' },
  start: { vi: 'Bắt đầu giúp', en: 'Start' },
  complete: { vi: 'Đã xong', en: 'Completed' },
  fail: { vi: 'Không thành', en: 'Did not work out' },
  reason: { vi: 'Lý do', en: 'Reason' },
  send: { vi: 'Gửi trả lời', en: 'Send the answer' },
  feedback: { vi: 'Phản hồi kết quả', en: 'Feedback' },
  outcome: { vi: 'Kết quả', en: 'Outcome' },
  day: { vi: 'Ngày', en: 'Day' },
  feedbackHint: {
    vi: 'Chỉ ngày, loại việc và kết quả. Không cần ghi chép thêm.',
    en: 'Only day, kind and outcome. No notes are needed.',
  },
} as const

/** One referral for its receiver: what she agreed to share, opened when it is needed, and what may follow. */
export function ReceivedReferralPage({ referralId }: { referralId: string }) {
  const { say } = useLanguage()
  const { organisationId } = useOwnAgency('referral.receive')
  const page = useRead(referralReceived, { organisationId, referralId }, {})
  // Who had it on the screen is told that it ended; to anybody else it is as if it were not there.
  if (page.data !== null && page.refusal?.code === 'not_found')
    return (
      <Page title={say(words.title)} back={{ href: paths.referralInbox(), text: say(words.back) }}>
        <Notice>{say(words.ended)}</Notice>
      </Page>
    )
  return (
    <Page title={say(words.title)} back={{ href: paths.referralInbox(), text: say(words.back) }}>
      <Reading of={page}>
        {(data) => (
          <div className="stack">
            <dl className="facts">
              <div>
                <dt>{say({ vi: 'Dịch vụ', en: 'Service' })}</dt>
                <dd>{say(referralServices[data.service])}</dd>
              </div>
              <div>
                <dt>{say({ vi: 'Nơi gửi', en: 'From' })}</dt>
                <dd>
                  {data.from}, {showDate(data.sentOn)}
                </dd>
              </div>
              <div>
                <dt>{say({ vi: 'Khi nào cần', en: 'How soon' })}</dt>
                <dd>{say(urgencies[data.urgency])}</dd>
              </div>
              <div>
                <dt>{say({ vi: 'Chi phí', en: 'Cost' })}</dt>
                <dd>{say(serviceCosts[data.cost])}</dd>
              </div>
              <div>
                <dt>{say({ vi: 'Tình trạng', en: 'State' })}</dt>
                <dd>{say(referralStandings[data.standing])}</dd>
              </div>
            </dl>
            <p>{say(words.lead)}</p>
            <p className="hint">{data.fields.map((field) => say(sharedFields[field])).join(' · ')}</p>
            <OpenShared organisationId={organisationId} referralId={referralId} askAgain={page.again} />
            <Answer organisationId={organisationId} referral={data} />
          </div>
        )}
      </Reading>
    </Page>
  )
}

/** While it stands open the page is asked for anew: when she takes her consent back, it goes from the screen too. */
function OpenShared({ organisationId, referralId, askAgain }: Of & { askAgain: () => void }) {
  const { say } = useLanguage()
  const opened = useOpened<SharedView>(askAgain)
  const sending = useSending()
  if (opened.value)
    return (
      <div className="card stack sealed">
        <SharedLines view={opened.value} />
        <ClosesIn opened={opened} />
      </div>
    )
  return (
    <div className="stack">
      <Button
        look="quiet"
        busy={sending.busy}
        onClick={() =>
          void sending.run(async () => {
            opened.show(await sendNow(referralOpenShared, { organisationId, referralId }))
            sending.rest()
          })
        }
      >
        {say(words.open)}
      </Button>
      {sending.problem && <Notice kind="problem">{say(sending.problem.message)}</Notice>}
    </div>
  )
}

function Answer({ organisationId, referral }: { organisationId: string; referral: ReceivedReferral }) {
  const { say } = useLanguage()
  const sending = useSending()
  const of = { organisationId, referralId: referral.id }
  const answer = (to: 'accepted' | 'in_progress' | 'completed') =>
    void sending.run(async () => {
      await sendNow(referralRespond, { ...of, to })
      readAgain()
      sending.rest()
    })
  const { standing } = referral
  return (
    <div className="stack">
      {sending.problem && <Notice kind="problem">{say(sending.problem.message)}</Notice>}
      {(standing === 'sent' || standing === 'overdue') && (
        <>
          <Button wide busy={sending.busy} onClick={() => answer('accepted')}>
            {say(words.accept)}
          </Button>
          <No of={of} to="declined" text={say(words.decline)} />
        </>
      )}
      {standing === 'accepted' && (
        <Button wide busy={sending.busy} onClick={() => answer('in_progress')}>
          {say(words.start)}
        </Button>
      )}
      {standing === 'in_progress' && (
        <>
          <Button wide busy={sending.busy} onClick={() => answer('completed')}>
            {say(words.complete)}
          </Button>
          <No of={of} to="failed" text={say(words.fail)} />
        </>
      )}
      {(standing === 'completed' || standing === 'failed') && <Feedback of={of} referral={referral} />}
    </div>
  )
}

interface Of {
  organisationId: string
  referralId: string
}

/** A no, with its reason as a code. */
function No({ of, to, text }: { of: Of; to: 'declined' | 'failed'; text: string }) {
  const { say } = useLanguage()
  const [, go] = useLocation()
  const [reason, setReason] = useState<DeclineReason | FailReason | null>(null)
  return (
    <Opening text={text}>
      {(close) => (
        <CommandForm
          command={referralRespond}
          submit={say(words.send)}
          ready={reason !== null}
          args={() => ({ ...of, to, reason })}
          onDone={() => (to === 'declined' ? go(paths.referralInbox()) : close())}
        >
          <Choice<DeclineReason | FailReason>
            label={say(words.reason)}
            options={to === 'declined' ? optionsOf(declineReasons, say) : optionsOf(failReasons, say)}
            chosen={reason === null ? [] : [reason]}
            onChange={([code]) => setReason(code ?? null)}
          />
        </CommandForm>
      )}
    </Opening>
  )
}

function Feedback({ of, referral }: { of: Of; referral: ReceivedReferral }) {
  const { say } = useLanguage()
  const [, go] = useLocation()
  const [onDay, setOnDay] = useState<PlainDate | null>(today())
  const [outcome, setOutcome] = useState<FeedbackOutcome | null>(null)
  return (
    <section className="card stack" aria-label={say(words.feedback)}>
      <h2>{say(words.feedback)}</h2>
      <p className="hint">{say(words.feedbackHint)}</p>
      <CommandForm
        command={referralGiveFeedback}
        submit={say(words.send)}
        ready={onDay !== null && outcome !== null}
        args={() => ({
          ...of,
          onDay: onDay ?? today(),
          kind: referral.service,
          outcome: outcome ?? 'not_done',
        })}
        onDone={() => go(paths.referralInbox())}
      >
        <DateField label={say(words.day)} value={onDay} onChange={setOnDay} />
        <Choice
          label={say(words.outcome)}
          options={optionsOf(feedbackOutcomes, say)}
          chosen={outcome === null ? [] : [outcome]}
          onChange={([code]) => setOutcome(code ?? null)}
        />
      </CommandForm>
    </section>
  )
}
