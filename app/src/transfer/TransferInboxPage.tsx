import { transferInbox, transferStates } from '@ke-vai/contract/transfer/transfer.ts'
import { Link } from 'wouter'
import { useRead } from '../api/use-read.ts'
import { Clock } from '../case/Clock.tsx'
import { useOwnAgency } from '../case/own-agency.ts'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'
import { ReceivedTransfer } from './ReceivedTransfer.tsx'
import { transferWords } from './transfer-words.ts'

const words = {
  title: { vi: 'Chuyển giao', en: 'Transfers' },
  sent: { vi: 'Đã đề nghị nơi khác, chưa xong', en: 'Offered elsewhere, not done yet' },
  sentNone: {
    vi: 'Không có lần nào đang chờ. Đề nghị chuyển giao ở trang của hồ sơ.',
    en: 'Nothing is waited for. A transfer is offered on the page of the case.',
  },
} as const

const boxes = [
  {
    state: 'offered',
    title: { vi: 'Chuyển giao đến, chờ trả lời', en: 'To answer' },
    empty: {
      vi: 'Không có lần nào chờ trả lời. Khi nơi khác muốn chuyển giao một người cho đơn vị mình, việc hiện ở đây cùng thời hạn.',
      en: 'Nothing waits. When another agency offers to hand somebody over, it stands here with its clock.',
    },
  },
  {
    state: 'accepted',
    title: { vi: 'Đã nhận, chưa tới nơi', en: 'Accepted, not there yet' },
    empty: { vi: 'Không có ai đang trên đường.', en: 'Nobody is on the way.' },
  },
] as const

/** What comes to this agency and what went out from the reader's own cases, as long as somebody is waited for. */
export function TransferInboxPage() {
  const { say } = useLanguage()
  const { organisationId } = useOwnAgency('transfer.receive')
  const inbox = useRead(transferInbox, { organisationId }, {})
  return (
    <Page title={say(words.title)}>
      <Reading of={inbox}>
        {({ transfers, sent }) => (
          <div className="stack">
            {boxes.map(({ state, title, empty }) => {
              const here = transfers.filter((each) => each.state === state)
              return (
                <section key={state} className="stack" aria-label={say(title)}>
                  <h2>
                    {say(title)} ({here.length})
                  </h2>
                  {here.length === 0 && <p className="quiet">{say(empty)}</p>}
                  {here.map((each) => (
                    <ReceivedTransfer key={each.id} organisationId={organisationId} transfer={each} />
                  ))}
                </section>
              )
            })}
            <section className="stack" aria-label={say(words.sent)}>
              <h2>
                {say(words.sent)} ({sent.length})
              </h2>
              {sent.length === 0 && <p className="quiet">{say(words.sentNone)}</p>}
              {sent.map((each) => (
                <article key={each.id} className="card stack">
                  <Link className="link" href={paths.caseTab(each.caseId, 'transfers')}>
                    {each.code} → {each.to}
                  </Link>
                  <p className={each.state === 'accepted' ? 'careful' : 'quiet'}>
                    {say(each.state === 'accepted' ? transferWords.notThere : transferStates[each.state])}
                  </p>
                  <Clock
                    due={
                      each.state === 'accepted'
                        ? { kind: 'transfer_arrival', dueAt: each.arrivalDueAt }
                        : { kind: 'transfer_answer', dueAt: each.answerDueAt }
                    }
                  />
                </article>
              ))}
            </section>
          </div>
        )}
      </Reading>
    </Page>
  )
}
