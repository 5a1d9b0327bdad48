import type { ClubPage } from '@ke-vai/contract/club/reads.ts'
import { showMonth } from '@ke-vai/contract/date/date.ts'
import { monthSubmit } from '@ke-vai/contract/month/commands.ts'
import type { MonthPage } from '@ke-vai/contract/month/month.ts'
import { submitRule } from '@ke-vai/contract/month/rules.ts'
import type { Refusal } from '@ke-vai/contract/refusal.ts'
import { useState } from 'react'
import { Link } from 'wouter'
import { useMe } from '../account/session.ts'
import { sendNow } from '../api/api.ts'
import { readAgain, wordsOf } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { NotYet, saveAll } from './drafts.ts'

const words = {
  report: { vi: 'Xem báo cáo trước khi nộp', en: 'See the report first' },
  after: {
    vi: 'Sau khi nộp, tháng chờ Hội LHPN phường xem. Nếu cần sửa, Hội gửi lại kèm góp ý.',
    en: "After that the ward's Union looks at it, and returns it with a comment if something is to be corrected.",
  },
} as const

interface Props {
  club: ClubPage
  month: MonthPage
}

/** The last step: a look at the report, then submit. What still stands in the way is said before the button. */
export function SubmitMonth({ club, month }: Props) {
  const { say } = useLanguage()
  const me = useMe()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refusal | null>(null)
  // The same rule that the server runs, on what is saved.
  const missing = submitRule({
    state: month.state,
    meetings: month.meetings.map((each) => ({ ...each, present: each.attendance.length })),
    quorumPercent: club.statute?.quorumPercent ?? null,
  })

  async function submit() {
    setBusy(true)
    setRefused(null)
    try {
      await saveAll(me.id, `${club.id}/${month.month}/`)
      await sendNow(monthSubmit, { clubId: club.id, month: month.month })
      window.scrollTo(0, 0)
      readAgain()
    } catch (error) {
      setRefused(error instanceof NotYet ? error.refusal : wordsOf(error))
      setBusy(false)
    }
  }

  return (
    <>
      <Link href={paths.reportOf(month.month)} className="button button-quiet wide">
        {say(words.report)}
      </Link>
      {missing ? (
        <Notice kind="careful">{say(missing.message)}</Notice>
      ) : (
        <>
          <p className="hint">{say(words.after)}</p>
          <Button wide busy={busy} onClick={() => void submit()}>
            {say({
              vi: `Nộp tháng ${showMonth(month.month)} cho Hội LHPN`,
              en: `Submit ${showMonth(month.month)} to the ward's Union`,
            })}
          </Button>
        </>
      )}
      {refused && <Notice kind="problem">{say(refused.message)}</Notice>}
    </>
  )
}
