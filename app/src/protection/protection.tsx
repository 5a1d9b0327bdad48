import { showDate, today } from '@ke-vai/contract/date/date.ts'
import {
  type ProtectedPerson,
  type ProtectionEnd,
  type ProtectionKind,
  type ProtectionPaper,
  protectedPersons,
  protectionEnds,
  protectionKinds,
  protectionPapers,
  protectionStates,
} from '@ke-vai/contract/protection/codes.ts'
import {
  decisionRule,
  foldProtection,
  type MeasureNow,
  nextProtectionStates,
  protectionDecide,
  protectionEnd,
  protectionPropose,
} from '@ke-vai/contract/protection/protection.ts'
import { useState } from 'react'
import { OpenWords } from '../case/OpenWords.tsx'
import { useMayAtAgency } from '../case/own-agency.ts'
import type { CasePanelProps } from '../case/panel.ts'
import { CommandForm } from '../club/CommandForm.tsx'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { Choice } from '../ui/Choice.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Field } from '../ui/Field.tsx'
import { optionsOf } from '../ui/options.ts'

const words = {
  about: {
    vi: 'Có thể bảo vệ người được hỗ trợ, người thân và người tham gia hỗ trợ. Tên và nơi ở của họ được niêm phong cùng lời kể.',
    en: 'She, her relatives and those who help can be protected. Their names and homes are sealed with the story.',
  },
  empty: {
    vi: 'Chưa có biện pháp nào. Khi có người bị đe dọa, đề nghị ở đây; nơi từ chối phải trả lời bằng văn bản, có lý do.',
    en: 'There is no measure. When somebody is threatened, propose one; a refusal is in writing, with its reason.',
  },
  propose: { vi: 'Đề nghị bảo vệ', en: 'Propose protection' },
  kind: { vi: 'Biện pháp', en: 'Measure' },
  forWhom: { vi: 'Cho ai', en: 'For whom' },
  who: { vi: 'Là ai (niêm phong)', en: 'Who it is (sealed)' },
  danger: { vi: 'Điều đang đe dọa (niêm phong)', en: 'What threatens (sealed)' },
  decide: { vi: 'Ghi trả lời', en: 'Write the answer' },
  answer: { vi: 'Trả lời', en: 'Answer' },
  yes: { vi: 'Áp dụng', en: 'Granted' },
  no: { vi: 'Không áp dụng', en: 'Refused' },
  paper: { vi: 'Văn bản', en: 'Paper' },
  number: { vi: 'Số văn bản (niêm phong)', en: 'Number of the paper (sealed)' },
  issuer: { vi: 'Nơi trả lời (niêm phong)', en: 'Who answered (sealed)' },
  reason: { vi: 'Lý do (niêm phong)', en: 'Reason (sealed)' },
  decidedOn: { vi: 'Ngày trả lời', en: 'Answered on' },
  from: { vi: 'Áp dụng từ ngày', en: 'From' },
  until: { vi: 'Đến ngày (không bắt buộc)', en: 'Until (may stay empty)' },
  end: { vi: 'Kết thúc', en: 'End' },
  save: { vi: 'Lưu', en: 'Save' },
} as const

/** The measures that protect her, her relatives and helpers, and how each was answered. */
export function ProtectionPanel({ organisationId, caseId, page }: CasePanelProps) {
  const { say } = useLanguage()
  const writes = useMayAtAgency()('case.write')
  const [kind, setKind] = useState<ProtectionKind | null>(null)
  const [forWhom, setForWhom] = useState<ProtectedPerson | null>(null)
  const [who, setWho] = useState('')
  const [danger, setDanger] = useState('')
  const measures = foldProtection(page.entries)
  const given = { organisationId, caseId }
  return (
    <div className="stack">
      <p className="quiet">{say(words.about)}</p>
      {measures.length === 0 && <p className="empty">{say(words.empty)}</p>}
      <ul className="cards">
        {measures.map((measure) => {
          const answer = page.entries.find(({ id }) => id === measure.decisionId)
          return (
            <li key={measure.id} className="card stack">
              <span>
                <strong>{say(protectionKinds[measure.kind])}</strong> ·{' '}
                {say(protectedPersons[measure.forWhom])}
              </span>
              <span>
                {say(protectionStates[measure.state])}
                {measure.fromDay && ` · ${showDate(measure.fromDay)}`}
                {measure.untilDay && ` – ${showDate(measure.untilDay)}`}
              </span>
              {answer?.hasWords && <OpenWords {...given} entry={answer} />}
              {writes && measure.state !== 'ended' && (
                <>
                  <Decide {...given} measure={measure} />
                  <End {...given} measure={measure} />
                </>
              )}
            </li>
          )
        })}
      </ul>
      {writes && (
        <Opening text={say(words.propose)}>
          {(close) => (
            <CommandForm
              command={protectionPropose}
              submit={say(words.save)}
              ready={kind !== null && forWhom !== null}
              args={() => ({
                ...given,
                measureId: crypto.randomUUID(),
                kind: kind ?? 'other',
                forWhom: forWhom ?? 'herself',
                who,
                danger,
              })}
              onDone={() => {
                setKind(null)
                setForWhom(null)
                setWho('')
                setDanger('')
                close()
              }}
            >
              <Choice
                label={say(words.forWhom)}
                options={optionsOf(protectedPersons, say)}
                chosen={forWhom === null ? [] : [forWhom]}
                onChange={([code]) => setForWhom(code ?? null)}
              />
              <Choice
                label={say(words.kind)}
                options={optionsOf(protectionKinds, say)}
                chosen={kind === null ? [] : [kind]}
                onChange={([code]) => setKind(code ?? null)}
              />
              <Field label={say(words.who)}>
                <input
                  maxLength={300}
                  autoComplete="off"
                  value={who}
                  onChange={(event) => setWho(event.target.value)}
                />
              </Field>
              <Field label={say(words.danger)}>
                <input
                  maxLength={2000}
                  autoComplete="off"
                  value={danger}
                  onChange={(event) => setDanger(event.target.value)}
                />
              </Field>
            </CommandForm>
          )}
        </Opening>
      )}
    </div>
  )
}

