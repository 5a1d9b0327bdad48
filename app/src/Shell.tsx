import type { Permission } from '@ke-vai/contract/permissions.ts'
import type { Words } from '@ke-vai/contract/words.ts'
import type { ReactNode } from 'react'
import { Link, useRoute } from 'wouter'
import { StepUp } from './account/StepUp.tsx'
import { signOut, standingWith, useMe } from './account/session.ts'
import { agencyPages } from './agency-pages.ts'
import { useLanguage } from './language/language.ts'
import { SendingLine } from './offline/SendingLine.tsx'
import { paths } from './paths.ts'
import { LanguageSwitch } from './ui/LanguageSwitch.tsx'

interface Tab {
  href: string
  text: Words
  icon: string
  permission: Permission
  /** Whoever works in a club finds it on the club's page: her phone shows four tabs, not six. */
  onlyOutsideClubs?: true
}

const clubTabs: Tab[] = [
  { href: paths.home(), text: { vi: 'Hôm nay', en: 'Today' }, icon: '☀', permission: 'contact.record' },
  {
    href: paths.register(),
    text: { vi: 'Sổ theo dõi', en: 'Register' },
    icon: '☰',
    permission: 'contact.record',
  },
  { href: paths.month(), text: { vi: 'Họp tháng', en: 'Month' }, icon: '◷', permission: 'contact.record' },
  { href: paths.report(), text: { vi: 'Báo cáo', en: 'Report' }, icon: '▤', permission: 'month.run' },
]

const officerTabs: Tab[] = [
  { href: paths.clubs(), text: { vi: 'Câu lạc bộ', en: 'Clubs' }, icon: '☰', permission: 'club.manage' },
  {
    href: paths.monthsToAccept(),
    text: { vi: 'Tháng chờ nhận', en: 'Months to accept' },
    icon: '◷',
    permission: 'month.accept',
  },
  {
    href: paths.situation(),
    text: { vi: 'Tình hình', en: 'Situation' },
    icon: '▤',
    permission: 'situation.accused.read',
  },
]

const overseerTabs: Tab[] = [
  {
    href: paths.emergencySharings(),
    text: { vi: 'Chia sẻ khẩn cấp', en: 'Emergency sharing' },
    icon: '⚑',
    permission: 'emergency.read',
  },
  { href: paths.audit(), text: { vi: 'Nhật ký', en: 'Audit' }, icon: '◉', permission: 'audit.read' },
  {
    href: paths.people(),
    text: { vi: 'Người, vai trò', en: 'People, roles' },
    icon: '☺',
    permission: 'grant.read',
    onlyOutsideClubs: true,
  },
  {
    href: paths.approvals(),
    text: { vi: 'Chờ người thứ hai', en: 'Second person' },
    icon: '✓',
    permission: 'grant.powerful.approve',
    onlyOutsideClubs: true,
  },
]

/** What stands around every screen: where one can go, what waits to be sent, how to leave. */
export function Shell({ children }: { children: ReactNode }) {
  const me = useMe()
  const { say } = useLanguage()
  const inClub = standingWith(me, 'contact.record') !== null
  const all: readonly Tab[] = [...clubTabs, ...officerTabs, ...agencyPages, ...overseerTabs]
  const tabs = all.filter((tab) => standingWith(me, tab.permission) && !(tab.onlyOutsideClubs && inClub))
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {say({ vi: 'Tới nội dung chính', en: 'Skip to content' })}
      </a>
      <header className="top">
        <span className="brand">Kề Vai</span>
        <Link
          href={paths.account()}
          className="who"
          aria-label={`${me.displayName}, ${say({ vi: 'tài khoản của tôi', en: 'my account' })}`}
        >
          {me.displayName}
        </Link>
        <Link
          href={paths.directory()}
          className="hotlines"
          aria-label={say({ vi: 'Đường dây nóng, dịch vụ', en: 'Hotlines and services' })}
        >
          <span aria-hidden="true">☎</span>
        </Link>
        <LanguageSwitch />
        <button type="button" className="link" onClick={() => void signOut()}>
          {say({ vi: 'Thoát', en: 'Sign out' })}
        </button>
      </header>
      <div className="notices">
        {me.keyCustody === 'file' && <KeyInFile />}
        <SendingLine />
      </div>
      {children}
      <StepUp />
      <nav className="tabs" aria-label={say({ vi: 'Các trang chính', en: 'Main pages' })}>
        {tabs.map((tab) => (
          <TabLink key={tab.href} tab={tab} />
        ))}
      </nav>
    </div>
  )
}

/** Stands for good while the key lies in a file: whoever carries the machine away carries the names away with it. */
function KeyInFile() {
  const { say } = useLanguage()
  return (
    <p className="key-in-file" role="note">
      {say({
        vi: 'Bản chạy thử: khóa của sổ còn nằm trong máy chủ. Trước khi ghi người thật, xin quản trị viên chia khóa cho ba người giữ.',
        en: 'A trial: the key of the register still lies on the server. Before real people are entered, please ask the administrator to split it among three keepers.',
      })}
    </p>
  )
}

function TabLink({ tab }: { tab: Tab }) {
  const { say } = useLanguage()
  const [exact] = useRoute(tab.href)
  const [below] = useRoute(`${tab.href === '/' ? '/today' : tab.href}/*`)
  return (
    <Link href={tab.href} className="tab" aria-current={exact || below ? 'page' : undefined}>
      <span aria-hidden="true" className="tab-icon">
        {tab.icon}
      </span>
      {say(tab.text)}
    </Link>
  )
}
