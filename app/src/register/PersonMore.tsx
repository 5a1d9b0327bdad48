import type { Permission } from '@ke-vai/contract/permissions.ts'
import type { Words } from '@ke-vai/contract/words.ts'
import { Link } from 'wouter'
import { useOwnPermissions } from '../account/own-club.ts'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'

const title = { vi: 'Việc khác với chị ấy', en: 'More with her' }

const things: { permission: Permission; to: (personId: string) => string; text: Words }[] = [
  {
    permission: 'screening.record',
    to: paths.screening,
    text: { vi: 'Hỏi về nguy cơ', en: 'Questions about risk' },
  },
  {
    permission: 'departure.write',
    to: paths.departure,
    text: { vi: 'Hẹn trước khi đi làm xa', en: 'Agree before leaving for work' },
  },
  { permission: 'register.write', to: paths.referral, text: { vi: 'Chuyển gửi', en: 'Refer to a service' } },
  {
    permission: 'mobilisation.record',
    to: paths.invite,
    text: { vi: 'Mời dự buổi truyền thông', en: 'Invite to a session' },
  },
  { permission: 'register.write', to: paths.groups, text: { vi: 'Đổi nhóm', en: 'Change groups' } },
  {
    permission: 'register.assign',
    to: paths.assign,
    text: { vi: 'Giao người đồng hành', en: 'Assign who accompanies her' },
  },
  {
    permission: 'exclusion.set',
    to: paths.exclusions,
    text: { vi: 'Ai không nên xem trang này', en: 'Who should not see this page' },
  },
  {
    permission: 'person.merge',
    to: paths.merge,
    text: { vi: 'Gộp hai dòng của một người', en: 'Merge two lines of one person' },
  },
  { permission: 'person.erase', to: paths.erase, text: { vi: 'Xóa theo ý chị ấy', en: 'Erase at her wish' } },
]

/** What else may be done with her, as far as the one who looks may do it. */
export function PersonMore({ personId }: { personId: string }) {
  const { say } = useLanguage()
  const may = useOwnPermissions()
  const allowed = things.filter((each) => may.includes(each.permission))
  if (allowed.length === 0) return null
  return (
    <nav aria-label={say(title)}>
      <h2>{say(title)}</h2>
      <ul className="links">
        {allowed.map((each) => (
          <li key={each.text.en}>
            <Link href={each.to(personId)}>{say(each.text)}</Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
