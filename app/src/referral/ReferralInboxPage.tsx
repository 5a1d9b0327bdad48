import { showDate } from '@ke-vai/contract/date/date.ts'
import { referralStandings, urgencies } from '@ke-vai/contract/referral/codes.ts'
import { type ReceivedReferral, referralInbox } from '@ke-vai/contract/referral/reads.ts'
import { referralServices } from '@ke-vai/contract/register/codes.ts'
import { Link } from 'wouter'
import { useRead } from '../api/use-read.ts'
import { Clock } from '../case/Clock.tsx'
import { useOwnAgency } from '../case/own-agency.ts'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'

const words = {
  title: { vi: 'Hộp thư chuyển gửi', en: 'Referral inbox' },
  sharing_ended: {
    vi: 'Một lần chuyển gửi đã kết thúc, đơn vị không cần làm gì thêm.',
    en: 'A referral has ended; nothing more needs to be done.',
  },
  answer_awaited: { vi: 'Có lần chuyển gửi đang chờ trả lời.', en: 'A referral waits for your answer.' },
  sentOn: { vi: 'Gửi ngày', en: 'Sent on' },
} as const

const boxes = [
  {
    id: 'answer',
    standings: ['sent', 'overdue'],
    title: { vi: 'Chờ trả lời', en: 'To answer' },
    empty: { vi: 'Không có lần chuyển gửi nào chờ trả lời.', en: 'Nothing waits for an answer.' },
  },
  {
    id: 'doing',
    standings: ['accepted', 'in_progress'],
    title: { vi: 'Đang giúp', en: 'Under way' },
    empty: { vi: 'Chưa có việc nào đang làm.', en: 'Nothing is under way.' },
  },
  {
    id: 'feedback',
    standings: ['completed', 'failed'],
    title: { vi: 'Chờ phản hồi kết quả', en: 'To give feedback' },
    empty: { vi: 'Không có việc nào chờ phản hồi.', en: 'No feedback is awaited.' },
  },
] as const

/** What was addressed to this organisation: to answer by its clock, under way, to tell back. */
export function ReferralInboxPage() {
  const { say } = useLanguage()
  const { organisationId } = useOwnAgency('referral.receive')
  const inbox = useRead(referralInbox, { organisationId }, {})
  return (
    <Page title={say(words.title)}>
      <Reading of={inbox}>
        {({ referrals, notices }) => (
          <div className="stack">
            {notices.map((each) => (
              <Notice key={each.id}>
                {say(words[each.kind])} {each.sentOn && `${say(words.sentOn)} ${showDate(each.sentOn)}.`}
              </Notice>
            ))}
            {boxes.map(({ id, title, empty, standings }) => {
              const here = referrals.filter((each) =>
                (standings as readonly string[]).includes(each.standing),
              )
              return (
                <section key={id} className="stack" aria-label={say(title)}>
                  <h2>
                    {say(title)} ({here.length})
                  </h2>
                  {here.length === 0 && <p className="quiet">{say(empty)}</p>}
                  {here.map((each) => (
                    <InboxLine key={each.id} referral={each} />
                  ))}
                </section>
              )
            })}
          </div>
        )}
      </Reading>
    </Page>
  )
}

function InboxLine({ referral }: { referral: ReceivedReferral }) {
  const { say } = useLanguage()
  const { standing, answerDueAt } = referral
  return (
    <article className="card stack">
      <Link className="link" href={paths.receivedReferral(referral.id)}>
        {say(referralServices[referral.service])}
      </Link>
      <p className="quiet">
        {referral.from} · {showDate(referral.sentOn)} · {say(urgencies[referral.urgency])}
      </p>
      <p>{say(referralStandings[standing])}</p>
      {(standing === 'sent' || standing === 'overdue') && (
        <Clock due={{ kind: 'referral_answer', dueAt: answerDueAt }} />
      )}
    </article>
  )
}
