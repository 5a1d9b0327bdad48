import { approvalDecide, type WaitingLine } from '@ke-vai/contract/approval/approval.ts'
import type { Refusal } from '@ke-vai/contract/refusal.ts'
import { useState } from 'react'
import { sendNow } from '../api/api.ts'
import { readAgain, wordsOf } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { momentWords } from './approval-words.ts'
import { WishFacts } from './WishFacts.tsx'
import './approval.css'

const words = {
  asks: { vi: 'đề nghị', en: 'asks' },
  until: { vi: 'Trả lời trước', en: 'Answer before' },
  yes: { vi: 'Đồng ý', en: 'Agree' },
  no: { vi: 'Chưa đồng ý', en: 'Do not agree' },
  near: {
    vi: 'Chị và người đề nghị vừa mời hoặc phân quyền cho nhau trong 7 ngày qua, nên một người khác cần đồng ý. Chị vẫn có thể chưa đồng ý.',
    en: 'One of you two brought in the other within 7 days, so another person must agree. You may still say no.',
  },
} as const

/** One wish of somebody else's, with a yes and a no of equal size. */
export function WaitingCard({ wish }: { wish: WaitingLine }) {
  const { say } = useLanguage()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Refusal | null>(null)

  async function answer(decision: 'approved' | 'declined') {
    setBusy(true)
    setProblem(null)
    try {
      const { id, clubId, organisationId } = wish
      await sendNow(approvalDecide, { approvalId: id, clubId, organisationId, decision })
      readAgain()
    } catch (error) {
      setProblem(wordsOf(error))
      setBusy(false)
    }
  }

  return (
    <li className="card stack">
      <div>
        <p>
          {wish.requester} {say(words.asks)}:
        </p>
        <WishFacts wish={wish} />
        <p className="quiet">
          {say(words.until)} {say(momentWords(wish.expiresAt))}
        </p>
      </div>
      {wish.tooNear && <Notice kind="careful">{say(words.near)}</Notice>}
      {problem && <Notice kind="problem">{say(problem.message)}</Notice>}
      <div className="two-answers">
        <Button look="quiet" busy={busy} onClick={() => void answer('declined')}>
          {say(words.no)}
        </Button>
        {!wish.tooNear && (
          <Button busy={busy} onClick={() => void answer('approved')}>
            {say(words.yes)}
          </Button>
        )}
      </div>
    </li>
  )
}
