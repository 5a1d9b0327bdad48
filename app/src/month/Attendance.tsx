import type { ClubPage } from '@ke-vai/contract/club/reads.ts'
import type { PlainDate } from '@ke-vai/contract/date/date.ts'
import { quorumOf } from '@ke-vai/contract/month/rules.ts'
import { useLanguage } from '../language/language.ts'
import { Choice } from '../ui/Choice.tsx'
import { quorumWords } from './quorum-words.ts'

const words = {
  who: { vi: 'Chạm tên người có mặt', en: 'Tap who is there' },
  nobody: {
    vi: 'Câu lạc bộ chưa có danh sách thành viên. Xin ghi thành viên ở trang Câu lạc bộ trước.',
    en: 'The club has no list of members yet. Please enter the members first.',
  },
} as const

interface Props {
  club: ClubPage
  heldOn: PlainDate | null
  /** Members on the day as the server counted them, with those who have left since; null when it does not know. */
  counted: number | null
  present: readonly string[]
  onChange: (present: string[]) => void
}

/** Everybody who was a member on the day, to tap; the quorum of the statute is counted along. */
export function Attendance({ club, heldOn, counted, present, onChange }: Props) {
  const { say } = useLanguage()
  const members = (club.members ?? []).filter(
    ({ joinedOn, leftOn }) =>
      heldOn === null || ((joinedOn === null || joinedOn <= heldOn) && (leftOn === null || leftOn > heldOn)),
  )
  if (members.length === 0) return <p className="empty">{say(words.nobody)}</p>
  const active = counted ?? members.length
  const percent = club.statute?.quorumPercent ?? null
  const needed = percent === null ? null : quorumOf(percent, active)
  const enough = needed !== null && present.length >= needed
  return (
    <>
      <Choice
        label={say(words.who)}
        several
        options={members.map(({ id, displayName }) => ({ code: id, text: displayName }))}
        chosen={present}
        onChange={onChange}
      />
      <p role="status" className={enough ? 'quorum good' : 'quorum'}>
        <span aria-hidden="true">{enough ? '✓ ' : ''}</span>
        {say(quorumWords(present.length, active, needed, percent))}
      </p>
    </>
  )
}
