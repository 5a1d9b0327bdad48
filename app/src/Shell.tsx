import type { Permission } from '@ke-vai/contract/permissions.ts'
import type { Words } from '@ke-vai/contract/words.ts'
import type { ReactNode } from 'react'
import { Link, useRoute } from 'wouter'
import { signOut, standingWith, useMe } from './account/session.ts'
import { useLanguage } from './language/language.ts'
import { SendingLine } from './offline/SendingLine.tsx'
import { paths } from './paths.ts'
import { LanguageSwitch } from './ui/LanguageSwitch.tsx'

interface Tab {
  href: string
  text: Words
  icon: string
  permission: Permission
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

/** What stands around every screen: where one can go, what waits to be sent, how to leave. */
export function Shell({ children }: { children: ReactNode }) {
  const me = useMe()
  const { say } = useLanguage()
  const tabs = [...clubTabs, ...officerTabs].filter((tab) => standingWith(me, tab.permission))
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {say({ vi: 'Tới nội dung chính', en: 'Skip to content' })}
      </a>
      <header className="top">
        <span className="brand">Kề Vai</span>
        <span className="who">{me.displayName}</span>
        <LanguageSwitch />
        <button type="button" className="link" onClick={() => void signOut()}>
          {say({ vi: 'Thoát', en: 'Sign out' })}
        </button>
      </header>
      <SendingLine />
      {children}
      <nav className="tabs" aria-label={say({ vi: 'Các trang chính', en: 'Main pages' })}>
        {tabs.map((tab) => (
          <TabLink key={tab.href} tab={tab} />
        ))}
      </nav>
    </div>
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
