import { boardRoles, eligibilityGrounds, type MemberKind, memberKinds } from '@ke-vai/contract/club/codes.ts'
import type { MemberLine } from '@ke-vai/contract/club/member.ts'
import type { ClubPage } from '@ke-vai/contract/club/reads.ts'
import type { Words } from '@ke-vai/contract/words.ts'
import { useLanguage } from '../language/language.ts'
import { LinkAccountForm, RoleForm } from './BoardForms.tsx'
import { AddMemberForm, DutyForm, LeaveForm } from './MemberForms.tsx'
import { Opening } from './Opening.tsx'
import { Section } from './Section.tsx'

const words = {
  title: { vi: 'Ban chủ nhiệm và thành viên', en: 'Board and members' },
  empty: {
    vi: 'Chưa có thành viên. Bước tiếp theo: thêm thành viên, cử Ban chủ nhiệm, rồi phân công địa bàn.',
    en: 'There are no members yet. Next: add members, set the board, then assign areas.',
  },
  add: { vi: 'Thêm thành viên', en: 'Add a member' },
  noGround: { vi: 'chưa ghi căn cứ', en: 'ground not entered' },
  area: { vi: 'Phụ trách', en: 'Looks after' },
  noArea: { vi: 'Chưa phân công địa bàn', en: 'No area assigned yet' },
  noAccount: { vi: 'Chưa nối tài khoản', en: 'No account linked' },
  mine: { vi: 'là tôi', en: 'this is me' },
  change: { vi: 'Thay đổi', en: 'Change' },
  role: { vi: 'Vai trò', en: 'Part' },
  duty: { vi: 'Phân công', en: 'Assign' },
  link: { vi: 'Nối tài khoản', en: 'Link an account' },
  leave: { vi: 'Thôi tham gia', en: 'Leaves the club' },
} as const

/** The members, the board first: their part and ground, the area each looks after. */
export function MembersSection({ club }: { club: ClubPage }) {
  const { say } = useLanguage()
  if (club.members === null) return null
  return (
    <Section id="members" title={`${say(words.title)} (${club.members.length})`}>
      {club.members.length === 0 && <p className="empty">{say(words.empty)}</p>}
      <ul className="members">
        {club.members.map((member) => (
          <Member key={member.id} member={member} club={club} members={club.members ?? []} />
        ))}
      </ul>
      {club.may.includes('club.run') && (
        <Opening text={say(words.add)}>{(close) => <AddMemberForm club={club} onDone={close} />}</Opening>
      )}
    </Section>
  )
}

interface MemberProps {
  member: MemberLine
  club: ClubPage
  members: readonly MemberLine[]
}

function Member({ member, club, members }: MemberProps) {
  const { say } = useLanguage()
  const inBoard = member.boardRole !== 'none'
  const runs = club.may.includes('club.run')
  return (
    <li>
      <p>
        <strong>{member.displayName}</strong> · {say(boardRoles[member.boardRole])}
        {inBoard && (
          <span className={member.eligibilityGround ? 'quiet' : 'careful'}>
            {' '}
            ({say(member.eligibilityGround ? eligibilityGrounds[member.eligibilityGround] : words.noGround)})
          </span>
        )}
        {member.mine && <span className="quiet"> · {say(words.mine)}</span>}
      </p>
      <p className="quiet">
        {[
          member.area ? `${say(words.area)} ${member.area}` : say(words.noArea),
          member.work,
          member.kind && say(kindWords(member.kind)),
          runs && !member.hasAccount && say(words.noAccount),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {runs && (
        <details>
          <summary>
            {say(words.change)}: {member.displayName}
          </summary>
          <div className="actions">
            <Opening text={say(words.role)} label={`${say(words.role)}: ${member.displayName}`}>
              {(close) => <RoleForm clubId={club.id} member={member} members={members} onDone={close} />}
            </Opening>
            <Opening text={say(words.duty)} label={`${say(words.duty)}: ${member.displayName}`}>
              {(close) => <DutyForm clubId={club.id} member={member} onDone={close} />}
            </Opening>
            {!member.hasAccount && (
              <Opening text={say(words.link)} label={`${say(words.link)}: ${member.displayName}`}>
                {(close) => <LinkAccountForm clubId={club.id} member={member} onDone={close} />}
              </Opening>
            )}
            <Opening text={say(words.leave)} label={`${say(words.leave)}: ${member.displayName}`}>
              {(close) => <LeaveForm clubId={club.id} member={member} onDone={close} />}
            </Opening>
          </div>
        </details>
      )}
    </li>
  )
}

// Books brought in earlier may hold a kind that the list does not know: it is shown as it was written.
function kindWords(kind: string): Words {
  return Object.hasOwn(memberKinds, kind) ? memberKinds[kind as MemberKind] : { vi: kind, en: kind }
}
