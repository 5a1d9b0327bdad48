import { hasEnded } from '@ke-vai/contract/club/club-state.ts'
import { type ClubPage as Club, clubGet } from '@ke-vai/contract/club/reads.ts'
import { useState } from 'react'
import { useRead } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'
import { Anchors } from './Anchors.tsx'
import { FactsSection } from './FactsSection.tsx'
import { useLastAnswer } from './last-answer.ts'
import { MembersSection } from './MembersSection.tsx'
import { PlanSection } from './PlanSection.tsx'
import { StandingSection } from './StandingSection.tsx'
import { StatuteSection } from './StatuteSection.tsx'
import { TargetsSection } from './TargetsSection.tsx'
import { TasksSection } from './TasksSection.tsx'
import { YearSwitch } from './YearSwitch.tsx'

/** Everything of one club, as far as its reader may see it. */
export function ClubPage({ clubId }: { clubId: string }) {
  const { say } = useLanguage()
  const [year, setYear] = useState<number | undefined>(undefined)
  const club = useLastAnswer(useRead(clubGet, { clubId }, year === undefined ? {} : { year }))
  // Nothing of a club that has ended changes any more, so nothing to press is shown.
  const asHistory = (data: Club): Club => (hasEnded(data.state) ? { ...data, may: [] } : data)
  const title = say({ vi: 'Câu lạc bộ', en: 'Club' })
  return (
    <Page
      title={club.data?.name ?? title}
      back={{ href: paths.clubs(), text: say({ vi: 'Câu lạc bộ', en: 'Clubs' }) }}
    >
      <Reading of={{ ...club, data: club.data && asHistory(club.data) }}>
        {(data) => (
          <>
            <StandingSection club={data} />
            <Anchors club={data} />
            <FactsSection club={data} />
            <StatuteSection club={data} />
            <YearSwitch year={data.year} onChange={setYear} />
            <PlanSection key={`plan-${data.year}`} club={data} />
            <TargetsSection club={data} />
            <MembersSection club={data} />
            <TasksSection club={data} />
          </>
        )}
      </Reading>
    </Page>
  )
}
