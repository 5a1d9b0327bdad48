import {
  invitationAccept,
  invitationPasskeyOptions,
  invitationRefusals,
  username as usernameShape,
} from '@ke-vai/contract/account/invitation.ts'
import { passkeyRefusals } from '@ke-vai/contract/account/passkey.ts'
import { passwordRule } from '@ke-vai/contract/account/password.ts'
import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { askOutside, RefusedByServer } from '../api/api.ts'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { NewPassword } from './NewPassword.tsx'
import { knowsPasskeys, makePasskey } from './passkey.ts'
import { enter } from './session.ts'
import { useAsking } from './use-asking.ts'

const words = {
  username: { vi: 'Tên đăng nhập chị muốn dùng', en: 'The user name that you want' },
  usernameHint: {
    vi: 'Chữ thường không dấu và số, ví dụ: mai.tuanchau',
    en: 'Small letters without accents, and figures, for example: mai.tuanchau',
  },
  usernameWrong: {
    vi: 'Chỉ dùng chữ thường không dấu, số và dấu chấm, gạch ở giữa.',
    en: 'Small letters without accents, figures, and . _ - between them.',
  },
  yours: { vi: 'Tên đăng nhập của chị', en: 'Your user name' },
  passkey: { vi: 'Tạo khóa trên máy này', en: 'Make a passkey on this device' },
  passkeyHint: {
    vi: 'Vân tay, khuôn mặt hoặc mã mở máy. Không phải nhớ mật khẩu.',
    en: 'Finger, face or the code of your phone. No password to remember.',
  },
  or: { vi: 'Hoặc đặt mật khẩu', en: 'Or set a password' },
  accept: { vi: 'Đặt mật khẩu và vào', en: 'Set the password and come in' },
} as const

interface Props {
  token: string
  /** Hers already; null when she is to choose one. */
  username: string | null
  /** The link opens nothing any more. */
  onGone: () => void
}

/** Chooses the user name and the first way in; then she is signed in. */
export function AcceptForm({ token, username, onGone }: Props) {
  const { say } = useLanguage()
  const [, go] = useLocation()
  const [typed, setTyped] = useState('')
  const [left, setLeft] = useState(false)
  const [password, setPassword] = useState('')
  const { busy, problem, run } = useAsking()
  const name = username ?? typed.trim().toLowerCase()
  const chosen = username === null ? { username: name } : {}
  const nameFits = username !== null || usernameShape.safeParse(typed).success

  async function accept(work: () => Promise<void>) {
    const done = await run(
      () =>
        work().catch((error: unknown) => {
          if (error instanceof RefusedByServer && error.refusal.code === invitationRefusals.gone.code)
            onGone()
          throw error
        }),
      passkeyRefusals.notMade.message,
    )
    if (done) go(paths.home(), { replace: true })
  }
  const withPassword = async () => {
    const me = await askOutside(invitationAccept, { token, ...chosen, password })
    await enter(me, { password })
  }
  const withPasskey = async () => {
    const options = await askOutside(invitationPasskeyOptions, { token, ...chosen })
    const { passkey, secret } = await makePasskey(options)
    const me = await askOutside(invitationAccept, { token, ...chosen, passkey })
    await enter(me, secret && { passkey: secret })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void accept(withPassword)
  }
  const passwordFits = password !== '' && passwordRule(password, { username: name, hasCode: false }) === null
  return (
    <form className="stack" onSubmit={submit}>
      {username === null ? (
        <Field
          label={say(words.username)}
          hint={say(words.usernameHint)}
          problem={left && !nameFits && typed !== '' ? say(words.usernameWrong) : null}
        >
          <input
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={40}
            required
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onBlur={() => setLeft(true)}
          />
        </Field>
      ) : (
        <p>
          {say(words.yours)}: <strong>{username}</strong>
        </p>
      )}
      {problem && <Notice kind="problem">{say(problem)}</Notice>}
      {knowsPasskeys() && (
        <div className="passkey-first">
          <Button wide busy={busy} disabled={!nameFits} onClick={() => void accept(withPasskey)}>
            {say(words.passkey)}
          </Button>
          <p className="hint">{say(words.passkeyHint)}</p>
          <p className="or">{say(words.or)}</p>
        </div>
      )}
      <NewPassword username={name} hasCode={false} value={password} onChange={setPassword} />
      <Button
        type="submit"
        look={knowsPasskeys() ? 'quiet' : 'main'}
        wide
        busy={busy}
        disabled={!nameFits || !passwordFits}
      >
        {say(words.accept)}
      </Button>
    </form>
  )
}
