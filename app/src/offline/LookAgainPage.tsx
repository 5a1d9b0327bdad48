import { commands } from '@ke-vai/contract/commands.ts'
import { Link } from 'wouter'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { discard, useOutbox } from './offline.ts'

const words = {
  title: { vi: 'Cần xem lại', en: 'Needs a look' },
  none: {
    vi: 'Không có gì cần xem lại. Mọi điều đã ghi đều đã gửi hoặc đang chờ sóng.',
    en: 'Nothing needs a look.',
  },
  open: { vi: 'Mở trang người này', en: 'Open this person' },
  drop: { vi: 'Chúng tôi sẽ không giữ mục này nữa', en: 'Do not keep this entry' },
} as const

/** What the server could not take: the work is still here, with the reason in words. */
export function LookAgainPage() {
  const { say } = useLanguage()
  const { waiting } = useOutbox()
  const refused = waiting.filter((each) => each.state === 'refused')
  return (
    <Page title={say(words.title)}>
      {refused.length === 0 && <Notice kind="good">{say(words.none)}</Notice>}
      {refused.map((each) => {
        const definition = commands.find((command) => command.name === each.sent.name)
        const { personId } = each.sent.args as { personId?: string }
        return (
          <article key={each.seq} className="card stack">
            <h2>{definition ? say(definition.summary) : each.sent.name}</h2>
            <Notice kind="problem">{each.refusal && say(each.refusal.message)}</Notice>
            {personId && <Link href={paths.person(personId)}>{say(words.open)}</Link>}
            <Button look="careful" onClick={() => void discard(each)}>
              {say(words.drop)}
            </Button>
          </article>
        )
      })}
    </Page>
  )
}
