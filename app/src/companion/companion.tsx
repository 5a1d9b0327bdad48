import { companionListOfCase } from '@ke-vai/contract/companion/reads.ts'
import { consentList } from '@ke-vai/contract/consent/consent.ts'
import { Link } from 'wouter'
import { useRead } from '../api/use-read.ts'
import { useMayAtAgency } from '../case/own-agency.ts'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Reading } from '../ui/Reading.tsx'
import { AskClub } from './AskClub.tsx'
import { CompanionCard } from './CompanionCard.tsx'

const words = {
  none: {
    vi: 'Chưa có câu lạc bộ nào đồng hành. Khi người được hỗ trợ muốn có người gần nhà thăm hỏi, đi cùng: hỏi ý, rồi nhờ ở đây. Câu lạc bộ không thấy lời kể, không thấy tình trạng pháp lý.',
    en: 'No club walks along yet. When she would like somebody near home to visit or go along: ask her, then ask the club here. A club sees neither story nor legal status.',
  },
  ask: { vi: 'Nhờ câu lạc bộ đồng hành', en: 'Ask a club to walk along' },
  sheet: { vi: 'Tờ cho chị (in)', en: 'Her sheet (to print)' },
} as const

interface Props {
  organisationId: string
  caseId: string
}

/** Who walks beside her: the clubs that were asked, and the sheet that she may take home. */
export function CompanionPanel({ organisationId, caseId }: Props) {
  const { say } = useLanguage()
  const may = useMayAtAgency()
  const list = useRead(companionListOfCase, { organisationId, caseId }, {})
  const consents = useRead(consentList, { organisationId, caseId }, {})
  return (
    <>
      <div className="actions">
        <Link href={paths.herSheet(caseId)} className="button button-quiet">
          {say(words.sheet)}
        </Link>
      </div>
      <Reading of={consents}>
        {({ her, consents: given }) =>
          may('case.manage') && (
            <Opening text={say(words.ask)}>
              {(close) => (
                <AskClub
                  organisationId={organisationId}
                  caseId={caseId}
                  her={her}
                  consents={given}
                  onDone={close}
                />
              )}
            </Opening>
          )
        }
      </Reading>
      <Reading of={list}>
        {({ companions }) => (
          <div className="stack">
            {companions.length === 0 && <p className="empty">{say(words.none)}</p>}
            {companions.map((each) => (
              <CompanionCard
                key={each.id}
                organisationId={organisationId}
                caseId={caseId}
                companion={each}
                mayWrite={may('case.write')}
              />
            ))}
          </div>
        )}
      </Reading>
    </>
  )
}
