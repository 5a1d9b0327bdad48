import { useMe } from '../account/session.ts'
import { useLanguage } from '../language/language.ts'
import { Page } from '../ui/Page.tsx'

const words = {
  title: { vi: 'Hôm nay', en: 'Today' },
  empty: {
    vi: 'Chưa có việc nào dành cho chị. Khi có việc gửi tới nơi chị làm, trang của việc ấy hiện ở đây, kèm hạn trả lời.',
    en: 'There is nothing for you yet. When something is sent to the place where you work, its page appears here with the time to answer.',
  },
} as const

/** The first page of whoever works at an agency to which nothing was sent: where she is known, and what will come. */
export function NothingYetPage() {
  const { say } = useLanguage()
  const { standings } = useMe()
  const places = [...new Set(standings.map(({ name }) => name))].filter((name) => name !== '')
  return (
    <Page title={say(words.title)}>
      {places.length > 0 && <p>{places.join(' · ')}</p>}
      <p className="empty">{say(words.empty)}</p>
    </Page>
  )
}
