import { waysRead } from '@ke-vai/contract/account/sign-ins.ts'
import { roles } from '@ke-vai/contract/permissions.ts'
import { useRead } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'
import { Authenticator } from './Authenticator.tsx'
import { ChangePassword } from './ChangePassword.tsx'
import { Devices } from './Devices.tsx'
import { Leave } from './Leave.tsx'
import { Passkeys } from './Passkeys.tsx'
import { useMe } from './session.ts'

const words = {
  title: { vi: 'Tài khoản của tôi', en: 'My account' },
  username: { vi: 'Tên đăng nhập', en: 'User name' },
  ways: { vi: 'Các cách đăng nhập', en: 'Ways to sign in' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  has: { vi: 'Đã có mật khẩu.', en: 'You have a password.' },
  hasNot: { vi: 'Chưa có mật khẩu.', en: 'You have no password.' },
} as const

/** Who she is, how she comes in, on which devices she is signed in, and how to leave. */
export function AccountPage() {
  const { say } = useLanguage()
  const me = useMe()
  const ways = useRead(waysRead, {}, {})
  return (
    <Page title={say(words.title)}>
      <section className="card stack">
        <h2>{me.displayName}</h2>
        <dl className="facts">
          <div>
            <dt>{say(words.username)}</dt>
            <dd>{me.username}</dd>
          </div>
          {me.standings.map((each) => (
            <div key={`${each.role} ${each.clubId ?? each.organisationId ?? ''}`}>
              <dt>{say(roles[each.role])}</dt>
              <dd>{each.name}</dd>
            </div>
          ))}
        </dl>
      </section>
      <h2 className="account-part">{say(words.ways)}</h2>
      <Reading of={ways}>
        {({ passkeys, authenticator, hasPassword }) => {
          const hasCode = authenticator === 'confirmed'
          return (
            <div className="stack">
              <Passkeys passkeys={passkeys} />
              <section className="card stack">
                <h3>{say(words.password)}</h3>
                <p className="quiet">{say(hasPassword ? words.has : words.hasNot)}</p>
                <ChangePassword username={me.username} hasCode={hasCode} hasPassword={hasPassword} />
              </section>
              <Authenticator state={authenticator} />
            </div>
          )
        }}
      </Reading>
      <Devices />
      <Leave />
    </Page>
  )
}
