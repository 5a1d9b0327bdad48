import { type FormEvent, useId, useState } from 'react'
import { NoAnswer } from '../api/api.ts'
import { wordsOf } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { WrongPassword } from '../offline/vault.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx'
import { Notice } from '../ui/Notice.tsx'
import { signIn, unlock, useSession } from './session.ts'

const words = {
  welcome: { vi: 'Kề Vai', en: 'Kề Vai' },
  lead: { vi: 'Chào chị. Mời chị đăng nhập.', en: 'Hello. Please sign in.' },
  locked: {
    vi: 'Máy đang khóa. Mời chị nhập mật khẩu để mở.',
    en: 'This device is locked. Please enter your password.',
  },
  username: { vi: 'Tên đăng nhập', en: 'User name' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  show: { vi: 'Hiện mật khẩu', en: 'Show password' },
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
  open: { vi: 'Mở khóa', en: 'Unlock' },
  wrong: {
    vi: 'Mật khẩu chưa đúng với máy này. Chị thử lại nhé.',
    en: 'This password does not open this device. Please try again.',
  },
  noNetwork: {
    vi: 'Chưa có mạng, và tài khoản này chưa từng mở trên máy này. Xin thử lại khi có sóng.',
    en: 'There is no network, and this account was never opened on this device. Please try again later.',
  },
} as const

/** Sign-in, and the lock after the page was opened anew. */
export function SignInPage() {
  const { say } = useLanguage()
  const session = useSession()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [shown, setShown] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const title = useId()
  const locked = session.state === 'locked'

  async function submit(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    setProblem(null)
    try {
      if (session.state === 'locked') await unlock(session.me, password)
      else await signIn(username, password)
    } catch (error) {
      if (error instanceof WrongPassword) setProblem(say(words.wrong))
      else if (error instanceof NoAnswer) setProblem(say(words.noNetwork))
      else setProblem(say(wordsOf(error).message))
      setBusy(false)
    }
  }

  return (
    <main className="sign-in" aria-labelledby={title}>
      <div className="sign-in-card">
        <img src="/icon.svg" alt="" width="56" height="56" />
        <h1 id={title}>{say(words.welcome)}</h1>
        <p>{say(locked ? words.locked : words.lead)}</p>
        <form onSubmit={submit} className="stack">
          {!locked && (
            <Field label={say(words.username)}>
              <input
                // Not «username»: the browser would keep the name on the disk. Password managers find it all the same.
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                required
                value={username}
                onChange={(event) => setUsername(event.target.value)}
              />
            </Field>
          )}
          <Field label={say(words.password)}>
            <input
              type={shown ? 'text' : 'password'}
              autoComplete="current-password"
              required
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          </Field>
          <label className="tick">
            <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
            {say(words.show)}
          </label>
          {problem !== null && <Notice kind="problem">{problem}</Notice>}
          <Button type="submit" busy={busy} wide>
            {say(locked ? words.open : words.signIn)}
          </Button>
        </form>
        <LanguageSwitch />
      </div>
    </main>
  )
}
