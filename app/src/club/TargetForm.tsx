import {
  type TargetIndicator,
  type TargetSetter,
  targetIndicators,
  targetSetters,
  targetUnits,
} from '@ke-vai/contract/club/codes.ts'
import type { ClubPage } from '@ke-vai/contract/club/reads.ts'
import { targetRule, targetSet } from '@ke-vai/contract/club/year-plan.ts'
import { useState } from 'react'
import { useLanguage } from '../language/language.ts'
import { Choice } from '../ui/Choice.tsx'
import { CodeSelect } from '../ui/CodeSelect.tsx'
import { Field } from '../ui/Field.tsx'
import { CommandForm } from './CommandForm.tsx'

const words = {
  indicator: { vi: 'Chỉ tiêu về', en: 'Target on' },
  setBy: { vi: 'Của ai', en: 'Whose' },
  minimum: { vi: 'Thấp nhất', en: 'Minimum' },
  maximum: { vi: 'Cao nhất (có thể để trống)', en: 'Maximum (may be empty)' },
  source: { vi: 'Nguồn: văn bản nào, trang nào', en: 'Source: which paper, which page' },
  submit: { vi: 'Lưu chỉ tiêu', en: 'Save the target' },
} as const

/** Sets one target of the shown year. The unit comes with the indicator, so that lượt are never set in người. */
export function TargetForm({ club, onDone }: { club: ClubPage; onDone: () => void }) {
  const { say } = useLanguage()
  const setters: TargetSetter[] = club.may.includes('club.manage') ? ['club', 'programme'] : ['club']
  const [indicator, setIndicator] = useState<TargetIndicator>('counselling')
  const [setBy, setSetBy] = useState<TargetSetter>('club')
  const [minimum, setMinimum] = useState('')
  const [maximum, setMaximum] = useState('')
  const [source, setSource] = useState('')
  const { unit } = targetIndicators[indicator]
  const range = {
    minimum: Number(minimum),
    maximum: maximum.trim() === '' ? null : Number(maximum),
  }
  return (
    <CommandForm
      command={targetSet}
      submit={say(words.submit)}
      ready={minimum.trim() !== '' && source.trim() !== ''}
      rule={() => targetRule({ indicator, unit, ...range })}
      args={() => ({
        clubId: club.id,
        targetId: crypto.randomUUID(),
        year: club.year,
        indicator,
        setBy,
        unit,
        source,
        ...range,
      })}
      onDone={onDone}
    >
      <CodeSelect
        label={say(words.indicator)}
        codes={targetIndicators}
        value={indicator}
        onChange={(code) => code !== '' && setIndicator(code)}
      />
      {setters.length > 1 && (
        <Choice
          label={say(words.setBy)}
          options={setters.map((code) => ({ code, text: say(targetSetters[code]) }))}
          chosen={[setBy]}
          onChange={([code]) => code && setSetBy(code)}
        />
      )}
      <Field label={`${say(words.minimum)} (${say(targetUnits[unit])})`}>
        <input
          type="number"
          min={0}
          required
          value={minimum}
          onChange={(event) => setMinimum(event.target.value)}
        />
      </Field>
      <Field label={say(words.maximum)}>
        <input type="number" min={0} value={maximum} onChange={(event) => setMaximum(event.target.value)} />
      </Field>
      <Field label={say(words.source)}>
        <input maxLength={300} value={source} onChange={(event) => setSource(event.target.value)} />
      </Field>
    </CommandForm>
  )
}
