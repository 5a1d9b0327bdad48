import { addMonths, showMonth, type YearMonth } from '@ke-vai/contract/date/date.ts'
import { monthOpen } from '@ke-vai/contract/month/commands.ts'
import type { Refusal } from '@ke-vai/contract/refusal.ts'
import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { sendNow } from '../api/api.ts'
import { readAgain, wordsOf } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'

interface Props {
  clubId: string
  opened: readonly YearMonth[]
  present: YearMonth
  /** The day on which the club began: older months are not its own. */
  since: string | null
  look: 'main' | 'quiet'
}

const farthest = 120

/** Opens this month, or a past one whose paper book is being brought in. */
export function OpenMonth({ clubId, opened, present, since, look }: Props) {
  const { say } = useLanguage()
  const [, go] = useLocation()
  const offered = monthsSince(present, since).filter((month) => !opened.includes(month))
  const [chosen, setChosen] = useState<YearMonth | null>(null)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const month = chosen ?? offered[0]
  if (!month) return null

  async function open(event: FormEvent, opening: YearMonth) {
    event.preventDefault()
    setBusy(true)
    setRefusal(null)
    try {
      await sendNow(monthOpen, { clubId, month: opening, cycleId: crypto.randomUUID() })
      readAgain()
      go(paths.monthOf(opening))
    } catch (error) {
      setRefusal(wordsOf(error))
      setBusy(false)
    }
  }

  return (
    <form className="stack" onSubmit={(event) => void open(event, month)}>
      <div className="field">
        <label htmlFor="month-to-open">{say({ vi: 'Chọn tháng', en: 'Choose the month' })}</label>
        <select id="month-to-open" value={month} onChange={(event) => setChosen(event.target.value)}>
          {offered.map((each) => (
            <option key={each} value={each}>
              {each === present
                ? say({ vi: `${showMonth(each)} (tháng này)`, en: `${showMonth(each)} (this month)` })
                : showMonth(each)}
            </option>
          ))}
        </select>
      </div>
      {refusal && <Notice kind="problem">{say(refusal.message)}</Notice>}
      <Button type="submit" look={look} busy={busy} wide>
        {say({ vi: `Mở tháng ${showMonth(month)}`, en: `Open ${showMonth(month)}` })}
      </Button>
    </form>
  )
}

/** From the present month back to that in which the club began. */
function monthsSince(present: YearMonth, since: string | null): YearMonth[] {
  const months: YearMonth[] = []
  for (let back = 0; back < farthest; back += 1) {
    const month = addMonths(present, -back)
    months.push(month)
    if (since !== null && month <= since.slice(0, 7)) break
  }
  return months
}
