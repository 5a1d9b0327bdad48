import { type MemberKind, memberKinds } from '@ke-vai/contract/club/codes.ts'
import { type MemberLine, memberAdd, memberLeave, memberSetDuty } from '@ke-vai/contract/club/member.ts'
import type { ClubPage } from '@ke-vai/contract/club/reads.ts'
import { type PlainDate, today } from '@ke-vai/contract/date/date.ts'
import { useState } from 'react'
import { useLanguage } from '../language/language.ts'
import { CodeSelect } from '../ui/CodeSelect.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Field } from '../ui/Field.tsx'
import { CommandForm } from './CommandForm.tsx'

const words = {
  name: { vi: 'Tên gọi trong câu lạc bộ', en: 'Name in the club' },
  kind: { vi: 'Là', en: 'She or he is' },
  unsaid: { vi: 'Không ghi', en: 'Not said' },
  work: { vi: 'Công tác ở địa bàn', en: 'Work in the area' },
  target: { vi: 'Chỉ tiêu vận động (người)', en: 'Persons to mobilise' },
  add: { vi: 'Thêm thành viên', en: 'Add the member' },
  area: { vi: 'Phụ trách tổ dân, khu phố nào', en: 'Which residential groups' },
  leftOn: { vi: 'Thôi tham gia từ ngày', en: 'Leaves on' },
  leave: { vi: 'Ghi thôi tham gia', en: 'Record that the member leaves' },
  save: { vi: 'Lưu', en: 'Save' },
} as const

/** Somebody joins the club. */
export function AddMemberForm({ club, onDone }: { club: ClubPage; onDone: () => void }) {
  const { say } = useLanguage()
  const [displayName, setDisplayName] = useState('')
  const [kind, setKind] = useState<MemberKind | ''>('')
  const [work, setWork] = useState('')
  const [target, setTarget] = useState('2')
  return (
    <CommandForm
      command={memberAdd}
      submit={say(words.add)}
      ready={displayName.trim() !== ''}
      args={() => ({
        clubId: club.id,
        memberId: crypto.randomUUID(),
        displayName,
        kind: kind || null,
        work,
        mobilisationTarget: Number(target),
      })}
      onDone={onDone}
    >
      <Field label={say(words.name)}>
        <input
          maxLength={120}
          autoComplete="off"
          value={displayName}
          onChange={(event) => setDisplayName(event.target.value)}
        />
      </Field>
      <CodeSelect
        label={say(words.kind)}
        codes={memberKinds}
        none={say(words.unsaid)}
        value={kind}
        onChange={setKind}
      />
      <Field label={say(words.work)}>
        <input maxLength={200} value={work} onChange={(event) => setWork(event.target.value)} />
      </Field>
      <Field label={say(words.target)}>
        <input
          type="number"
          min={0}
          max={100}
          required
          value={target}
          onChange={(event) => setTarget(event.target.value)}
        />
      </Field>
    </CommandForm>
  )
}

interface OfMember {
  clubId: string
  member: MemberLine
  onDone: () => void
}

/** Phân công: the area that a member looks after, and her work there. */
export function DutyForm({ clubId, member, onDone }: OfMember) {
  const { say } = useLanguage()
  const [area, setArea] = useState(member.area ?? '')
  const [work, setWork] = useState(member.work ?? '')
  return (
    <CommandForm
      command={memberSetDuty}
      submit={say(words.save)}
      args={() => ({ clubId, memberId: member.id, area, work })}
      onDone={onDone}
    >
      <Field label={say(words.area)}>
        <input maxLength={200} value={area} onChange={(event) => setArea(event.target.value)} />
      </Field>
      <Field label={say(words.work)}>
        <input maxLength={200} value={work} onChange={(event) => setWork(event.target.value)} />
      </Field>
    </CommandForm>
  )
}

/** From which day somebody is no member any more; what was done stays in the books. */
export function LeaveForm({ clubId, member, onDone }: OfMember) {
  const { say } = useLanguage()
  const [leftOn, setLeftOn] = useState<PlainDate | null>(today())
  return (
    <CommandForm
      command={memberLeave}
      submit={say(words.leave)}
      ready={leftOn !== null}
      args={() => ({ clubId, memberId: member.id, leftOn: leftOn ?? today() })}
      onDone={onDone}
    >
      <DateField label={say(words.leftOn)} value={leftOn} onChange={setLeftOn} />
    </CommandForm>
  )
}
