import { showDate } from '@ke-vai/contract/date/date.ts'
import { type RiskLevel, type RiskSign, riskLevels, riskSigns } from '@ke-vai/contract/need/codes.ts'
import { needPlanSafety, needSetRisk } from '@ke-vai/contract/need/need.ts'
import { foldRisk } from '@ke-vai/contract/need/risk.ts'
import { useState } from 'react'
import { CommandForm } from '../club/CommandForm.tsx'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { Choice } from '../ui/Choice.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { optionsOf } from '../ui/options.ts'
import type { PartProps } from './part.ts'

const words = {
  title: { vi: 'An toàn', en: 'Safety' },
  risk: { vi: 'Nguy cơ bị mua bán trở lại', en: 'Risk of being trafficked again' },
  unknown: { vi: 'Chưa đánh giá', en: 'Not assessed yet' },
  owed: {
    vi: 'Nguy cơ đang cao: xin cùng người được hỗ trợ lập kế hoạch an toàn. Mọi hỗ trợ vẫn tiếp tục; chỉ việc chuyển bước hồ sơ chờ kế hoạch này.',
    en: 'The risk is high: please make a safety plan with her. Every support goes on; only moving the case on waits for it.',
  },
  planned: { vi: 'Có kế hoạch an toàn ngày', en: 'There is a safety plan of' },
  kept: { vi: '(cất cùng lời kể)', en: '(kept with the story)' },
  set: { vi: 'Ghi nguy cơ', en: 'Set the risk' },
  level: { vi: 'Mức', en: 'Level' },
  signs: { vi: 'Điều đang đe dọa người được hỗ trợ', en: 'What threatens her' },
  note: { vi: 'Ghi thêm (không bắt buộc)', en: 'More (may stay empty)' },
  plan: { vi: 'Lập kế hoạch an toàn', en: 'Make a safety plan' },
  save: { vi: 'Lưu', en: 'Save' },
} as const
const parts = {
  signs: { vi: 'Dấu hiệu nào cho thấy không an toàn?', en: 'By what does she notice danger?' },
  places: { vi: 'Có thể tới nơi nào?', en: 'Where can she go?' },
  people: { vi: 'Có thể gọi ai, bằng cách nào?', en: 'Whom can she reach, and how?' },
  steps: { vi: 'Việc làm đầu tiên, thứ cần mang theo', en: 'What she does first, what she takes along' },
} as const
const emptyPlan = { signs: '', places: '', people: '', steps: '' }

/** The risk that somebody harms her again, and the safety plan, of which only the day is shown here. */
export function RiskSection({ organisationId, caseId, entries, writes }: PartProps) {
  const { say } = useLanguage()
  const now = foldRisk(entries)
  const [level, setLevel] = useState<RiskLevel | null>(null)
  const [signs, setSigns] = useState<RiskSign[]>([])
  const [note, setNote] = useState('')
  const [plan, setPlan] = useState(emptyPlan)
  return (
    <section className="stack">
      <h2>{say(words.title)}</h2>
      <p>
        {say(words.risk)}: <strong>{say(now.level ? riskLevels[now.level] : words.unknown)}</strong>
        {now.onDay && `, ${showDate(now.onDay)}`}
        {now.signs.length > 0 && `. ${now.signs.map((each) => say(riskSigns[each])).join(' · ')}`}
      </p>
      {now.plannedOn && (
        <p>
          {say(words.planned)} {showDate(now.plannedOn)} {say(words.kept)}
        </p>
      )}
      {now.owesPlan && <Notice kind="careful">{say(words.owed)}</Notice>}
      {writes && (
        <div className="stack">
          <Opening text={say(words.plan)} look={now.owesPlan ? 'main' : 'quiet'}>
            {(close) => (
              <CommandForm
                command={needPlanSafety}
                submit={say(words.save)}
                ready={Object.values(plan).some((each) => each.trim() !== '')}
                args={() => ({ organisationId, caseId, plan })}
                onDone={() => {
                  setPlan(emptyPlan)
                  close()
                }}
              >
                {(Object.keys(parts) as (keyof typeof parts)[]).map((part) => (
                  <Field key={part} label={say(parts[part])}>
                    <textarea
                      maxLength={2000}
                      value={plan[part]}
                      onChange={(event) => setPlan({ ...plan, [part]: event.target.value })}
                    />
                  </Field>
                ))}
              </CommandForm>
            )}
          </Opening>
          <Opening text={say(words.set)}>
            {(close) => (
              <CommandForm
                command={needSetRisk}
                submit={say(words.save)}
                ready={level !== null}
                args={() => ({ organisationId, caseId, level: level ?? 'low', signs, words: note })}
                onDone={() => {
                  setNote('')
                  close()
                }}
              >
                <Choice
                  label={say(words.level)}
                  options={optionsOf(riskLevels, say)}
                  chosen={level === null ? [] : [level]}
                  onChange={([code]) => setLevel(code ?? null)}
                />
                <Choice
                  label={say(words.signs)}
                  options={optionsOf(riskSigns, say)}
                  chosen={signs}
                  several
                  onChange={setSigns}
                />
                <Field label={say(words.note)}>
                  <input maxLength={4000} value={note} onChange={(event) => setNote(event.target.value)} />
                </Field>
              </CommandForm>
            )}
          </Opening>
        </div>
      )}
    </section>
  )
}
