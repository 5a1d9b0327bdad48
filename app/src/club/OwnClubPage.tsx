import { clubGet } from '@ke-vai/contract/club/reads.ts'
import { useState } from 'react'
import { Link } from 'wouter'
import { useOwnClubId, useOwnPermissions } from '../account/own-club.ts'
import { useRead } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'
import { Anchors } from './Anchors.tsx'
import { MyTasks } from './club.tsx'
import { missingInShort, missingWords, stateWords } from './club-words.ts'
import { FactsSection } from './FactsSection.tsx'
import { useLastAnswer } from './last-answer.ts'
import { MembersSection } from './MembersSection.tsx'
import { PlanSection } from './PlanSection.tsx'
import { StatuteSection } from './StatuteSection.tsx'
import { TargetsSection } from './TargetsSection.tsx'
import { TasksSection } from './TasksSection.tsx'
import { YearSwitch } from './YearSwitch.tsx'

/** Her own club, on the phone: what she is to do, then what the club has agreed on. */
export function OwnClubPage() {
  const { say } = useLanguage()
  const clubId = useOwnClubId()
  const may = useOwnPermissions()
  const [year, setYear] = useState<number | undefined>(undefined)
  const club = useLastAnswer(useRead(clubGet, { clubId }, year === undefined ? {} : { year }))
  return (
    <Page
      title={say({ vi: 'Câu lạc bộ của tôi', en: 'My club' })}
      back={{ href: paths.home(), text: say({ vi: 'Hôm nay', en: 'Today' }) }}
    >
      <MyTasks clubId={clubId} teachWhenEmpty />
      <Reading of={club}>
        {(data) => {
          const missing = missingWords(data)
          return (
            <>
              <div>
                <h2>{data.name}</h2>
                <p>{say(stateWords(data))}</p>
                {missing && (
                  <p className="careful">
                    {say(missing)}: {missingInShort(data).map(say).join('; ')}
                  </p>
                )}
              </div>
              <Anchors club={data} />
              <MembersSection club={data} />
              <TasksSection club={data} othersOnly />
              <YearSwitch year={data.year} onChange={setYear} />
              <PlanSection key={`plan-${data.year}`} club={data} />
              <TargetsSection club={data} />
              <StatuteSection club={data} />
              <FactsSection club={data} />
            </>
          )
        }}
      </Reading>
      {may.includes('grant.read') && (
        <>
          <Link href={paths.people()} className="button button-quiet wide">
            {say({ vi: 'Người và vai trò', en: 'People and roles' })}
          </Link>
          <Link href={paths.approvals()} className="button button-quiet wide">
            {say({ vi: 'Chờ người thứ hai', en: 'Waiting for a second person' })}
          </Link>
        </>
      )}
      {may.includes('member.background.own') && (
        <Link href={paths.ownPage()} className="button button-quiet wide">
          {say({ vi: 'Riêng của tôi', en: 'Mine alone' })}
        </Link>
      )}
    </Page>
  )
}
