import type { EntryShown } from '@ke-vai/contract/case/entry.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import { type FollowUpWay, followUpWays } from '@ke-vai/contract/follow-up/codes.ts'
import { followUpPlan } from '@ke-vai/contract/follow-up/follow-up.ts'
import { countedFrom, foldFollowUps, followUpPlanRule } from '@ke-vai/contract/follow-up/state.ts'
import { useState } from 'react'
import { CommandForm } from '../club/CommandForm.tsx'
import { useLanguage } from '../language/language.ts'
import { TextArea } from '../month/TextArea.tsx'
import { Choice } from '../ui/Choice.tsx'
import { DateField } from '../ui/DateField.tsx'
import { optionsOf } from '../ui/options.ts'

interface Props {
  organisationId: string
  caseId: string
  entries: readonly EntryShown[]
  onDone: () => void
}

/** The day she went home and her way; the months come from the programme. */
export function PlanForm({ organisationId, caseId, entries, onDone }: Props) {
  const { say } = useLanguage()
  const known = countedFrom(entries)
  const [day, setDay] = useState(known)
  const [way, setWay] = useState<FollowUpWay | null>(null)
  const [text, setText] = useState('')
  const wentHomeOn = day === known ? null : day
  return (
    <CommandForm
      command={followUpPlan}
      submit={say({ vi: 'Dự kiến', en: 'Plan' })}
      ready={way !== null && day !== null}
      rule={() => followUpPlanRule(foldFollowUps(entries), day, today())}
      args={() => ({ organisationId, caseId, wentHomeOn, way: way ?? 'phone', words: text })}
      onDone={onDone}
    >
      <DateField label={say({ vi: 'Ngày về nhà', en: 'Went home on' })} value={day} onChange={setDay} />
      <Choice
        label={say({ vi: 'Người ấy muốn được hỏi thăm bằng cách nào', en: 'How would she like to be asked' })}
        options={optionsOf(followUpWays, say)}
        chosen={way === null ? [] : [way]}
        onChange={([code]) => setWay(code ?? null)}
      />
      {wentHomeOn !== null && (
        <TextArea
          label={say({
            vi: 'Điều cần nhớ: giờ nào, nói là ai (được cất kín)',
            en: 'To remember: when, as whom (sealed)',
          })}
          rows={3}
          maxLength={2000}
          value={text}
          onChange={setText}
        />
      )}
    </CommandForm>
  )
}
