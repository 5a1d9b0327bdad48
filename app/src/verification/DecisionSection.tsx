import { showDate } from '@ke-vai/contract/date/date.ts'
import { decidingBodies, identificationOutcomes, paperKinds } from '@ke-vai/contract/verification/codes.ts'
import { identificationDecide } from '@ke-vai/contract/verification/identification.ts'
import { CommandForm } from '../club/CommandForm.tsx'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { Notice } from '../ui/Notice.tsx'
import { DecisionFields, useDecisionDraft } from './DecisionFields.tsx'
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
} as const

/** The decision with its paper, and the two ways in which one comes into the case. */
export function DecisionSection({ organisationId, caseId, data, decides }: PartProps & { decides: boolean }) {
  const { say } = useLanguage()
  const { decision, requests } = data
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
      {decides && (
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
  const decision = useDecisionDraft(null)
  return (
    <CommandForm
      command={identificationDecide}
      submit={say(words.record)}
      ready={decision.ready}
      args={() => ({ organisationId, caseId, decisionId: crypto.randomUUID(), ...decision.args() })}
      onDone={onDone}
    >
      <DecisionFields {...decision} />
    </CommandForm>
  )
}
