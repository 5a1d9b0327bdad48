import { approvalMine, approvalWaiting } from '@ke-vai/contract/approval/approval.ts'
import { useRead } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'
import { OwnWishCard } from './OwnWishCard.tsx'
import { WaitingCard } from './WaitingCard.tsx'

const words = {
  title: { vi: 'Chờ người thứ hai', en: 'Waiting for a second person' },
  lead: {
    vi: 'Việc quan trọng cần hai người: một người đề nghị, một người khác xem và trả lời.',
    en: 'Weighty things take two: one person asks, another looks and answers.',
  },
  forMe: { vi: 'Chờ chị trả lời', en: 'For you to answer' },
  none: {
    vi: 'Không có đề nghị nào chờ chị. Khi có người đề nghị, việc sẽ hiện ở đây trong 24 giờ.',
    en: 'Nothing waits for you. When somebody asks, it stands here for 24 hours.',
  },
  mine: { vi: 'Chị đã đề nghị', en: 'What you asked' },
  noneAsked: {
    vi: 'Chị chưa đề nghị việc nào. Việc cần hai người sẽ tự hỏi chị khi chị làm.',
    en: 'You asked for nothing yet. What takes two will say so when you do it.',
  },
} as const

/** What waits for her yes or no, and what became of what she asked herself. */
export function ApprovalsPage() {
  const { say } = useLanguage()
  const waiting = useRead(approvalWaiting, {}, {})
  const mine = useRead(approvalMine, {}, {})
  return (
    <Page title={say(words.title)}>
      <p>{say(words.lead)}</p>
      <section className="stack">
        <h2>{say(words.forMe)}</h2>
        <Reading of={waiting}>
          {(data) => (
            <>
              {data.waiting.length === 0 && <p className="empty">{say(words.none)}</p>}
              <ul className="cards">
                {data.waiting.map((wish) => (
                  <WaitingCard key={wish.id} wish={wish} />
                ))}
              </ul>
            </>
          )}
        </Reading>
      </section>
      <section className="stack">
        <h2>{say(words.mine)}</h2>
        <Reading of={mine}>
          {(data) => (
            <>
              {data.wishes.length === 0 && <p className="empty">{say(words.noneAsked)}</p>}
              <ul className="cards">
                {data.wishes.map((wish) => (
                  <OwnWishCard key={wish.id} wish={wish} />
                ))}
              </ul>
            </>
          )}
        </Reading>
      </section>
    </Page>
  )
}
