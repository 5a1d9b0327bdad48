import { type PlainDate, showDate, today } from '@ke-vai/contract/date/date.ts'
import {
  type DecidingBody,
  decidingBodies,
  type IdentificationOutcome,
  identificationOutcomes,
  type PaperKind,
  paperKinds,
} from '@ke-vai/contract/verification/codes.ts'
import { identificationDecide } from '@ke-vai/contract/verification/identification.ts'
import { useState } from 'react'
import { CommandForm } from '../club/CommandForm.tsx'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { Choice } from '../ui/Choice.tsx'
import { CodeSelect } from '../ui/CodeSelect.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { optionsOf } from '../ui/options.ts'
import type { PartProps } from './panel-data.ts'

const words = {
  title: { vi: 'Quyết định xác định', en: 'Decision on identification' },
  none: {
    vi: 'Chưa có quyết định. Chỉ quyết định của cơ quan có thẩm quyền làm thay đổi tình trạng pháp lý.',
    en: 'There is no decision. Only a decision of the competent body changes the legal status.',
  },
  answered: {
    vi: 'Cơ quan được hỏi đã trả lời bằng quyết định. Xin đối chiếu rồi nhận vào hồ sơ.',
    en: 'The body answered with its decision. Please check it and take it into the case.',
  },
  take: { vi: 'Nhận quyết định vào hồ sơ', en: 'Take the decision into the case' },
  record: { vi: 'Ghi quyết định đang giữ giấy', en: 'Record a decision whose paper is at hand' },
  outcome: { vi: 'Kết quả', en: 'Outcome' },
  paper: { vi: 'Loại giấy tờ', en: 'Kind of paper' },
  issuer: { vi: 'Cơ quan ký', en: 'Signed by' },
  number: { vi: 'Số giấy tờ (được cất riêng)', en: 'Number (sealed)' },
  day: { vi: 'Ngày quyết định', en: 'Day of the decision' },
  choose: { vi: 'Chọn', en: 'Choose' },
} as const

/** The decision with its paper, and the two ways in which one comes into the case. */
export function DecisionSection({ organisationId, caseId, data, decides }: PartProps & { decides: boolean }) {
  const { say } = useLanguage()
  const { decision, requests, verification } = data
  const waiting = requests.find((each) => each.decision !== null && each.id !== decision?.requestId)
  return (
    <section className="stack">
      <h2>{say(words.title)}</h2>
      {decision === null && <p className="empty">{say(words.none)}</p>}
      {decision && (
        <div className="card">
          <strong>{say(identificationOutcomes[decision.outcome])}</strong>
          <p>
            {say(paperKinds[decision.paperKind])} · {say(decidingBodies[decision.issuer])} ·{' '}
            {showDate(decision.decidedOn)}
          </p>
        </div>
      )}
      {decides && waiting?.decision && (
        <Notice kind="careful">
          <p>{say(words.answered)}</p>
          <p>
            {say(identificationOutcomes[waiting.decision.outcome])} ·{' '}
            {say(decidingBodies[waiting.decision.issuer])} · {showDate(waiting.decision.decidedOn)}
          </p>
          <TakeForm
            organisationId={organisationId}
            caseId={caseId}
            requestId={waiting.id}
            decision={waiting.decision}
          />
        </Notice>
      )}
      {decides && verification && (
        <Opening text={say(words.record)}>
          {(close) => <RecordForm organisationId={organisationId} caseId={caseId} onDone={close} />}
        </Opening>
      )}
    </section>
  )
}

interface TakeProps {
  organisationId: string
  caseId: string
  requestId: string
  decision: NonNullable<PartProps['data']['requests'][number]['decision']>
}

function TakeForm({ organisationId, caseId, requestId, decision }: TakeProps) {
  const { say } = useLanguage()
  return (
    <CommandForm
      command={identificationDecide}
      submit={say(words.take)}
      args={() => ({ organisationId, caseId, decisionId: crypto.randomUUID(), requestId, ...decision })}
      onDone={() => undefined}
    />
  )
}

function RecordForm(props: { organisationId: string; caseId: string; onDone: () => void }) {
  const { organisationId, caseId, onDone } = props
  const { say } = useLanguage()
  const [outcome, setOutcome] = useState<IdentificationOutcome | null>(null)
  const [paperKind, setPaperKind] = useState<PaperKind | ''>('')
  const [issuer, setIssuer] = useState<DecidingBody | ''>('')
  const [paperNumber, setPaperNumber] = useState('')
  const [decidedOn, setDecidedOn] = useState<PlainDate | null>(null)
  const ready = outcome !== null && paperKind !== '' && issuer !== '' && decidedOn !== null
  return (
    <CommandForm
      command={identificationDecide}
      submit={say(words.record)}
      ready={ready && paperNumber.trim() !== ''}
      args={() => ({
        organisationId,
        caseId,
        decisionId: crypto.randomUUID(),
        outcome: outcome ?? 'not_enough_grounds',
        paperKind: paperKind || 'other',
        issuer: issuer || 'police',
        decidedOn: decidedOn ?? today(),
        paperNumber,
      })}
      onDone={onDone}
    >
      <Choice
        label={say(words.outcome)}
        options={optionsOf(identificationOutcomes, say)}
        chosen={outcome === null ? [] : [outcome]}
        onChange={([code]) => setOutcome(code ?? null)}
      />
      <CodeSelect
        label={say(words.paper)}
        codes={paperKinds}
        none={say(words.choose)}
        value={paperKind}
        onChange={setPaperKind}
      />
      <CodeSelect
        label={say(words.issuer)}
        codes={decidingBodies}
        none={say(words.choose)}
        value={issuer}
        onChange={setIssuer}
      />
      <Field label={say(words.number)}>
        <input
          autoComplete="off"
          maxLength={80}
          value={paperNumber}
          onChange={(event) => setPaperNumber(event.target.value)}
        />
      </Field>
      <DateField label={say(words.day)} value={decidedOn} onChange={setDecidedOn} />
    </CommandForm>
  )
}
