import { showDate } from '@ke-vai/contract/date/date.ts'
import {
  type PaperKind,
  type PaperOffice,
  type PaperState,
  paperKinds,
  paperOffices,
  paperStates,
} from '@ke-vai/contract/paperwork/codes.ts'
import {
  foldPapers,
  isPaperDone,
  nextPaperStates,
  type PaperNow,
  paperRule,
  paperworkBegin,
  paperworkMove,
} from '@ke-vai/contract/paperwork/paperwork.ts'
import { useState } from 'react'
import { useMayAtAgency } from '../case/own-agency.ts'
import type { CasePanelProps } from '../case/panel.ts'
import { CommandForm } from '../club/CommandForm.tsx'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { Choice } from '../ui/Choice.tsx'
import { DateField } from '../ui/DateField.tsx'
import { optionsOf } from '../ui/options.ts'

const words = {
  empty: {
    vi: 'Chưa có giấy tờ nào đang làm. Mỗi giấy tờ đi từng bước ở đây: thu thập, nộp, bổ sung, nhận.',
    en: 'No paper is being made. Each goes its way here: gathered, handed in, completed, received.',
  },
  add: { vi: 'Bắt đầu một giấy tờ', en: 'Begin a paper' },
  kind: { vi: 'Giấy tờ', en: 'Which paper' },
  office: { vi: 'Nơi làm', en: 'Which office' },
  due: { vi: 'Hẹn ngày (không bắt buộc)', en: 'Due on (may stay empty)' },
  dueOn: { vi: 'hẹn', en: 'due' },
  move: { vi: 'Chuyển bước', en: 'Move on' },
  save: { vi: 'Lưu', en: 'Save' },
} as const

/** The papers that are made for her, each with its steps. */
export function PaperworkPanel({ organisationId, caseId, page }: CasePanelProps) {
  const { say } = useLanguage()
  const writes = useMayAtAgency()('case.write')
  const papers = foldPapers(page.entries)
  const [kind, setKind] = useState<PaperKind | null>(null)
  const [office, setOffice] = useState<PaperOffice | null>(null)
  const [dueOn, setDueOn] = useState<string | null>(null)
  return (
    <div className="stack">
      {papers.length === 0 && <p className="empty">{say(words.empty)}</p>}
      <ul className="cards">
        {papers.map((paper) => (
          <li key={paper.id} className="card stack">
            <span>
              <strong>{say(paperKinds[paper.kind])}</strong> · {say(paperOffices[paper.office])}
            </span>
            <span>
              {say(paperStates[paper.state])}
              {paper.dueOn && !isPaperDone(paper.state) && ` · ${say(words.dueOn)} ${showDate(paper.dueOn)}`}
            </span>
            <ol className="quiet">
              {paper.steps.map(({ state, onDay }, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a paper may stand at the same step twice in a day
                <li key={`${state} ${i}`}>
                  {say(paperStates[state])}, {showDate(onDay)}
                </li>
              ))}
            </ol>
            {writes && nextPaperStates(paper.state).length > 0 && (
              <MovePaper organisationId={organisationId} caseId={caseId} paper={paper} />
            )}
          </li>
        ))}
      </ul>
      {writes && (
        <Opening text={say(words.add)}>
          {(close) => (
            <CommandForm
              command={paperworkBegin}
              submit={say(words.save)}
              ready={kind !== null && office !== null}
              args={() => ({
                organisationId,
                caseId,
                paperId: crypto.randomUUID(),
                kind: kind ?? 'other',
                office: office ?? 'other',
                dueOn,
              })}
              onDone={() => {
                setKind(null)
                setOffice(null)
                close()
              }}
            >
              <Choice
                label={say(words.kind)}
                options={optionsOf(paperKinds, say)}
                chosen={kind === null ? [] : [kind]}
                onChange={([code]) => setKind(code ?? null)}
              />
              <Choice
                label={say(words.office)}
                options={optionsOf(paperOffices, say)}
                chosen={office === null ? [] : [office]}
                onChange={([code]) => setOffice(code ?? null)}
              />
              <DateField label={say(words.due)} value={dueOn} onChange={setDueOn} />
            </CommandForm>
          )}
        </Opening>
      )}
    </div>
  )
}

interface MoveProps {
  organisationId: string
  caseId: string
  paper: PaperNow
}

function MovePaper({ organisationId, caseId, paper }: MoveProps) {
  const { say } = useLanguage()
  const [to, setTo] = useState<PaperState | null>(null)
  const [dueOn, setDueOn] = useState<string | null>(null)
  const options = nextPaperStates(paper.state).map((code) => ({ code, text: say(paperStates[code]) }))
  const title = `${say(words.move)}: ${say(paperKinds[paper.kind])}`
  return (
    <Opening text={say(words.move)} label={title} look="link">
      {(close) => (
        <CommandForm
          command={paperworkMove}
          submit={say(words.save)}
          ready={to !== null}
          rule={() => (to === null ? null : paperRule(paper, to))}
          args={() => ({ organisationId, caseId, paperId: paper.id, to: to ?? 'gathering', dueOn })}
          onDone={() => {
            setTo(null)
            close()
          }}
        >
          <Choice
            label={title}
            options={options}
            chosen={to === null ? [] : [to]}
            onChange={([code]) => setTo(code ?? null)}
          />
          <DateField label={say(words.due)} value={dueOn} onChange={setDueOn} />
        </CommandForm>
      )}
    </Opening>
  )
}
