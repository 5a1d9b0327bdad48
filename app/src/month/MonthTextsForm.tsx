import { monthWrite } from '@ke-vai/contract/month/commands.ts'
import type { MonthPage } from '@ke-vai/contract/month/month.ts'
import { type MonthTexts, monthTextWords, noTexts } from '@ke-vai/contract/month/writing.ts'
import type { Words } from '@ke-vai/contract/words.ts'
import { useRef } from 'react'
import { sendNow } from '../api/api.ts'
import { useLanguage } from '../language/language.ts'
import { useDraft } from './drafts.ts'
import { TextArea } from './TextArea.tsx'

const hints: Record<keyof MonthTexts, Words> = {
  situation: {
    vi: 'Có gì mới trên địa bàn: người đi làm xa, lời rủ việc làm lạ…',
    en: 'What is new in the area: people leaving for work, strange job offers…',
  },
  selfAssessment: { vi: 'Tháng này làm được gì, còn gì chưa.', en: 'What was done, what is open.' },
  difficulties: { vi: 'Vướng ở đâu, cần Hội giúp gì.', en: 'Where it is hard, what help is needed.' },
  nextMonth: { vi: 'Tháng sau câu lạc bộ làm gì.', en: 'What the club will do next.' },
}
const fields = Object.keys(monthTextWords) as (keyof MonthTexts)[]

interface Props {
  address: { clubId: string; month: string }
  month: MonthPage
  again: () => void
}

/** The board's words on the month. Each saves itself; only what changed is sent, so two people do not undo each other. */
export function MonthTextsForm({ address, month, again }: Props) {
  const { say } = useLanguage()
  const sent = useRef<MonthTexts>(month.texts ?? noTexts)
  const { value, change, leave } = useDraft(
    `${address.clubId}/${address.month}/texts`,
    month.texts ?? noTexts,
    async (texts) => {
      const changed = fields.filter((field) => texts[field] !== sent.current[field])
      if (changed.length === 0) return
      await sendNow(monthWrite, {
        ...address,
        ...Object.fromEntries(changed.map((field) => [field, texts[field]])),
      })
      sent.current = texts
      again()
    },
  )
  return fields.map((field) => (
    <TextArea
      key={field}
      label={say(monthTextWords[field])}
      hint={say(hints[field])}
      rows={3}
      maxLength={8000}
      value={value[field]}
      onChange={(text) => change({ ...value, [field]: text })}
      onLeave={leave}
    />
  ))
}
