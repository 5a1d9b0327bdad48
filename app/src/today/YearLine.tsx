import { targetSetters } from '@ke-vai/contract/club/codes.ts'
import { clubGet } from '@ke-vai/contract/club/reads.ts'
import { showCount } from '@ke-vai/contract/count/count.ts'
import { progressTowards } from '@ke-vai/contract/indicator/progress.ts'
import { useRead } from '../api/use-read.ts'
import { YearFigures } from '../club/club.tsx'
import { useLanguage } from '../language/language.ts'

/** For the chair: counselling of the year so far beside the ranges that are asked. Nothing until a month is open. */
export function YearLine({ clubId }: { clubId: string }) {
  const { say, language } = useLanguage()
  const club = useRead(clubGet, { clubId }, {}).data
  if (club === null) return null
  const targets = club.targets.filter((each) => each.indicator === 'counselling')
  return (
    <YearFigures clubId={clubId} year={club.year}>
      {(figures) => {
        if (figures === null) return null
        const { counselling } = figures.counts
        return (
          <section className="card stack">
            <h2>
              {say({ vi: 'Tư vấn từ đầu năm', en: 'Counselling this year' })}:{' '}
              {showCount(counselling, language)}
            </h2>
            {targets.map((each) => {
              const progress = progressTowards(each, figures)
              return (
                <div key={each.id} className="progress-line">
                  <span>
                    {say(targetSetters[each.setBy])}{' '}
                    <span className="nowrap">
                      {each.minimum}
                      {each.maximum !== null && `–${each.maximum}`}
                    </span>
                  </span>
                  <strong className={progress?.reached ? 'good' : undefined}>
                    {progress && say(progress.words)}
                  </strong>
                  <progress
                    aria-label={say(targetSetters[each.setBy])}
                    max={each.minimum}
                    value={Math.min(counselling.value, each.minimum)}
                  />
                </div>
              )
            })}
          </section>
        )
      }}
    </YearFigures>
  )
}
