import { Link } from 'wouter'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx'
import { Page } from '../ui/Page.tsx'
import { EntryList } from './EntryList.tsx'
import { readKeptDirectory } from './kept-directory.ts'

const words = {
  title: { vi: 'Đường dây nóng, dịch vụ', en: 'Hotlines and services' },
  back: { vi: 'Đăng nhập', en: 'Sign in' },
  nothing: {
    vi: 'Máy này chưa giữ danh mục nào. Việc gấp xin gọi 111: miễn phí, 24/24.',
    en: 'This device keeps no directory yet. When it is urgent call 111: free, day and night.',
  },
} as const

/** The directory that this device kept, without signing in and without a network. */
export function KeptDirectoryPage() {
  const { say } = useLanguage()
  const shown = readKeptDirectory()
  return (
    <Page
      title={say(words.title)}
      back={{ href: paths.home(), text: say(words.back) }}
      actions={<LanguageSwitch />}
    >
      {shown === null ? (
        <p className="empty">{say(words.nothing)}</p>
      ) : (
        <EntryList shown={shown} linked={false} />
      )}
    </Page>
  )
}

/** The way there from the screen that asks who one is. */
export function HotlineLine() {
  const { say } = useLanguage()
  return (
    <p className="hotline-line">
      <Link href={paths.directory()} className="button button-quiet">
        {say(words.title)}
      </Link>
    </p>
  )
}
