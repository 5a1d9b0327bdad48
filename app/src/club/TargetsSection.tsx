import {
  type TargetIndicator,
  targetIndicators,
  targetSetters,
  targetUnits,
} from '@ke-vai/contract/club/codes.ts'
import type { ClubPage } from '@ke-vai/contract/club/reads.ts'
import type { Figures } from '@ke-vai/contract/indicator/figures.ts'
import { progressTowards } from '@ke-vai/contract/indicator/progress.ts'
import type { Words } from '@ke-vai/contract/words.ts'
import { useLanguage } from '../language/language.ts'
import { YearFigures } from './club.tsx'
import { Opening } from './Opening.tsx'
import { Fact, Section } from './Section.tsx'
import { TargetForm } from './TargetForm.tsx'

const words = {
  title: { vi: 'Chỉ tiêu năm', en: 'Targets of' },
  empty: {
    vi: 'Chưa có chỉ tiêu của năm này. Chỉ tiêu của câu lạc bộ và của chương trình được ghi song song.',
    en: 'There are no targets of this year yet. The club’s and the programme’s stand side by side.',
  },
  source: { vi: 'Nguồn', en: 'Source' },
  set: { vi: 'Đặt chỉ tiêu', en: 'Set a target' },
} as const

type Target = ClubPage['targets'][number]

/** The targets of the shown year, the club's and the programme's side by side, each with its source. */
export function TargetsSection({ club }: { club: ClubPage }) {
  const { say } = useLanguage()
  return (
    <Section id="targets" title={`${say(words.title)} ${club.year}`}>
      {club.targets.length === 0 ? (
        <p className="empty">{say(words.empty)}</p>
      ) : (
        <YearFigures clubId={club.id} year={club.year}>
          {(figures) => <TargetList targets={club.targets} figures={figures} />}
        </YearFigures>
      )}
      {club.may.includes('target.set') && (
        <Opening text={say(words.set)}>{(close) => <TargetForm club={club} onDone={close} />}</Opening>
      )}
    </Section>
  )
}

function TargetList({ targets, figures }: { targets: readonly Target[]; figures: Figures | null }) {
  const { say } = useLanguage()
  const indicators = [...new Set(targets.map((each) => each.indicator))]
  return (
    <>
      {indicators.map((indicator) => (
        <div key={indicator}>
          <h3>{say(indicatorWords(indicator))}</h3>
          <dl className="facts">
            {targets
              .filter((each) => each.indicator === indicator)
              .map((each) => {
                const progress = figures && progressTowards(each, figures)
                return (
                  <Fact key={each.id} term={say(targetSetters[each.setBy])}>
                    {say(rangeWords(each))}
                    {progress && (
                      <span className={progress.reached ? 'good' : ''}> · {say(progress.words)}</span>
                    )}
                    <span className="quiet below">
                      {say(words.source)}: {each.source}
                    </span>
                  </Fact>
                )
              })}
          </dl>
        </div>
      ))}
    </>
  )
}

function indicatorWords(indicator: string): Words {
  return Object.hasOwn(targetIndicators, indicator)
    ? targetIndicators[indicator as TargetIndicator]
    : { vi: indicator, en: indicator }
}

/** «20–120 lượt», «từ 50%». */
function rangeWords({ minimum, maximum, unit }: Target): Words {
  const known = Object.hasOwn(targetUnits, unit) ? targetUnits[unit as keyof typeof targetUnits] : null
  const space = unit === 'percent' ? '' : ' '
  const vi = `${space}${known?.vi ?? unit}`
  const en = `${space}${known?.en ?? unit}`
  if (maximum !== null) return { vi: `${minimum}–${maximum}${vi}`, en: `${minimum}–${maximum}${en}` }
  return { vi: `từ ${minimum}${vi} trở lên`, en: `${minimum}${en} or more` }
}
