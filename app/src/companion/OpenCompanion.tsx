import type { ResultOf } from '@ke-vai/contract/command.ts'
import { companionOpen } from '@ke-vai/contract/companion/club.ts'
import { companionTaskKinds } from '@ke-vai/contract/companion/codes.ts'
import type { CompanionOfClub } from '@ke-vai/contract/companion/reads.ts'
import { sharedFields } from '@ke-vai/contract/consent/codes.ts'
import { sharedWords } from '@ke-vai/contract/referral/shared.ts'
import { sendNow } from '../api/api.ts'
import { useLanguage } from '../language/language.ts'
import { useSending } from '../register/use-sending.ts'
import { Button } from '../ui/Button.tsx'
import { ClosesIn } from '../ui/ClosesIn.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useOpened } from '../ui/opened.ts'
import type { OfClub } from './WalkForms.tsx'

const open = {
  vi: 'Xem cách gọi và liên hệ an toàn',
  en: 'See what to call her and how to reach her',
} as const

interface Props {
  of: OfClub
  tasks: CompanionOfClub['tasks']
  /** Asks for the page anew: when she takes her consent back, what is open goes from the screen too. */
  askAgain: () => void
}

/** What she agreed to tell the club: opened when it is needed, logged, and closed by itself. */
export function OpenCompanion({ of, tasks, askAgain }: Props) {
  const { say } = useLanguage()
  const opened = useOpened<ResultOf<typeof companionOpen>>(askAgain)
  const sending = useSending()
  if (opened.value)
    return (
      <div className="card stack sealed">
        <dl className="facts">
          {opened.value.shared.map((each) => (
            <div key={each.field}>
              <dt>{say(sharedFields[each.field])}</dt>
              <dd className="as-written">{say(sharedWords(each))}</dd>
            </div>
          ))}
          {opened.value.tasks.map(({ id, words }) => {
            const task = tasks.find((each) => each.id === id)
            return (
              <div key={id}>
                <dt>{task && say(companionTaskKinds[task.kind])}</dt>
                <dd className="as-written">{words}</dd>
              </div>
            )
          })}
        </dl>
        <ClosesIn opened={opened} />
      </div>
    )
  return (
    <div className="stack">
      <Button
        wide
        busy={sending.busy}
        onClick={() =>
          void sending.run(async () => {
            opened.show(await sendNow(companionOpen, of))
            sending.rest()
          })
        }
      >
        {say(open)}
      </Button>
      {sending.problem && <Notice kind="problem">{say(sending.problem.message)}</Notice>}
    </div>
  )
}
