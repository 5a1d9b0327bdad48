import { caseParts } from '@ke-vai/contract/case/codes.ts'
import { caseTeamRead } from '@ke-vai/contract/case/team.ts'
import { showMoment } from '@ke-vai/contract/date/date.ts'
import { useMe } from '../account/session.ts'
import { useRead } from '../api/use-read.ts'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { Reading } from '../ui/Reading.tsx'
import type { CasePanelProps } from './panel.ts'
import { AddMember, EndMember, LiftExclusion, SetExclusion } from './TeamForms.tsx'

const words = {
  only: {
    vi: 'Chỉ những người dưới đây đọc được hồ sơ này, không ai khác ở cơ quan.',
    en: 'Only the people below read this case, and nobody else at the agency.',
  },
  add: { vi: 'Thêm người vào nhóm', en: 'Add to the team' },
  end: { vi: 'Kết thúc vai trong nhóm', en: 'End the part' },
  handOver: { vi: 'Giao hồ sơ cho người khác', en: 'Hand the case to another' },
  kept: { vi: 'Người không được thấy hồ sơ này', en: 'Who must not see this case' },
  keptLead: {
    vi: 'Có người quen, người thân, hoặc người được hỗ trợ không muốn gặp ai đó? Với người ấy hồ sơ này như không có.',
    en: 'A relative, an acquaintance, or somebody whom the person does not wish to meet? For them this case is not there.',
  },
  set: { vi: 'Giữ một người ở ngoài', en: 'Keep somebody out' },
  lift: { vi: 'Gỡ', en: 'Lift' },
} as const

/** Who reads this case; its manager says who joins, who leaves, and who must not see it. */
export function TeamPanel(given: CasePanelProps) {
  const { say } = useLanguage()
  const me = useMe()
  const { team } = given.page
  const manages = team.some(({ accountId, part }) => accountId === me.id && part === 'manager')
  if (manages) return <ManagedTeam {...given} />
  return (
    <>
      <p>{say(words.only)}</p>
      <ul className="cards">
        {team.map(({ id, displayName, part }) => (
          <li key={id} className="card">
            <strong>{displayName}</strong>
            <span className="quiet below">{say(caseParts[part])}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

function ManagedTeam({ organisationId, caseId, page }: CasePanelProps) {
  const { say } = useLanguage()
  const about = useRead(caseTeamRead, { organisationId, caseId }, {})
  const ofCase = { organisationId, caseId }
  return (
    <Reading of={about}>
      {({ colleagues, exclusions }) => {
        const onTeam = new Set(page.team.map(({ accountId }) => accountId))
        const successors = colleagues.filter(({ parts }) => parts.includes('manager'))
        return (
          <>
            <p>{say(words.only)}</p>
            <ul className="cards">
              {page.team.map((member) => (
                <li key={member.id} className="card stack">
                  <div>
                    <strong>{member.displayName}</strong>
                    <span className="quiet below">{say(caseParts[member.part])}</span>
                  </div>
                  <Opening
                    look="link"
                    text={say(member.part === 'manager' ? words.handOver : words.end)}
                    label={`${say(member.part === 'manager' ? words.handOver : words.end)}: ${member.displayName}`}
                  >
                    {(close) => (
                      <EndMember {...ofCase} member={member} successors={successors} onDone={close} />
                    )}
                  </Opening>
                </li>
              ))}
            </ul>
            <Opening text={say(words.add)}>
              {(close) => (
                <AddMember
                  {...ofCase}
                  colleagues={colleagues.filter(({ accountId }) => !onTeam.has(accountId))}
                  onDone={close}
                />
              )}
            </Opening>
            <h2>{say(words.kept)}</h2>
            <p>{say(words.keptLead)}</p>
            <ul className="cards">
              {exclusions.map((each) => (
                <li key={each.id} className="card stack">
                  <div>
                    <strong>{each.displayName}</strong>
                    <span className="quiet below">{showMoment(each.setAt)}</span>
                  </div>
                  <Opening
                    look="link"
                    text={say(words.lift)}
                    label={`${say(words.lift)}: ${each.displayName}`}
                  >
                    {(close) => <LiftExclusion {...ofCase} exclusionId={each.id} onDone={close} />}
                  </Opening>
                </li>
              ))}
            </ul>
            <Opening text={say(words.set)}>
              {(close) => (
                <SetExclusion {...ofCase} colleagues={colleagues} successors={successors} onDone={close} />
              )}
            </Opening>
          </>
        )
      }}
    </Reading>
  )
}
