import { boardRule } from '@ke-vai/contract/club/board.ts'
import {
  type BoardRole,
  boardRoles,
  type EligibilityGround,
  eligibilityGrounds,
} from '@ke-vai/contract/club/codes.ts'
import {
  clubAccountsRead,
  type MemberLine,
  memberLinkAccount,
  memberSetBoardRole,
} from '@ke-vai/contract/club/member.ts'
import { useState } from 'react'
import { useRead } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { Choice } from '../ui/Choice.tsx'
import { optionsOf } from '../ui/options.ts'
import { Reading } from '../ui/Reading.tsx'
import { CommandForm } from './CommandForm.tsx'

const words = {
  role: { vi: 'Vai trò', en: 'Part in the club' },
  ground: { vi: 'Căn cứ', en: 'Ground' },
  groundHint: {
    vi: 'Người trong Ban chủ nhiệm cần là người có uy tín hoặc làm công tác đoàn thể.',
    en: 'Who sits on the board is a person of prestige or works in a mass organisation.',
  },
  account: { vi: 'Tài khoản', en: 'Account' },
  noAccount: {
    vi: 'Không còn tài khoản nào của câu lạc bộ chưa nối.',
    en: 'Every account of the club is linked already.',
  },
  link: { vi: 'Nối tài khoản', en: 'Link' },
  save: { vi: 'Lưu', en: 'Save' },
} as const

interface OfMember {
  clubId: string
  member: MemberLine
  onDone: () => void
}

/** The part in the board. The ground is asked on the device by the same rule as on the server. */
export function RoleForm({ clubId, member, members, onDone }: OfMember & { members: readonly MemberLine[] }) {
  const { say } = useLanguage()
  const [boardRole, setBoardRole] = useState<BoardRole>(member.boardRole)
  const [ground, setGround] = useState<EligibilityGround | ''>(member.eligibilityGround ?? '')
  const hasOtherChair = members.some((each) => each.id !== member.id && each.boardRole === 'chair')
  const wish = { boardRole, eligibilityGround: ground || null }
  return (
    <CommandForm
      command={memberSetBoardRole}
      submit={say(words.save)}
      rule={() => boardRule(wish, { hasOtherChair })}
      args={() => ({ clubId, memberId: member.id, ...wish })}
      onDone={onDone}
    >
      <Choice
        label={say(words.role)}
        options={optionsOf(boardRoles, say)}
        chosen={[boardRole]}
        onChange={([code]) => code && setBoardRole(code)}
      />
      {boardRole !== 'none' && (
        <Choice
          label={say(words.ground)}
          hint={say(words.groundHint)}
          options={optionsOf(eligibilityGrounds, say)}
          chosen={ground ? [ground] : []}
          onChange={([code]) => setGround(code ?? '')}
        />
      )}
    </CommandForm>
  )
}

/** Ties a member to the account with which she signs in. A link once made is not handed on. */
export function LinkAccountForm({ clubId, member, onDone }: OfMember) {
  const { say } = useLanguage()
  const [accountId, setAccountId] = useState('')
  const accounts = useRead(clubAccountsRead, { clubId }, {})
  return (
    <Reading of={accounts}>
      {(data) => {
        const free = data.accounts.filter((each) => each.memberId === null)
        if (free.length === 0) return <p>{say(words.noAccount)}</p>
        return (
          <CommandForm
            command={memberLinkAccount}
            submit={say(words.link)}
            ready={accountId !== ''}
            args={() => ({ clubId, memberId: member.id, accountId })}
            onDone={onDone}
          >
            <Choice
              label={say(words.account)}
              options={free.map((each) => ({ code: each.id, text: each.displayName }))}
              chosen={accountId ? [accountId] : []}
              onChange={([id]) => setAccountId(id ?? '')}
            />
          </CommandForm>
        )
      }}
    </Reading>
  )
}
