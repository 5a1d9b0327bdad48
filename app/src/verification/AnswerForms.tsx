import { today } from '@ke-vai/contract/date/date.ts'
import { identificationAnswer, requestAnswer, requestDecline } from '@ke-vai/contract/verification/request.ts'
import {
  type DeclineReason,
  declineReasons,
  type RequestAnswer,
  requestAnswers,
} from '@ke-vai/contract/verification/request-codes.ts'
import { useState } from 'react'
import { CommandForm } from '../club/CommandForm.tsx'
import { useLanguage } from '../language/language.ts'
import { Choice } from '../ui/Choice.tsx'
import { Field } from '../ui/Field.tsx'
import { optionsOf } from '../ui/options.ts'
import { DecisionFields, useDecisionDraft } from './DecisionFields.tsx'

interface FormProps {
  organisationId: string
  requestId: string
  onDone: () => void
}

const words = {
  answer: { vi: 'Kết quả', en: 'What came out' },
  words: { vi: 'Nội dung trả lời (được cất riêng)', en: 'Answer in words (sealed)' },
  send: { vi: 'Gửi trả lời', en: 'Send the answer' },
  why: { vi: 'Vì sao', en: 'Why' },
} as const

function Words({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { say } = useLanguage()
  return (
    <Field label={say(words.words)}>
      <textarea
        rows={4}
        maxLength={8000}
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  )
}

type PlainAnswer = Exclude<RequestAnswer, 'decided'>
const { decided: _, ...plainAnswers } = requestAnswers

/** Answers what was asked. */
export function AnswerForm({ organisationId, requestId, onDone }: FormProps) {
  const { say } = useLanguage()
  const [answer, setAnswer] = useState<PlainAnswer | null>(null)
  const [text, setText] = useState('')
  return (
    <CommandForm
      command={requestAnswer}
      submit={say(words.send)}
      ready={answer !== null}
      args={() => ({ organisationId, requestId, answer: answer ?? 'nothing_found', words: text })}
      onDone={onDone}
    >
      <Choice
        label={say(words.answer)}
        options={optionsOf<PlainAnswer>(plainAnswers, say)}
        chosen={answer === null ? [] : [answer]}
        onChange={([code]) => setAnswer(code ?? null)}
      />
      <Words value={text} onChange={setText} />
    </CommandForm>
  )
}

/** Declines, with a reason. */
export function DeclineForm({ organisationId, requestId, onDone }: FormProps) {
  const { say } = useLanguage()
  const [reason, setReason] = useState<DeclineReason | null>(null)
  const [text, setText] = useState('')
  return (
    <CommandForm
      command={requestDecline}
      submit={say(words.send)}
      ready={reason !== null}
      args={() => ({ organisationId, requestId, reason: reason ?? 'other', words: text })}
      onDone={onDone}
    >
      <Choice
        label={say(words.why)}
        options={optionsOf(declineReasons, say)}
        chosen={reason === null ? [] : [reason]}
        onChange={([code]) => setReason(code ?? null)}
      />
      <Words value={text} onChange={setText} />
    </CommandForm>
  )
}

/** Answers with the decision and its paper. */
export function DecideForm({ organisationId, requestId, onDone }: FormProps) {
  const { say } = useLanguage()
  const decision = useDecisionDraft(today())
  return (
    <CommandForm
      command={identificationAnswer}
      submit={say(words.send)}
      ready={decision.ready}
      args={() => ({ organisationId, requestId, ...decision.args() })}
      onDone={onDone}
    >
      <DecisionFields {...decision} />
    </CommandForm>
  )
}
