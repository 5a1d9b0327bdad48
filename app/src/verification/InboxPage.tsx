import { requestInbox } from '@ke-vai/contract/verification/request.ts'
import { useRead } from '../api/use-read.ts'
import { useOwnAgency } from '../case/own-agency.ts'
import { useLanguage } from '../language/language.ts'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'
import { RequestCard } from './RequestCard.tsx'

const words = {
  title: { vi: 'Yêu cầu gửi đến', en: 'Requests' },
  lead: {
    vi: 'Ở đây chỉ có những yêu cầu gửi cho cơ quan của anh/chị. Mỗi lần mở đều được ghi vào nhật ký.',
    en: 'Here stands only what was addressed to your body. Each opening is logged.',
  },
  open: { vi: 'Chờ trả lời', en: 'To be answered' },
  ended: { vi: 'Đã xong', en: 'Done' },
  none: {
    vi: 'Không có yêu cầu nào đang chờ. Khi có yêu cầu mới, yêu cầu hiện ở đây cùng thời hạn trả lời.',
    en: 'Nothing waits. A new request appears here with the time limit for its answer.',
  },
} as const

/** The liaison's inbox: what was addressed to his body, with its clocks, and nothing else. */
export function InboxPage() {
  const { say } = useLanguage()
  const { organisationId, name } = useOwnAgency('verification.answer')
  const inbox = useRead(requestInbox, { organisationId }, {})
  return (
    <Page title={say(words.title)}>
      <p className="quiet">
        {name}. {say(words.lead)}
      </p>
      <Reading of={inbox}>
        {({ requests }) => {
          const isOpen = (each: (typeof requests)[number]) =>
            (each.state === 'sent' || each.state === 'opened') && !each.expired
          const [open, ended] = [requests.filter(isOpen), requests.filter((each) => !isOpen(each))]
          return (
            <>
              <h2>{say(words.open)}</h2>
              {open.length === 0 && <p className="empty">{say(words.none)}</p>}
              <ul className="cards">
                {open.map((each) => (
                  <li key={each.id} className="card stack">
                    <RequestCard organisationId={organisationId} request={each} open />
                  </li>
                ))}
              </ul>
              {ended.length > 0 && <h2>{say(words.ended)}</h2>}
              <ul className="cards">
                {ended.map((each) => (
                  <li key={each.id} className="card stack">
                    <RequestCard organisationId={organisationId} request={each} open={false} />
                  </li>
                ))}
              </ul>
            </>
          )
        }}
      </Reading>
    </Page>
  )
}
