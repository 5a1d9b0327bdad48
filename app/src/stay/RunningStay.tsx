import { deadlineKinds } from '@ke-vai/contract/case/deadline.ts'
import { showDate, showMoment, today } from '@ke-vai/contract/date/date.ts'
import { foldRisk } from '@ke-vai/contract/need/risk.ts'
import { arrivalHealths, extensionBodies, extensionReasons, stayStates } from '@ke-vai/contract/stay/codes.ts'
import { stayBegun, stayRequested } from '@ke-vai/contract/stay/entries.ts'
import { daysStayed, type StayNow, standingOf } from '@ke-vai/contract/stay/state.ts'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Clock } from '../case/Clock.tsx'
import { OpenWords } from '../case/OpenWords.tsx'
import type { CasePanelProps } from '../case/panel.ts'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Notice } from '../ui/Notice.tsx'
import { StayActions } from './StayActions.tsx'
import { daysWords, standingWords } from './standing-words.ts'

const words = {
  title: { vi: 'Lần lưu trú này', en: 'This stay' },
  bed: { vi: 'Giường', en: 'Bed' },
  since: { vi: 'Vào ở', en: 'Moved in' },
  asked: { vi: 'Đề nghị ngày', en: 'Asked for on' },
  health: { vi: 'Sức khỏe lúc đến', en: 'Health on arrival' },
  until: { vi: 'Gia hạn đến', en: 'Extended until' },
  review: { vi: 'Xem lại gần nhất', en: 'Last review' },
  safety: { vi: 'Kế hoạch an toàn', en: 'Safety plan' },
  made: { vi: 'lập ngày', en: 'made on' },
  toMake: { vi: 'chưa có, lập cùng người ấy', en: 'none yet; make it with her' },
  allergies: { vi: 'Mở dị ứng, sức khỏe, đồ mang theo', en: 'Open allergies, health, belongings' },
  why: { vi: 'Mở lời đề nghị', en: 'Open what was asked' },
} as const

interface Props extends CasePanelProps {
  stays: readonly StayNow[]
  stay: StayNow
  writes: boolean
}

/** The stay that runs: bed, days, clocks, and the next steps. */
export function RunningStay({ organisationId, caseId, page, stays, stay, writes }: Props) {
  const { say } = useLanguage()
  const clocks = page.deadlines.filter(
    ({ kind, metAt }) => metAt === null && kind in deadlineKinds && kind.startsWith('stay_'),
  )
  const standing = standingOf(clocks)
  const days = daysStayed(stay, today())
  const { plannedOn } = foldRisk(page.entries)
  const entry = (kind: string) =>
    page.entries.find((each) => each.kind === kind && stay.entryIds.includes(each.id) && each.hasWords)
  const [begun, asked] = [entry(stayBegun.kind), entry(stayRequested.kind)]
  const { extension } = stay
  return (
    <section className="card stack" aria-label={say(words.title)}>
      <p className="stay-head">
        <strong>{say(stayStates[stay.state])}</strong>
        {stay.bed !== null && (
          <span>
            {say(words.bed)} {stay.bed}
          </span>
        )}
        {days !== null && <span>{say(daysWords(days))}</span>}
      </p>
      {standing !== 'calm' && <Notice kind="careful">{say(standingWords[standing])}</Notice>}
      {stay.restUntil !== null && Date.parse(stay.restUntil) > Date.now() && (
        <Notice>
          {say({
            vi: `Đang nghỉ ngơi đến ${showMoment(stay.restUntil)}: chưa phỏng vấn, chỉ hỏi điều cần cho an toàn.`,
            en: `She rests until ${showMoment(stay.restUntil)}: no interview, only what safety needs.`,
          })}
        </Notice>
      )}
      <dl className="stay-facts">
        {stay.begunOn === null ? (
          <Fact term={say(words.asked)}>{showDate(stay.requestedOn)}</Fact>
        ) : (
          <Fact term={say(words.since)}>{showDate(stay.begunOn)}</Fact>
        )}
        {stay.health !== null && <Fact term={say(words.health)}>{say(arrivalHealths[stay.health])}</Fact>}
        {extension !== null && (
          <Fact term={say(words.until)}>
            {showDate(extension.until)} · {say(extensionBodies[extension.by])} ·{' '}
            {say(extensionReasons[extension.reason])}
          </Fact>
        )}
        {stay.reviewedOn !== null && <Fact term={say(words.review)}>{showDate(stay.reviewedOn)}</Fact>}
        {stay.begunOn !== null && (
          <Fact term={say(words.safety)}>
            <Link href={paths.caseTab(caseId, 'needs')}>
              {plannedOn === null ? say(words.toMake) : `${say(words.made)} ${showDate(plannedOn)}`}
            </Link>
          </Fact>
        )}
      </dl>
      {clocks.length > 0 && (
        <ul className="stay-clocks">
          {clocks.map((clock) => (
            <li key={clock.id}>
              <Clock due={clock} />
            </li>
          ))}
        </ul>
      )}
      {begun && <OpenWords {...{ organisationId, caseId }} entry={begun} text={say(words.allergies)} />}
      {!begun && asked && <OpenWords {...{ organisationId, caseId }} entry={asked} text={say(words.why)} />}
      {writes && <StayActions {...{ organisationId, caseId, page, stays, stay }} />}
    </section>
  )
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="quiet">{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}
