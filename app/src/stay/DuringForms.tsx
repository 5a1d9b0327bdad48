import { type PlainDate, today } from '@ke-vai/contract/date/date.ts'
import {
  type ExtensionBody,
  type ExtensionReason,
  extensionBodies,
  extensionReasons,
  type ReviewDomain,
  type ReviewLevel,
  reviewDomains,
  reviewLevels,
} from '@ke-vai/contract/stay/codes.ts'
import { stayExtendRule, stayGoOnRule, stayReviewRule } from '@ke-vai/contract/stay/rules.ts'
import { stayExtend, stayGoOn, stayReview } from '@ke-vai/contract/stay/stay.ts'
import type { Words } from '@ke-vai/contract/words.ts'
import { useState } from 'react'
import { CommandForm } from '../club/CommandForm.tsx'
import { useLanguage } from '../language/language.ts'
import { TextArea } from '../month/TextArea.tsx'
import { Choice } from '../ui/Choice.tsx'
import { CodeSelect } from '../ui/CodeSelect.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Field } from '../ui/Field.tsx'
import { optionsOf } from '../ui/options.ts'
import type { FormProps } from './part.ts'

const words = {
  day: { vi: 'Ngày', en: 'On' },
  how: {
    vi: 'Tuần này thế nào, theo lời người ấy. Không mặt nào là bắt buộc.',
    en: 'How this week went, in her word. None is owed.',
  },
  unsaid: { vi: 'Chưa nói tới', en: 'Not spoken of' },
  note: { vi: 'Ghi thêm (được cất kín)', en: 'More (sealed)' },
  save: { vi: 'Lưu', en: 'Save' },
  by: { vi: 'Ai quyết định', en: 'Who decided' },
  why: { vi: 'Vì sao', en: 'Why' },
  until: { vi: 'Gia hạn đến hết ngày', en: 'Extended to the end of' },
  decided: { vi: 'Quyết định ngày', en: 'Decided on' },
  paper: { vi: 'Số quyết định (được cất kín)', en: 'Number of the decision (sealed)' },
} as const

/** The weekly review: codes of what she herself says, and words that lie sealed. */
export function ReviewForm({ organisationId, caseId, stays, stay, onDone }: FormProps) {
  const { say } = useLanguage()
  const [onDay, setOnDay] = useState<PlainDate | null>(today())
  const [levels, setLevels] = useState<Partial<Record<ReviewDomain, ReviewLevel>>>({})
  const [text, setText] = useState('')
  const setLevel = (domain: ReviewDomain, level: ReviewLevel | '') => {
    const { [domain]: _, ...rest } = levels
    setLevels(level === '' ? rest : { ...rest, [domain]: level })
  }
  return (
    <CommandForm
      command={stayReview}
      submit={say(words.save)}
      ready={onDay !== null}
      rule={() => stayReviewRule(stays, stay.id, onDay ?? today(), today())}
      args={() => ({ organisationId, caseId, stayId: stay.id, onDay: onDay ?? today(), levels, words: text })}
      onDone={onDone}
    >
      <DateField label={say(words.day)} value={onDay} onChange={setOnDay} />
      <fieldset className="stay-levels">
        <legend>{say(words.how)}</legend>
        {(Object.keys(reviewDomains) as ReviewDomain[]).map((domain) => (
          <CodeSelect
            key={domain}
            label={say(reviewDomains[domain])}
            codes={reviewLevels}
            none={say(words.unsaid)}
            value={levels[domain] ?? ''}
            onChange={(level) => setLevel(domain, level)}
          />
        ))}
      </fieldset>
      <TextArea label={say(words.note)} rows={3} maxLength={2000} value={text} onChange={setText} />
    </CommandForm>
  )
}

/** The decision as it lies on paper. The number of days allowed is the server's to know. */
export function ExtendForm({ organisationId, caseId, stays, stay, onDone }: FormProps) {
  const { say } = useLanguage()
  const [by, setBy] = useState<ExtensionBody | null>(null)
  const [reason, setReason] = useState<ExtensionReason | null>(null)
  const [until, setUntil] = useState<PlainDate | null>(null)
  const [decidedOn, setDecidedOn] = useState<PlainDate | null>(today())
  const [paperNumber, setPaper] = useState('')
  const [text, setText] = useState('')
  const days = { until: until ?? today(), decidedOn: decidedOn ?? today() }
  return (
    <CommandForm
      command={stayExtend}
      submit={say(words.save)}
      ready={
        by !== null && reason !== null && until !== null && decidedOn !== null && paperNumber.trim() !== ''
      }
      rule={() => stayExtendRule(stays, stay.id, days, today(), null)}
      args={() => ({
        ...{ organisationId, caseId, stayId: stay.id, ...days, paperNumber, words: text },
        by: by ?? 'competent_body',
        reason: reason ?? 'safety',
      })}
      onDone={onDone}
    >
      <Choice
        label={say(words.by)}
        options={optionsOf(extensionBodies, say)}
        chosen={by === null ? [] : [by]}
        onChange={([code]) => setBy(code ?? null)}
      />
      <Choice
        label={say(words.why)}
        options={optionsOf(extensionReasons, say)}
        chosen={reason === null ? [] : [reason]}
        onChange={([code]) => setReason(code ?? null)}
      />
      <DateField label={say(words.decided)} value={decidedOn} onChange={setDecidedOn} />
      <DateField label={say(words.until)} value={until} onChange={setUntil} />
      <Field label={say(words.paper)}>
        <input
          maxLength={60}
          autoComplete="off"
          value={paperNumber}
          onChange={(e) => setPaper(e.target.value)}
        />
      </Field>
      <TextArea label={say(words.note)} rows={2} maxLength={2000} value={text} onChange={setText} />
    </CommandForm>
  )
}

/** She stays on: an extension is taken back, or leaving is put off. */
export function GoOnForm({
  organisationId,
  caseId,
  stays,
  stay,
  title,
  onDone,
}: FormProps & { title: Words }) {
  const { say } = useLanguage()
  const [text, setText] = useState('')
  return (
    <CommandForm
      command={stayGoOn}
      submit={say(title)}
      rule={() => stayGoOnRule(stays, stay.id)}
      args={() => ({ organisationId, caseId, stayId: stay.id, words: text })}
      onDone={onDone}
    >
      <TextArea label={say(words.note)} rows={2} maxLength={2000} value={text} onChange={setText} />
    </CommandForm>
  )
}