interface MeasureProps {
  organisationId: string
  caseId: string
  measure: MeasureNow
}

function Decide({ organisationId, caseId, measure }: MeasureProps) {
  const { say } = useLanguage()
  const [answer, setAnswer] = useState<'granted' | 'refused' | null>(null)
  const [paper, setPaper] = useState<ProtectionPaper | null>(null)
  const [texts, setTexts] = useState({ number: '', issuer: '', reason: '' })
  const [decidedOn, setDecidedOn] = useState<string | null>(today())
  const [fromDay, setFromDay] = useState<string | null>(null)
  const [untilDay, setUntilDay] = useState<string | null>(null)
  const may = nextProtectionStates(measure.state)
  const options = (['granted', 'refused'] as const)
    .filter((each) => may.includes(each))
    .map((code) => ({ code, text: say(code === 'granted' ? words.yes : words.no) }))
  const body = {
    granted: answer === 'granted',
    paper,
    reason: texts.reason,
    decidedOn: decidedOn ?? '',
    fromDay,
    untilDay,
  }
  return (
    <Opening
      text={say(words.decide)}
      label={`${say(words.decide)}: ${say(protectionKinds[measure.kind])}`}
      look="link"
    >
      {(close) => (
        <CommandForm
          command={protectionDecide}
          submit={say(words.save)}
          ready={answer !== null && decidedOn !== null}
          rule={() => decisionRule(body, today())}
          args={() => ({
            organisationId,
            caseId,
            measureId: measure.id,
            ...body,
            paperNumber: texts.number,
            issuer: texts.issuer,
          })}
          onDone={close}
        >
          <Choice
            label={say(words.answer)}
            options={options}
            chosen={answer === null ? [] : [answer]}
            onChange={([code]) => setAnswer(code ?? null)}
          />
          <Choice
            label={say(words.paper)}
            options={optionsOf(protectionPapers, say)}
            chosen={paper === null ? [] : [paper]}
            onChange={([code]) => setPaper(code ?? null)}
          />
          <DateField label={say(words.decidedOn)} value={decidedOn} onChange={setDecidedOn} />
          {(['number', 'issuer', 'reason'] as const).map((each) => (
            <Field key={each} label={say(words[each])}>
              <input
                maxLength={each === 'number' ? 80 : 200}
                autoComplete="off"
                value={texts[each]}
                onChange={(event) => setTexts({ ...texts, [each]: event.target.value })}
              />
            </Field>
          ))}
          {answer === 'granted' && (
            <>
              <DateField label={say(words.from)} value={fromDay} onChange={setFromDay} />
              <DateField label={say(words.until)} value={untilDay} onChange={setUntilDay} />
            </>
          )}
        </CommandForm>
      )}
    </Opening>
  )
}

function End({ organisationId, caseId, measure }: MeasureProps) {
  const { say } = useLanguage()
  const [how, setHow] = useState<ProtectionEnd | null>(null)
  const title = `${say(words.end)}: ${say(protectionKinds[measure.kind])}`
  return (
    <Opening text={say(words.end)} label={title} look="link">
      {(close) => (
        <CommandForm
          command={protectionEnd}
          submit={say(words.save)}
          ready={how !== null}
          args={() => ({ organisationId, caseId, measureId: measure.id, how: how ?? 'replaced' })}
          onDone={close}
        >
          <Choice
            label={title}
            options={optionsOf(protectionEnds, say)}
            chosen={how === null ? [] : [how]}
            onChange={([code]) => setHow(code ?? null)}
          />
        </CommandForm>
      )}
    </Opening>
  )
}
