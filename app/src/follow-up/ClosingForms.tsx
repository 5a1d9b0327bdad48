import { dataChoiceRule } from '@ke-vai/contract/follow-up/closing.ts'
import {
  type ClosingReason,
  closingReasons,
  type DataChoice,
  dataChoices,
  type ReopeningReason,
  reopeningReasons,
} from '@ke-vai/contract/follow-up/codes.ts'
import {
  type ErasureSettlement,
  erasureSettle,
  erasureSettlements,
} from '@ke-vai/contract/follow-up/erasure.ts'
import {
  closingClose,
  closingPropose,
  closingReopen,
  closingReturn,
} from '@ke-vai/contract/follow-up/follow-up.ts'
import type { Words } from '@ke-vai/contract/words.ts'
import { useState } from 'react'
import { CommandForm } from '../club/CommandForm.tsx'
import { useLanguage } from '../language/language.ts'
import { TextArea } from '../month/TextArea.tsx'
import { Choice } from '../ui/Choice.tsx'
import { optionsOf } from '../ui/options.ts'

const words = {
  why: { vi: 'Vì sao', en: 'Why' },
  data: { vi: 'Người được hỗ trợ muốn những điều đã ghi', en: 'What is written shall, by her wish' },
  note: { vi: 'Ghi thêm (được cất kín)', en: 'More (sealed)' },
  propose: { vi: 'Đề nghị đóng', en: 'Propose to close' },
  reopen: { vi: 'Mở lại', en: 'Reopen' },
  cameOf: { vi: 'Kết quả', en: 'What came of it' },
  save: { vi: 'Lưu kết quả', en: 'Save it' },
} as const

interface Props {
  organisationId: string
  caseId: string
  onDone: () => void
}

/** Why, and what becomes of what is written: her choice. */
export function ProposeForm({ organisationId, caseId, onDone }: Props) {
  const { say } = useLanguage()
  const [reason, setReason] = useState<ClosingReason | null>(null)
  const [dataChoice, setDataChoice] = useState<DataChoice | null>(null)
  const [text, setText] = useState('')
  return (
    <CommandForm
      command={closingPropose}
      submit={say(words.propose)}
      ready={reason !== null}
      rule={() => (reason === null ? null : dataChoiceRule(reason, dataChoice))}
      args={() => ({ organisationId, caseId, reason: reason ?? 'goals_met', dataChoice, words: text })}
      onDone={onDone}
    >
      <Choice
        label={say(words.why)}
        options={optionsOf(closingReasons, say)}
        chosen={reason === null ? [] : [reason]}
        onChange={([code]) => setReason(code ?? null)}
      />
      <Choice
        label={say(words.data)}
        options={optionsOf(dataChoices, say)}
        chosen={dataChoice === null ? [] : [dataChoice]}
        onChange={([code]) => setDataChoice(code ?? null)}
      />
      <TextArea label={say(words.note)} rows={3} maxLength={2000} value={text} onChange={setText} />
    </CommandForm>
  )
}

/** The other person's answer: closed, or followed on. */
export function AnswerForm({
  organisationId,
  caseId,
  proposalId,
  closes,
  title,
  onDone,
}: Props & { proposalId: string; closes: boolean; title: Words }) {
  const { say } = useLanguage()
  const [text, setText] = useState('')
  return (
    <CommandForm
      command={closes ? closingClose : closingReturn}
      submit={say(title)}
      args={() => ({ organisationId, caseId, proposalId, words: text })}
      onDone={onDone}
    >
      <TextArea label={say(words.note)} rows={2} maxLength={2000} value={text} onChange={setText} />
    </CommandForm>
  )
}

/** What came of her wish that what is written be erased; while the law keeps it, she is not forgotten. */
export function ErasureForm({ organisationId, caseId, onDone }: Props) {
  const { say } = useLanguage()
  const [how, setHow] = useState<ErasureSettlement | null>(null)
  const [text, setText] = useState('')
  return (
    <CommandForm
      command={erasureSettle}
      submit={say(words.save)}
      ready={how !== null}
      args={() => ({ organisationId, caseId, how: how ?? 'law_keeps', words: text })}
      onDone={onDone}
    >
      <Choice
        label={say(words.cameOf)}
        options={optionsOf(erasureSettlements, say)}
        chosen={how === null ? [] : [how]}
        onChange={([code]) => setHow(code ?? null)}
      />
      <TextArea label={say(words.note)} rows={2} maxLength={2000} value={text} onChange={setText} />
    </CommandForm>
  )
}

export function ReopenForm({ organisationId, caseId, onDone }: Props) {
  const { say } = useLanguage()
  const [reason, setReason] = useState<ReopeningReason | null>(null)
  const [text, setText] = useState('')
  return (
    <CommandForm
      command={closingReopen}
      submit={say(words.reopen)}
      ready={reason !== null}
      args={() => ({ organisationId, caseId, reason: reason ?? 'asked', words: text })}
      onDone={onDone}
    >
      <Choice
        label={say(words.why)}
        options={optionsOf(reopeningReasons, say)}
        chosen={reason === null ? [] : [reason]}
        onChange={([code]) => setReason(code ?? null)}
      />
      <TextArea label={say(words.note)} rows={2} maxLength={2000} value={text} onChange={setText} />
    </CommandForm>
  )
}
