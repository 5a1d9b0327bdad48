import { monthAccept, monthReturn } from '@ke-vai/contract/month/commands.ts'
import type { MonthPage } from '@ke-vai/contract/month/month.ts'
import type { Refusal } from '@ke-vai/contract/refusal.ts'
import { type FormEvent, useState } from 'react'
import { sendNow } from '../api/api.ts'
import { readAgain, wordsOf } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { TextArea } from './TextArea.tsx'

const words = {
  accept: { vi: 'Nhận và khóa', en: 'Accept and lock' },
  acceptLead: {
    vi: 'Số liệu và lời ghi đã ổn: nhận để khóa tháng.',
    en: 'Figures and words are fine: accept to lock the month.',
  },
  comment: { vi: 'Góp ý cho câu lạc bộ', en: 'Comment for the club' },
  commentHint: {
    vi: 'Cần sửa gì, ở đâu. Câu lạc bộ thấy góp ý này ngay đầu trang.',
    en: 'What to correct and where. The club sees it at the top of its page.',
  },
  return: { vi: 'Gửi lại kèm góp ý', en: 'Return with the comment' },
  accepted: {
    vi: 'Tháng đã được nhận và khóa. Sau này chỉ đính chính có đánh số.',
    en: 'The month is accepted and locked. From now on it is only amended by number.',
  },
  returned: {
    vi: 'Đã gửi lại kèm góp ý. Khi câu lạc bộ nộp lại, tháng sẽ ở danh sách chờ xem.',
    en: 'Returned with the comment. When the club submits again it is in the list of those waiting.',
  },
  withClub: {
    vi: 'Tháng đang ở câu lạc bộ, chưa nộp.',
    en: 'The month is with the club and not submitted.',
  },
} as const

/** The officer's answer: accept, or return with a comment. */
export function AnswerMonth({ clubId, month }: { clubId: string; month: MonthPage }) {
  const { say } = useLanguage()
  const [comment, setComment] = useState('')
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const address = { clubId, month: month.month }

  async function answer(sending: Promise<unknown>) {
    setBusy(true)
    setRefusal(null)
    try {
      await sending
      readAgain()
      setComment('')
    } catch (error) {
      setRefusal(wordsOf(error))
    }
    setBusy(false)
  }

  function giveBack(event: FormEvent) {
    event.preventDefault()
    void answer(sendNow(monthReturn, { ...address, comment }))
  }

  if (!month.may.includes('accept')) return <Answered month={month} />
  return (
    <div className="answer no-print">
      <div className="card stack">
        <p>{say(words.acceptLead)}</p>
        <Button wide busy={busy} onClick={() => void answer(sendNow(monthAccept, address))}>
          {say(words.accept)}
        </Button>
      </div>
      <form className="card stack" onSubmit={giveBack}>
        <TextArea
          label={say(words.comment)}
          hint={say(words.commentHint)}
          rows={3}
          maxLength={2000}
          required
          value={comment}
          onChange={setComment}
        />
        <Button type="submit" look="quiet" wide busy={busy} disabled={comment.trim() === ''}>
          {say(words.return)}
        </Button>
      </form>
      {refusal && <Notice kind="problem">{say(refusal.message)}</Notice>}
    </div>
  )
}

function Answered({ month }: { month: MonthPage }) {
  const { say } = useLanguage()
  if (month.state === 'locked') return <Notice kind="good">{say(words.accepted)}</Notice>
  if (month.state !== 'returned') return <Notice>{say(words.withClub)}</Notice>
  const last = month.entries.findLast(({ kind }) => kind === 'returned')
  return (
    <Notice>
      <p>{say(words.returned)}</p>
      {last?.comment && <p className="written">«{last.comment}»</p>}
    </Notice>
  )
}
