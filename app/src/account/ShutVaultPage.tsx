import type { Me } from '@ke-vai/contract/account/account.ts'
import { type FormEvent, useId, useState } from 'react'
import { useLanguage } from '../language/language.ts'
import type { ShutVault, Way } from '../offline/vault.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { knowsPasskeys } from './passkey.ts'
import { giveUpUnsent, leaveShut, openShut, openShutWithPasskey } from './session.ts'

const words = {
  title: { vi: 'Máy này còn việc chưa gửi', en: 'This device has work not yet sent' },
  password: { vi: 'Mật khẩu cũ của máy này', en: 'The old password of this device' },
  passwordHint: {
    vi: 'Mật khẩu chị đã dùng lần trước trên máy này. Chỉ hỏi một lần.',
    en: 'The one that you used here last time. It is asked this once.',
  },
  open: { vi: 'Mở và gửi tiếp', en: 'Open, and send it' },
  passkey: { vi: 'Mở bằng khóa trên máy này', en: 'Open with the passkey of this device' },
  wrong: {
    vi: 'Chưa mở được. Chị thử lại nhé; những gì đã ghi vẫn còn nguyên.',
    en: 'It did not open. Please try again; nothing is lost.',
  },
  later: { vi: 'Để sau, lần này làm khi có mạng', en: 'Later; work with the network this time' },
  giveUp: { vi: 'Không nhớ mật khẩu cũ', en: 'I do not know the old password' },
  sure: { vi: 'Bỏ những gì chưa gửi', en: 'Throw away what was not sent' },
} as const

/** After a sign-in whose way does not open what lies on this device: nothing goes without her word. */
export function ShutVaultPage({ me, shut, way }: { me: Me; shut: ShutVault; way: Way | null }) {
  const { say } = useLanguage()
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState(false)
  const title = useId()

  async function run(work: () => Promise<void>) {
    setBusy(true)
    setWrong(false)
    try {
      await work()
    } catch {
      // Wrong password, a passkey she let be, a device that fails: what lies here lies here still.
      setWrong(true)
      setBusy(false)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void run(() => openShut(me, { password }, way))
  }
  return (
    <main className="sign-in" aria-labelledby={title}>
      <div className="sign-in-card">
        <h1 id={title}>{say(words.title)}</h1>
        <p>
          {say({
            vi: `Trên máy này còn ${shut.waiting} mục chị đã ghi mà chưa gửi. Chúng được khóa bằng cách vào trước đây, nên hôm nay chưa mở được.`,
            en: `${shut.waiting} entries of yours on this device were not sent. They are locked in the way that you came in before.`,
          })}
        </p>
        {wrong && <Notice kind="problem">{say(words.wrong)}</Notice>}
        {shut.withPasskey && knowsPasskeys() && (
          <Button wide busy={busy} onClick={() => void run(() => openShutWithPasskey(me, way))}>
            {say(words.passkey)}
          </Button>
        )}
        {shut.withPassword && (
          <form className="stack" onSubmit={submit}>
            <Field label={say(words.password)} hint={say(words.passwordHint)}>
              <input
                type="password"
                autoComplete="off"
                required
                value={password}
                onChange={(event) => setPassword(event.target.value)}
              />
            </Field>
            <Button type="submit" wide busy={busy}>
              {say(words.open)}
            </Button>
          </form>
        )}
        <Button look="quiet" wide busy={busy} onClick={() => void run(() => leaveShut(me))}>
          {say(words.later)}
        </Button>
        <details>
          <summary>{say(words.giveUp)}</summary>
          <div className="stack">
            <p className="careful">
              {say({
                vi: `${shut.waiting} mục này sẽ mất hẳn, không ai lấy lại được. Chị nên ghi lại từ sổ tay nếu có.`,
                en: `These ${shut.waiting} entries are then gone for good. Please record them again if you have notes.`,
              })}
            </p>
            <Button look="careful" wide busy={busy} onClick={() => void run(() => giveUpUnsent(me, way))}>
              {say(words.sure)} ({shut.waiting})
            </Button>
          </div>
        </details>
      </div>
    </main>
  )
}
