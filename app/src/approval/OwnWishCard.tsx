import { approvalWithdraw, type OwnWish } from '@ke-vai/contract/approval/approval.ts'
import type { Refusal } from '@ke-vai/contract/refusal.ts'
import { useState } from 'react'
import { Link } from 'wouter'
import { postCommand, sendNow } from '../api/api.ts'
import { readAgain, wordsOf } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { momentWords, stateWords } from './approval-words.ts'
import { WishFacts } from './WishFacts.tsx'
import './approval.css'

const words = {
  goOn: { vi: 'Làm tiếp', en: 'Go on' },
  withdraw: { vi: 'Rút đề nghị', en: 'Withdraw' },
  useBefore: { vi: 'Làm trước', en: 'Go on before' },
  by: { vi: 'người trả lời:', en: 'answered by' },
} as const

/** What a command of two people answers is shown once on a screen of its own, so it is gone on with there. */
const screens: Readonly<Record<string, (approvalId: string) => string>> = {
  'register.export': (id) => `${paths.exportRegister()}?approval=${id}`,
  'invitation.make_chair': (id) => `${paths.invitePeople()}?approval=${id}`,
  'invitation.make_powerful': (id) => `${paths.invitePeople()}?approval=${id}`,
  'invitation.make_return': (id) => `${paths.invitePeople()}?approval=${id}`,
}

/** One wish of her own: what became of it, and once it is agreed the button that does it. */
export function OwnWishCard({ wish }: { wish: OwnWish }) {
  const { say } = useLanguage()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Refusal | null>(null)

  async function run(work: () => Promise<unknown>) {
    setBusy(true)
    setProblem(null)
    try {
      await work()
      readAgain()
    } catch (error) {
      setProblem(wordsOf(error))
    }
    setBusy(false)
  }

  // Exactly the arguments that were agreed: a changed wish would be refused as another one.
  const goOn = () =>
    postCommand({
      id: crypto.randomUUID(),
      deviceTime: new Date().toISOString(),
      name: wish.command,
      args: wish.args,
      approvalId: wish.id,
    })
  const withdraw = () =>
    sendNow(approvalWithdraw, {
      approvalId: wish.id,
      clubId: wish.clubId,
      organisationId: wish.organisationId,
    })
  const open = wish.state === 'waiting' || wish.state === 'approved'
  const screen = screens[wish.command]

  return (
    <li className="card stack">
      <div>
        <p className={wish.state === 'approved' || wish.state === 'used' ? 'good' : 'careful'}>
          {say(stateWords[wish.state])}
        </p>
        <WishFacts wish={wish} />
        <p className="quiet">
          {say(momentWords(wish.requestedAt))}
          {wish.decider !== null && ` · ${say(words.by)} ${wish.decider}`}
          {wish.state === 'approved' &&
            wish.useBefore !== null &&
            ` · ${say(words.useBefore)} ${say(momentWords(wish.useBefore))}`}
        </p>
      </div>
      {problem && <Notice kind="problem">{say(problem.message)}</Notice>}
      {open && (
        <div className="two-answers">
          <Button look="quiet" busy={busy} onClick={() => void run(withdraw)}>
            {say(words.withdraw)}
          </Button>
          {wish.state === 'approved' &&
            (screen ? (
              <Link href={screen(wish.id)} className="button button-main">
                {say(words.goOn)}
              </Link>
            ) : (
              <Button busy={busy} onClick={() => void run(goOn)}>
                {say(words.goOn)}
              </Button>
            ))}
        </div>
      )}
    </li>
  )
}
