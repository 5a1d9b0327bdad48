import { foldCase } from '@ke-vai/contract/case/state.ts'
import { showDate, today } from '@ke-vai/contract/date/date.ts'
import { followUpResults, followUpWays } from '@ke-vai/contract/follow-up/codes.ts'
import {
  type FollowUpNow,
  type FollowUpsNow,
  foldFollowUps,
  nextResults,
  stillOpenRule,
  stillToCome,
} from '@ke-vai/contract/follow-up/state.ts'
import { monthsLater } from '@ke-vai/contract/need/assessment.ts'
import type { Words } from '@ke-vai/contract/words.ts'
import { OpenWords } from '../case/OpenWords.tsx'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { Notice } from '../ui/Notice.tsx'
import { PlanForm } from './PlanForm.tsx'
import type { PartProps } from './part.ts'
import { RecordForm } from './RecordForm.tsx'
import { StopForms } from './StopForms.tsx'

const words = {
  title: { vi: 'Các lần theo dõi', en: 'Follow-ups' },
  empty: {
    vi: 'Chưa dự kiến lần nào. Khi người được hỗ trợ đã về nhà, ghi ngày ấy và cách người ấy muốn được hỏi thăm; các tháng sẽ hiện ra ở đây.',
    en: 'None is planned yet. Once she is home, write that day and how she likes to be asked; the months then stand here.',
  },
  stopped: {
    vi: 'Người được hỗ trợ chưa muốn được hỏi thăm: không ai được nhắc. Mọi quyền và hỗ trợ vẫn giữ nguyên.',
    en: 'She wants no follow-ups now: nobody is reminded. Every right and support stays as it is.',
  },
  lost: {
    vi: 'Đang mất liên lạc. Khi người ấy trở lại, bấm «Theo dõi lại».',
    en: 'Contact is lost. When she is found again, press “Resume”.',
  },
  plan: { vi: 'Dự kiến các lần theo dõi', en: 'Plan the follow-ups' },
  record: { vi: 'Ghi lần này', en: 'Record this one' },
  due: { vi: 'Đến lúc hỏi thăm', en: 'Time to ask' },
  coming: { vi: 'Sắp tới', en: 'To come' },
  passed: { vi: 'Đã qua', en: 'Passed' },
  restart: { vi: 'Không nhắc', en: 'No reminder' },
} as const

/** How one follow-up looks: its words always say what its colour says. */
function lookOf(one: FollowUpNow, now: FollowUpsNow): { look: string; text: Words } {
  if (one.state !== 'planned' && one.state !== 'postponed')
    return { look: one.state, text: followUpResults[one.state] }
  if (now.standing !== 'running') return { look: 'quiet', text: words.restart }
  if (one.past || one.dueOn < monthsLater(today(), -1)) return { look: 'quiet', text: words.passed }
  return one.dueOn <= today()
    ? { look: 'due', text: words.due }
    : { look: 'coming', text: one.state === 'postponed' ? followUpResults.postponed : words.coming }
}

/** The months as a calm line of dots, each with its words and what may be done with it. */
export function FollowUpList({ organisationId, caseId, entries, writes }: PartProps) {
  const { say } = useLanguage()
  const now = foldFollowUps(entries)
  const open = stillOpenRule(foldCase(entries).state) === null
  const mayPlan = writes && open && now.standing === 'running' && stillToCome(now).length === 0
  return (
    <section className="stack">
      <h2>{say(words.title)}</h2>
      {now.standing === 'stopped' && <Notice>{say(words.stopped)}</Notice>}
      {now.standing === 'lost' && <Notice>{say(words.lost)}</Notice>}
      {now.followUps.length === 0 && <p className="empty">{say(words.empty)}</p>}
      <ol className="follow-ups">
        {now.followUps.map((one) => {
          const { look, text } = lookOf(one, now)
          const month = say({ vi: `Tháng ${one.month}`, en: `Month ${one.month}` })
          const entry = entries.find(({ id }) => id === one.last?.entryId)
          const opens = monthsLater(one.plannedOn, -1) <= today()
          const may =
            writes && open && opens && now.standing !== 'stopped' && nextResults(one.state).length > 0
          return (
            <li key={one.id} className={`follow-up follow-up-${look}`}>
              <span className="follow-up-line">
                <strong>{month}</strong>
                <span className="follow-up-text">{say(text)}</span>
                <span className="quiet">
                  {showDate(one.last && look === one.state ? one.last.onDay : one.dueOn)} ·{' '}
                  {say(followUpWays[one.way])}
                </span>
              </span>
              {entry?.hasWords && <OpenWords organisationId={organisationId} caseId={caseId} entry={entry} />}
              {may && (
                <Opening text={say(words.record)} label={`${say(words.record)}: ${month}`}>
                  {(close) => (
                    <RecordForm
                      organisationId={organisationId}
                      caseId={caseId}
                      now={now}
                      one={one}
                      onDone={close}
                    />
                  )}
                </Opening>
              )}
            </li>
          )
        })}
      </ol>
      {mayPlan && (
        <Opening text={say(words.plan)} look={now.followUps.length === 0 ? 'main' : 'quiet'}>
          {(close) => (
            <PlanForm organisationId={organisationId} caseId={caseId} entries={entries} onDone={close} />
          )}
        </Opening>
      )}
      {writes && <StopForms organisationId={organisationId} caseId={caseId} now={now} open={open} />}
    </section>
  )
}
