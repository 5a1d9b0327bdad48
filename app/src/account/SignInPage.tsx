import { signInRefusals } from '@ke-vai/contract/account/sign-in.ts'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { NoAnswer, RefusedByServer } from '../api/api.ts'
import { wordsOf } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { WrongPassword } from '../offline/vault.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx'
import { Notice } from '../ui/Notice.tsx'
import { CodeField } from './CodeField.tsx'
import { addressForPasskeys, knowsPasskeys } from './passkey.ts'
import { signIn, signInWithPasskey, signOut, unlock, unlockWithPasskey, useSession } from './session.ts'

const words = {
  welcome: { vi: 'Kề Vai', en: 'Kề Vai' },
  lead: { vi: 'Chào chị. Mời chị đăng nhập.', en: 'Hello. Please sign in.' },
  locked: {
    vi: 'Máy đang khóa. Mời chị mở khóa để làm tiếp.',
    en: 'This device is locked. Please open it to go on.',
  },
  passkey: { vi: 'Dùng khóa trên máy này', en: 'Use the passkey of this device' },
  passkeyHint: {
    vi: 'Vân tay, khuôn mặt hoặc mã mở máy. Không phải nhớ mật khẩu.',
    en: 'Finger, face or the code of your phone. No password to remember.',
  },
  or: { vi: 'Hoặc dùng mật khẩu', en: 'Or use your password' },
  username: { vi: 'Tên đăng nhập', en: 'User name' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  show: { vi: 'Hiện mật khẩu', en: 'Show password' },
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
  open: { vi: 'Mở khóa', en: 'Unlock' },
  leave: { vi: 'Thoát, để vào lại từ đầu', en: 'Sign out and begin anew' },
  wrong: {
    vi: 'Cách này chưa mở được máy này. Chị thử lại nhé.',
    en: 'This does not open this device. Please try again.',
  },
  noNetwork: {
    vi: 'Chưa có mạng, và tài khoản này chưa từng mở trên máy này. Xin thử lại khi có sóng.',
    en: 'There is no network, and this account was never opened on this device. Please try again later.',
  },
  noPasskey: {
    vi: 'Chưa dùng được khóa trên máy. Chị thử lại, hoặc dùng mật khẩu nhé.',
    en: 'The passkey was not used. Please try again, or use your password.',
  },
  elsewhere: {
    vi: 'Khóa trên máy (vân tay, khuôn mặt) không dùng được ở địa chỉ này. Muốn dùng, mời chị mở',
    en: 'Passkeys (finger, face) do not work at this address. To use them, please open',
  },
} as const

/** Sign-in, and the lock after the page was opened anew: a passkey first, a password beside it. */
export function SignInPage() {
  const { say } = useLanguage()
  const session = useSession()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [asksCode, setAsksCode] = useState(false)
  const [shown, setShown] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const codeField = useRef<HTMLInputElement>(null)
  const title = useId()
  const locked = session.state === 'locked'
  const withPasskeys = knowsPasskeys()
  const elsewhere = addressForPasskeys()

  async function come(work: () => Promise<void>, otherwise: string) {
    setBusy(true)
    setProblem(null)
    try {
      await work()
    } catch (error) {
      if (error instanceof WrongPassword) setProblem(say(words.wrong))
      else if (error instanceof NoAnswer) setProblem(say(words.noNetwork))
      else if (error instanceof RefusedByServer) {
        const refusal = wordsOf(error)
        if (refusal.field === 'code') setAsksCode(true)
        // Nothing went wrong: it is the next step, and stands as such above its field.
        if (refusal.code !== signInRefusals.codeNeeded.code) setProblem(say(refusal.message))
      } else setProblem(otherwise)
      setBusy(false)
    }
  }
  useEffect(() => {
    if (asksCode) codeField.current?.focus()
  }, [asksCode])
  const withPassword = (event: FormEvent) => {
    event.preventDefault()
    const work = () =>
      session.state === 'locked' ? unlock(session.me, password) : signIn(username, password, code)
    void come(work, say(words.wrong))
  }
  const withPasskey = () =>
    come(
      () => (session.state === 'locked' ? unlockWithPasskey(session.me) : signInWithPasskey()),
      say(words.noPasskey),
    )

  return (
    <main className="sign-in" aria-labelledby={title}>
      <div className="sign-in-card">
        <img src="/icon.svg" alt="" width="56" height="56" />
        <h1 id={title}>{say(words.welcome)}</h1>
        <p>{say(locked ? words.locked : words.lead)}</p>
        {withPasskeys && (
          <div className="passkey-first">
            <Button wide busy={busy} onClick={() => void withPasskey()}>
              {say(words.passkey)}
            </Button>
            <p className="hint">{say(words.passkeyHint)}</p>
            <p className="or">{say(words.or)}</p>
          </div>
        )}
        <form onSubmit={withPassword} className="stack">
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
          {asksCode && (
            <>
              <Notice>{say(signInRefusals.codeNeeded.message)}</Notice>
              <CodeField ref={codeField} value={code} onChange={setCode} />
            </>
          )}
          <label className="tick">
            <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
            {say(words.show)}
          </label>
          {problem !== null && <Notice kind="problem">{problem}</Notice>}
          <Button type="submit" look={withPasskeys ? 'quiet' : 'main'} busy={busy} wide>
            {say(locked ? words.open : words.signIn)}
          </Button>
        </form>
        {elsewhere !== null && (
          <p className="hint">
            {say(words.elsewhere)} <a href={elsewhere}>{elsewhere}</a>
          </p>
        )}
        {locked && (
          <button type="button" className="link" onClick={() => void signOut()}>
            {say(words.leave)}
          </button>
        )}
        <LanguageSwitch />
      </div>
    </main>
  )
}
