import { type CaseStage, type CaseState, caseStages, caseStates } from '@ke-vai/contract/case/codes.ts'
import { caseMoveRule, foldCase, nextStates } from '@ke-vai/contract/case/state.ts'
import {
  caseMove,
  casePause,
  caseSetStage,
  foldStage,
  plainMoveRule,
  stageRule,
} from '@ke-vai/contract/case/step.ts'
import type { CodeWords } from '@ke-vai/contract/words.ts'
import { useState } from 'react'
import { CommandForm } from '../club/CommandForm.tsx'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { TextArea } from '../month/TextArea.tsx'
import { Choice } from '../ui/Choice.tsx'
import { CodeSelect } from '../ui/CodeSelect.tsx'
import type { CasePanelProps } from './panel.ts'

const words = {
  move: { vi: 'Chuyển bước', en: 'Move on' },
  to: { vi: 'Sang bước', en: 'To' },
  reason: { vi: 'Vì sao (được cất kín, nhóm hỗ trợ đọc được)', en: 'Why (sealed; the team can read it)' },
  pause: { vi: 'Tạm dừng theo ý người ấy', en: 'Pause at the wish of the person' },
  pauseLead: {
    vi: 'Người được hỗ trợ muốn dừng lúc này. Không mất gì: khi nào muốn tiếp, hồ sơ đi tiếp từ chỗ này.',
    en: 'The person wishes to pause. Nothing is lost: the case goes on from here whenever it is wished.',
  },
  pauseWords: { vi: 'Điều người ấy dặn', en: 'What was asked for' },
  stage: { vi: 'Chuyển giai đoạn', en: 'Set the stage' },
} as const

/** What the manager of a case may do with its step and its stage; what may follow is asked of the same rules as on the server. */
export function StepForms({ organisationId, caseId, page }: CasePanelProps) {
  const { say } = useLanguage()
  const now = foldCase(page.entries)
  const next = nextStates(now).filter((to) => plainMoveRule(now.state, to) === null)
  const mayPause = caseMoveRule(now, 'paused') === null
  const ofCase = { organisationId, caseId }
  return (
    <>
      {next.length > 0 && (
        <Opening text={say(words.move)}>
          {(close) => <MoveForm {...ofCase} now={now} next={next} onDone={close} />}
        </Opening>
      )}
      <Opening text={say(words.stage)}>
        {(close) => <StageForm {...ofCase} now={foldStage(page.entries)} onDone={close} />}
      </Opening>
      {mayPause && (
        <Opening text={say(words.pause)}>{(close) => <PauseForm {...ofCase} onDone={close} />}</Opening>
      )}
    </>
  )
}

interface FormProps {
  organisationId: string
  caseId: string
  onDone: () => void
}

interface MoveProps extends FormProps {
  now: ReturnType<typeof foldCase>
  next: readonly CaseState[]
}

function MoveForm({ organisationId, caseId, now, next, onDone }: MoveProps) {
  const { say } = useLanguage()
  const [to, setTo] = useState<CaseState | null>(next.length === 1 ? (next[0] ?? null) : null)
  const [reason, setReason] = useState('')
  return (
    <CommandForm
      command={caseMove}
      args={() => ({ organisationId, caseId, to: to ?? now.state, reason })}
      rule={() => (to === null ? null : caseMoveRule(now, to))}
      ready={to !== null}
      submit={say(words.move)}
      onDone={onDone}
    >
      <Choice
        label={say(words.to)}
        options={next.map((code) => ({ code, text: say(caseStates[code]) }))}
        chosen={to === null ? [] : [to]}
        onChange={([code]) => setTo(code ?? null)}
      />
      <TextArea label={say(words.reason)} rows={3} maxLength={2000} value={reason} onChange={setReason} />
    </CommandForm>
  )
}

function PauseForm({ organisationId, caseId, onDone }: FormProps) {
  const { say } = useLanguage()
  const [text, setText] = useState('')
  return (
    <CommandForm
      command={casePause}
      args={() => ({ organisationId, caseId, words: text })}
      submit={say({ vi: 'Tạm dừng', en: 'Pause' })}
      onDone={onDone}
    >
      <p>{say(words.pauseLead)}</p>
      <TextArea label={say(words.pauseWords)} rows={3} maxLength={2000} value={text} onChange={setText} />
    </CommandForm>
  )
}

function StageForm({ organisationId, caseId, now, onDone }: FormProps & { now: CaseStage }) {
  const { say } = useLanguage()
  const [to, setTo] = useState<CaseStage>(now)
  const stages: CodeWords<CaseStage> = caseStages
  return (
    <CommandForm
      command={caseSetStage}
      args={() => ({ organisationId, caseId, to })}
      rule={() => stageRule(now, to)}
      submit={say(words.stage)}
      onDone={onDone}
    >
      <CodeSelect
        label={say({ vi: 'Giai đoạn', en: 'Stage' })}
        codes={stages}
        value={to}
        onChange={(code) => setTo(code || now)}
      />
    </CommandForm>
  )
}
