import { today } from '@ke-vai/contract/date/date.ts'
import { surveyList, surveyTallyRule } from '@ke-vai/contract/survey/survey.ts'
import { useOwnClubId, useOwnPermissions } from '../account/own-club.ts'
import { useRead } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'
import { OpenRound } from './OpenRound.tsx'
import { RoundCard } from './RoundCard.tsx'

const words = {
  title: { vi: 'Khảo sát', en: 'Survey' },
  back: { vi: 'Sổ theo dõi', en: 'Register' },
  lead: {
    vi: 'Gia đình nào không muốn thì thôi: chỉ đếm thêm một hộ, không ghi tên, địa chỉ hay lý do.',
    en: 'A household that would rather not is only counted: no name, no address, no reason.',
  },
  empty: {
    vi: 'Chưa có đợt khảo sát nào. Mở một đợt trước khi đi từng nhà.',
    en: 'No survey round yet. Open one before going from house to house.',
  },
} as const

/** The rounds of the survey: those that are open today on top, to be used at the door. */
export function SurveyPage() {
  const { say } = useLanguage()
  const clubId = useOwnClubId()
  const runs = useOwnPermissions().includes('survey.run')
  const list = useRead(surveyList, { clubId }, {})
  return (
    <Page title={say(words.title)} back={{ href: paths.register(), text: say(words.back) }}>
      <p>{say(words.lead)}</p>
      <Reading of={list}>
        {({ rounds }) => {
          const open = rounds.filter((round) => surveyTallyRule(round, today()) === null)
          const others = rounds.filter((round) => !open.includes(round))
          return (
            <>
              {rounds.length === 0 && <p className="empty">{say(words.empty)}</p>}
              <ul className="cards">
                {open.map((round) => (
                  <RoundCard key={round.id} clubId={clubId} round={round} open={runs} />
                ))}
                {others.map((round) => (
                  <RoundCard key={round.id} clubId={clubId} round={round} open={false} />
                ))}
              </ul>
            </>
          )
        }}
      </Reading>
      {runs && <OpenRound clubId={clubId} />}
    </Page>
  )
}
