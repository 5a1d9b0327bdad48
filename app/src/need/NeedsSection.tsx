import { showDate } from '@ke-vai/contract/date/date.ts'
import {
  type NeedDomain,
  type NeedPriority,
  type NeedReason,
  type NeedState,
  needDomains,
  needPriorities,
  needReasons,
  needStates,
} from '@ke-vai/contract/need/codes.ts'
import { needMove, needOpen } from '@ke-vai/contract/need/need.ts'
import { foldNeeds, type NeedNow, needRule, nextNeedStates } from '@ke-vai/contract/need/state.ts'
import { useState } from 'react'
import { OpenWords } from '../case/OpenWords.tsx'
import { CommandForm } from '../club/CommandForm.tsx'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { Choice } from '../ui/Choice.tsx'
import { CodeSelect } from '../ui/CodeSelect.tsx'
import { Field } from '../ui/Field.tsx'
import { optionsOf } from '../ui/options.ts'
import type { PartProps } from './part.ts'

const words = {
  title: { vi: 'Nhu cầu', en: 'Needs' },
  empty: {
    vi: 'Chưa ghi nhu cầu nào. Mỗi điều người được hỗ trợ cần đứng ở đây cho tới khi có câu trả lời.',
    en: 'No need is written yet. Each stands here until it has an answer.',
  },
  add: { vi: 'Thêm một nhu cầu', en: 'Add a need' },
  domain: { vi: 'Cần về mặt nào', en: 'In which domain' },
  priority: { vi: 'Khi nào', en: 'When' },
  note: { vi: 'Ghi thêm (không bắt buộc)', en: 'More (may stay empty)' },
  move: { vi: 'Chuyển bước', en: 'Move on' },
  to: { vi: 'Nhu cầu này', en: 'This need is' },
  reason: { vi: 'Vì sao chưa thể đáp ứng', en: 'Why it cannot be met' },
  choose: { vi: 'Chọn một lý do', en: 'Choose a reason' },
  save: { vi: 'Lưu', en: 'Save' },
} as const

/** Each need and how it stands; the steps that may follow and no other. */
export function NeedsSection({ organisationId, caseId, entries, writes }: PartProps) {
  const { say } = useLanguage()
  const [domain, setDomain] = useState<NeedDomain | ''>('')
  const [priority, setPriority] = useState<NeedPriority>('soon')
  const [note, setNote] = useState('')
  const needs = foldNeeds(entries)
  return (
    <section className="stack">
      <h2>{say(words.title)}</h2>
      {needs.length === 0 && <p className="empty">{say(words.empty)}</p>}
      <ul className="cards">
        {needs.map((need) => {
          const entry = entries.find(({ id }) => id === need.id)
          return (
            <li key={need.id} className="card stack">
              <span className="need-line">
                <strong>{say(needDomains[need.domain])}</strong>
                <span>{say(needStates[need.state])}</span>
                {need.reason && <span>{say(needReasons[need.reason])}</span>}
                <span className="quiet">
                  {say(needPriorities[need.priority])} · {showDate(need.onDay)}
                </span>
              </span>
              {entry?.hasWords && <OpenWords organisationId={organisationId} caseId={caseId} entry={entry} />}
              {writes && <MoveNeed organisationId={organisationId} caseId={caseId} need={need} />}
            </li>
          )
        })}
      </ul>
      {writes && (
        <Opening text={say(words.add)}>
          {(close) => (
            <CommandForm
              command={needOpen}
              submit={say(words.save)}
              ready={domain !== ''}
              args={() => ({
                organisationId,
                caseId,
                needId: crypto.randomUUID(),
                domain: domain || 'safety',
                priority,
                words: note,
              })}
              onDone={() => {
                setDomain('')
                setNote('')
                close()
              }}
            >
              <Choice
                label={say(words.domain)}
                options={optionsOf(needDomains, say)}
                chosen={domain === '' ? [] : [domain]}
                onChange={([code]) => setDomain(code ?? '')}
              />
              <Choice
                label={say(words.priority)}
                options={optionsOf(needPriorities, say)}
                chosen={[priority]}
                onChange={([code]) => code && setPriority(code)}
              />
              <Field label={say(words.note)}>
                <input maxLength={2000} value={note} onChange={(event) => setNote(event.target.value)} />
              </Field>
            </CommandForm>
          )}
        </Opening>
      )}
    </section>
  )
}

function MoveNeed({
  organisationId,
  caseId,
  need,
}: {
  organisationId: string
  caseId: string
  need: NeedNow
}) {
  const { say } = useLanguage()
  const [to, setTo] = useState<NeedState | null>(null)
  const [reason, setReason] = useState<NeedReason | ''>('')
  const given = to === 'cannot' ? reason || null : null
  const options = nextNeedStates(need.state).map((code) => ({ code, text: say(needStates[code]) }))
  return (
    <Opening
      text={say(words.move)}
      label={`${say(words.move)}: ${say(needDomains[need.domain])}`}
      look="link"
    >
      {(close) => (
        <CommandForm
          command={needMove}
          submit={say(words.save)}
          ready={to !== null}
          rule={() => (to === null ? null : needRule(need, to, given))}
          args={() => ({ organisationId, caseId, needId: need.id, to: to ?? 'open', reason: given })}
          onDone={() => {
            setTo(null)
            close()
          }}
        >
          <Choice
            label={say(words.to)}
            options={options}
            chosen={to === null ? [] : [to]}
            onChange={([code]) => setTo(code ?? null)}
          />
          {to === 'cannot' && (
            <CodeSelect
              label={say(words.reason)}
              codes={needReasons}
              none={say(words.choose)}
              value={reason}
              onChange={setReason}
            />
          )}
        </CommandForm>
      )}
    </Opening>
  )
}
