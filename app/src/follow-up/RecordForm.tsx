import { type PlainDate, today } from '@ke-vai/contract/date/date.ts'
import {
  type FollowUpResult,
  followUpResults,
  type IncomeBand,
  incomeBands,
  type WellbeingDomain,
  type WellbeingLevel,
  wellbeingDomains,
  wellbeingLevels,
} from '@ke-vai/contract/follow-up/codes.ts'
import { followUpRecord } from '@ke-vai/contract/follow-up/follow-up.ts'
import {
  type FollowUpNow,
  type FollowUpsNow,
  followUpRecordRule,
  nextResults,
} from '@ke-vai/contract/follow-up/state.ts'
import { type RiskSign, riskSigns } from '@ke-vai/contract/need/codes.ts'
import type { CodeWords } from '@ke-vai/contract/words.ts'
import { useState } from 'react'
import { CommandForm } from '../club/CommandForm.tsx'
import { useLanguage } from '../language/language.ts'
import { TextArea } from '../month/TextArea.tsx'
import { Choice } from '../ui/Choice.tsx'
import { CodeSelect } from '../ui/CodeSelect.tsx'
import { DateField } from '../ui/DateField.tsx'
import { optionsOf } from '../ui/options.ts'

const words = {
  result: { vi: 'Lần này thế nào', en: 'How did it go' },
  day: { vi: 'Ngày', en: 'On' },
  other: { vi: 'Hẹn lại ngày', en: 'Postponed to' },
  safe: { vi: 'Người ấy thấy an toàn không', en: 'Does she feel safe' },
  signs: { vi: 'Điều đang đe dọa (nếu có)', en: 'What threatens her (if anything)' },
  well: {
    vi: 'Cuộc sống lúc này, theo lời người ấy. Không mặt nào là bắt buộc.',
    en: 'How life goes, in her word. None is owed.',
  },
  unsaid: { vi: 'Chưa nói tới', en: 'Not spoken of' },
  income: { vi: 'Thu nhập', en: 'Income' },
  note: { vi: 'Lời người ấy, điều cần nhớ (được cất kín)', en: 'Her words, what to remember (sealed)' },
  save: { vi: 'Lưu', en: 'Save' },
} as const

type Safe = 'yes' | 'no' | 'not_said'
const safes: CodeWords<Safe> = {
  yes: { vi: 'An toàn', en: 'Safe' },
  no: { vi: 'Chưa an toàn', en: 'Not safe' },
  not_said: { vi: 'Chưa nói tới', en: 'Not spoken of' },
}
const safeOf: Readonly<Record<Safe, boolean | null>> = { yes: true, no: false, not_said: null }

interface Props {
  organisationId: string
  caseId: string
  now: FollowUpsNow
  one: FollowUpNow
  onDone: () => void
}

/** One follow-up: how it went, and, where she was met, what she wants to tell. */
export function RecordForm({ organisationId, caseId, now, one, onDone }: Props) {
  const { say } = useLanguage()
  const [result, setResult] = useState<FollowUpResult | null>(null)
  const [onDay, setOnDay] = useState<PlainDate | null>(today())
  const [other, setOther] = useState<PlainDate | null>(null)
  const [safe, setSafe] = useState<Safe | null>(null)
  const [signs, setSigns] = useState<RiskSign[]>([])
  const [well, setWell] = useState<Partial<Record<WellbeingDomain, WellbeingLevel>>>({})
  const [income, setIncome] = useState<IncomeBand | ''>('')
  const [note, setNote] = useState('')
  const met = result === 'met'
  const told = {
    result: result ?? 'met',
    postponedTo: result === 'postponed' ? other : null,
    wellbeing: met && Object.keys(well).length > 0 ? well : null,
    incomeBand: met && income !== '' ? income : null,
    safe: met && safe !== null ? safeOf[safe] : null,
    signs: met ? signs : [],
    onDay: onDay ?? today(),
  }
  const setLevel = (domain: WellbeingDomain, level: WellbeingLevel | '') => {
    const { [domain]: _, ...rest } = well
    setWell(level === '' ? rest : { ...rest, [domain]: level })
  }
  return (
    <CommandForm
      command={followUpRecord}
      submit={say(words.save)}
      ready={result !== null && onDay !== null}
      rule={() => followUpRecordRule(now, one.id, told, today())}
      args={() => ({ organisationId, caseId, followUpId: one.id, ...told, words: note })}
      onDone={onDone}
    >
      <Choice
        label={say(words.result)}
        options={nextResults(one.state).map((code) => ({ code, text: say(followUpResults[code]) }))}
        chosen={result === null ? [] : [result]}
        onChange={([code]) => setResult(code ?? null)}
      />
      <DateField label={say(words.day)} value={onDay} onChange={setOnDay} />
      {result === 'postponed' && <DateField label={say(words.other)} value={other} onChange={setOther} />}
      {met && (
        <>
          <Choice
            label={say(words.safe)}
            options={optionsOf(safes, say)}
            chosen={safe === null ? [] : [safe]}
            onChange={([code]) => setSafe(code ?? null)}
          />
          <Choice
            label={say(words.signs)}
            options={optionsOf(riskSigns, say)}
            chosen={signs}
            several
            onChange={setSigns}
          />
          <fieldset className="follow-up-well">
            <legend>{say(words.well)}</legend>
            {(Object.keys(wellbeingDomains) as WellbeingDomain[]).map((domain) => (
              <CodeSelect
                key={domain}
                label={say(wellbeingDomains[domain])}
                codes={wellbeingLevels}
                none={say(words.unsaid)}
                value={well[domain] ?? ''}
                onChange={(level) => setLevel(domain, level)}
              />
            ))}
            <CodeSelect
              label={say(words.income)}
              codes={incomeBands}
              none={say(words.unsaid)}
              value={income}
              onChange={setIncome}
            />
          </fieldset>
        </>
      )}
      <TextArea label={say(words.note)} rows={3} maxLength={2000} value={note} onChange={setNote} />
    </CommandForm>
  )
}
