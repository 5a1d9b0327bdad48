import { unitWords } from '@ke-vai/contract/count/count.ts'
import { type CountCode, countIndicators } from '@ke-vai/contract/indicator/indicator.ts'
import { monthAmend } from '@ke-vai/contract/month/commands.ts'
import type { MonthPage } from '@ke-vai/contract/month/month.ts'
import { amendRule } from '@ke-vai/contract/month/rules.ts'
import type { Refusal } from '@ke-vai/contract/refusal.ts'
import { type FormEvent, useState } from 'react'
import { sendNow } from '../api/api.ts'
import { readAgain, wordsOf } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { TextArea } from './TextArea.tsx'

const words = {
  title: { vi: 'Đính chính có đánh số', en: 'Numbered amendment' },
  lead: {
    vi: 'Tháng đã khóa không sửa thẳng. Số đúng được ghi thêm kèm lý do; số đã nộp vẫn giữ để so.',
    en: 'A locked month is not changed. The right value is added with its reason; the submitted one stays.',
  },
  indicator: { vi: 'Số nào', en: 'Which figure' },
  value: { vi: 'Số đúng', en: 'The right value' },
  reason: { vi: 'Lý do', en: 'Reason' },
  save: { vi: 'Ghi đính chính', en: 'Record the amendment' },
} as const

const codes = Object.keys(countIndicators) as CountCode[]

/** A correction of a locked month: which figure, its right value, and why. */
export function AmendMonth({ clubId, month }: { clubId: string; month: MonthPage }) {
  const { say } = useLanguage()
  const [indicator, setIndicator] = useState<CountCode>('contacts')
  const [value, setValue] = useState('')
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const unit = say(unitWords[countIndicators[indicator].unit])
  const before =
    month.amendments.findLast((each) => each.indicator === indicator)?.after ??
    month.figures?.month.counts[indicator].value ??
    0

  async function amend(event: FormEvent) {
    event.preventDefault()
    const refused = amendRule({ state: month.state, before, after: Number(value) })
    setRefusal(refused)
    if (refused) return
    setBusy(true)
    try {
      const amendment = { amendmentId: crypto.randomUUID(), indicator, value: Number(value), reason }
      await sendNow(monthAmend, { clubId, month: month.month, ...amendment })
      setValue('')
      setReason('')
      readAgain()
    } catch (error) {
      setRefusal(wordsOf(error))
    }
    setBusy(false)
  }

  return (
    <section className="card" aria-labelledby="amend">
      <details>
        <summary id="amend">{say(words.title)}</summary>
        <form className="stack" onSubmit={(event) => void amend(event)}>
          <p className="hint">{say(words.lead)}</p>
          <div className="field">
            <label htmlFor="amend-indicator">{say(words.indicator)}</label>
            <select
              id="amend-indicator"
              value={indicator}
              onChange={(event) => setIndicator(event.target.value as CountCode)}
            >
              {codes.map((code) => (
                <option key={code} value={code}>
                  {say(countIndicators[code].words)}
                </option>
              ))}
            </select>
          </div>
          <Field
            label={say(words.value)}
            hint={say({ vi: `Số đang có: ${before} ${unit}`, en: `Present value: ${before} ${unit}` })}
          >
            <input
              inputMode="numeric"
              maxLength={8}
              required
              value={value}
              onChange={(event) => setValue(event.target.value.replace(/\D/gu, ''))}
            />
          </Field>
          <TextArea
            label={say(words.reason)}
            rows={3}
            maxLength={1000}
            required
            value={reason}
            onChange={setReason}
          />
          {refusal && <Notice kind="problem">{say(refusal.message)}</Notice>}
          <Button type="submit" wide busy={busy} disabled={value === '' || reason.trim() === ''}>
            {say(words.save)}
          </Button>
        </form>
      </details>
    </section>
  )
}
