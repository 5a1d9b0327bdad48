import type { caseRead } from '@ke-vai/contract/case/case.ts'
import { type CasePart, caseParts } from '@ke-vai/contract/case/codes.ts'
import {
  type CaseExclusionGround,
  caseAddMember,
  caseEndMember,
  caseExclusionGrounds,
  caseLiftExclusion,
  caseSetExclusion,
  type caseTeamRead,
  leaveRule,
} from '@ke-vai/contract/case/team.ts'
import type { ResponseOf } from '@ke-vai/contract/endpoint.ts'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useMe } from '../account/session.ts'
import { CommandForm } from '../club/CommandForm.tsx'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Choice } from '../ui/Choice.tsx'
import { CodeSelect } from '../ui/CodeSelect.tsx'
import { Field } from '../ui/Field.tsx'

type Colleague = ResponseOf<typeof caseTeamRead>['colleagues'][number]
type Member = ResponseOf<typeof caseRead>['team'][number]

const words = {
  who: { vi: 'Ai', en: 'Who' },
  choose: { vi: 'Chọn một người', en: 'Choose somebody' },
  part: { vi: 'Vai trong nhóm', en: 'Part in the team' },
  add: { vi: 'Thêm vào nhóm', en: 'Add to the team' },
  end: { vi: 'Kết thúc', en: 'End' },
  endLead: {
    vi: 'Người này sẽ không đọc được hồ sơ nữa.',
    en: 'This person will no longer read the case.',
  },
  successor: { vi: 'Ai quản lý hồ sơ sau đó', en: 'Who carries the case afterwards' },
  ground: { vi: 'Vì sao', en: 'Why' },
  set: { vi: 'Giữ ở ngoài', en: 'Keep out' },
  lift: { vi: 'Gỡ', en: 'Lift' },
  liftLead: {
    vi: 'Người này lại có thể được thêm vào nhóm.',
    en: 'This person may be added to the team again.',
  },
} as const

interface OfCase {
  organisationId: string
  caseId: string
  onDone: () => void
}

export function AddMember({ colleagues, onDone, ...ofCase }: OfCase & { colleagues: readonly Colleague[] }) {
  const { say } = useLanguage()
  const [accountId, setAccountId] = useState('')
  const [part, setPart] = useState<CasePart | null>(null)
  const parts = colleagues.find((each) => each.accountId === accountId)?.parts ?? []
  return (
    <CommandForm
      command={caseAddMember}
      args={() => ({ ...ofCase, accountId, part: part ?? 'member' })}
      ready={accountId !== '' && part !== null}
      submit={say(words.add)}
      onDone={onDone}
    >
      <ColleagueSelect
        label={say(words.who)}
        colleagues={colleagues}
        value={accountId}
        onChange={(id) => {
          setAccountId(id)
          setPart(null)
        }}
      />
      {accountId !== '' && (
        <Choice
          label={say(words.part)}
          options={parts
            .filter((each) => each !== 'manager')
            .map((code) => ({ code, text: say(caseParts[code]) }))}
          chosen={part === null ? [] : [part]}
          onChange={([code]) => setPart(code ?? null)}
        />
      )}
    </CommandForm>
  )
}

/** A manager who leaves names who carries the case after her; without her part she no longer reads it. */
export function EndMember({
  member,
  successors,
  onDone,
  ...ofCase
}: OfCase & { member: Member; successors: readonly Colleague[] }) {
  const { say } = useLanguage()
  const me = useMe()
  const [, goTo] = useLocation()
  const [successorId, setSuccessorId] = useState('')
  return (
    <CommandForm
      command={caseEndMember}
      args={() => ({ ...ofCase, memberId: member.id, successorId: successorId || null })}
      rule={() => leaveRule(member, successorId || null)}
      submit={say(words.end)}
      onDone={() => (member.accountId === me.id ? goTo(paths.cases()) : onDone())}
    >
      <p>{say(words.endLead)}</p>
      {member.part === 'manager' && (
        <ColleagueSelect
          label={say(words.successor)}
          colleagues={successors.filter(({ accountId }) => accountId !== member.accountId)}
          value={successorId}
          onChange={setSuccessorId}
        />
      )}
    </CommandForm>
  )
}

export function SetExclusion({
  colleagues,
  successors,
  onDone,
  ...ofCase
}: OfCase & { colleagues: readonly Colleague[]; successors: readonly Colleague[] }) {
  const { say } = useLanguage()
  const me = useMe()
  const [, goTo] = useLocation()
  const [accountId, setAccountId] = useState('')
  const [ground, setGround] = useState<CaseExclusionGround | ''>('')
  const [successorId, setSuccessorId] = useState('')
  const own = accountId === me.id
  return (
    <CommandForm
      command={caseSetExclusion}
      args={() => ({ ...ofCase, accountId, ground: ground || 'other', successorId: successorId || null })}
      ready={accountId !== '' && ground !== '' && (!own || successorId !== '')}
      submit={say(words.set)}
      onDone={() => (own ? goTo(paths.cases()) : onDone())}
    >
      <ColleagueSelect
        label={say(words.who)}
        colleagues={colleagues}
        value={accountId}
        onChange={setAccountId}
      />
      <CodeSelect
        label={say(words.ground)}
        codes={caseExclusionGrounds}
        none={say({ vi: 'Chọn một lý do', en: 'Choose a reason' })}
        value={ground}
        onChange={setGround}
      />
      {own && (
        <ColleagueSelect
          label={say(words.successor)}
          colleagues={successors.filter((each) => each.accountId !== me.id)}
          value={successorId}
          onChange={setSuccessorId}
        />
      )}
    </CommandForm>
  )
}

export function LiftExclusion({ exclusionId, onDone, ...ofCase }: OfCase & { exclusionId: string }) {
  const { say } = useLanguage()
  return (
    <CommandForm
      command={caseLiftExclusion}
      args={() => ({ ...ofCase, exclusionId })}
      submit={say(words.lift)}
      onDone={onDone}
    >
      <p>{say(words.liftLead)}</p>
    </CommandForm>
  )
}

interface SelectProps {
  label: string
  colleagues: readonly Colleague[]
  value: string
  onChange: (accountId: string) => void
}

function ColleagueSelect({ label, colleagues, value, onChange }: SelectProps) {
  const { say } = useLanguage()
  return (
    <Field label={label}>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{say(words.choose)}</option>
        {colleagues.map(({ accountId, displayName }) => (
          <option key={accountId} value={accountId}>
            {displayName}
          </option>
        ))}
      </select>
    </Field>
  )
}
