import { healthNotices, noticeSee } from '@ke-vai/contract/case/escort.ts'
import { showMoment } from '@ke-vai/contract/date/date.ts'
import { sendNow } from '../api/api.ts'
import { readAgain, useRead } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { useSending } from '../register/use-sending.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'
import { Clock } from './Clock.tsx'
import { useOwnAgency } from './own-agency.ts'

const words = {
  title: { vi: 'Tin báo có người trình báo', en: 'Notices that somebody reports' },
  lead: {
    vi: 'Mỗi dòng là một người vừa được đưa tới UBND hoặc cơ quan tiếp nhận. Chỉ có mã và giờ, không có tên.',
    en: 'Each line is a person who was just brought to the commune or an agency: a code and a time, no name.',
  },
  none: { vi: 'Chưa có tin báo nào.', en: 'There is no notice yet.' },
  told: { vi: 'Báo lúc', en: 'Told at' },
  seen: { vi: 'Đã nhận tin lúc', en: 'Seen at' },
  see: { vi: 'Đã nhận tin', en: 'I have seen it' },
  waits: {
    vi: 'Chưa có cơ quan nhận hồ sơ để xác minh ban đầu.',
    en: 'No agency has taken the case up for its initial verification yet.',
  },
  takenUp: { vi: 'Đã có cơ quan nhận hồ sơ; đang xác minh.', en: 'Taken up; verification under way.' },
} as const

/** What the provincial health body is told at once. */
export function NoticesPage() {
  const { say } = useLanguage()
  const { organisationId } = useOwnAgency('notice.read')
  const list = useRead(healthNotices, { organisationId }, {})
  return (
    <Page title={say(words.title)}>
      <p>{say(words.lead)}</p>
      <Reading of={list}>
        {({ notices }) =>
          notices.length === 0 ? (
            <p className="empty">{say(words.none)}</p>
          ) : (
            <ul className="cards">
              {notices.map((each) => (
                <li key={each.id} className="card stack">
                  <div>
                    <span className="code">{each.code}</span>
                    <span className="quiet below">
                      {say(words.told)} {showMoment(each.toldAt)}
                    </span>
                  </div>
                  {each.waits ? (
                    <>
                      <span className="quiet">{say(words.waits)}</span>
                      <Clock due={{ kind: 'initial_verification', dueAt: each.waits.dueAt }} />
                    </>
                  ) : (
                    <span className="quiet">{say(words.takenUp)}</span>
                  )}
                  {each.seenAt === null ? (
                    <SeeNotice organisationId={organisationId} noticeId={each.id} code={each.code} />
                  ) : (
                    <span className="good">
                      {say(words.seen)} {showMoment(each.seenAt)}
                    </span>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Reading>
    </Page>
  )
}

function SeeNotice(args: { organisationId: string; noticeId: string; code: string }) {
  const { say } = useLanguage()
  const sending = useSending()
  const see = () =>
    void sending.run(async () => {
      await sendNow(noticeSee, { organisationId: args.organisationId, noticeId: args.noticeId })
      readAgain()
    })
  return (
    <div>
      <Button busy={sending.busy} onClick={see} aria-label={`${say(words.see)}: ${args.code}`}>
        {say(words.see)}
      </Button>
      {sending.problem && <Notice kind="problem">{say(sending.problem.message)}</Notice>}
    </div>
  )
}
