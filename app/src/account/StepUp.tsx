import { signInRefusals } from '@ke-vai/contract/account/sign-in.ts'
import type { Refusal } from '@ke-vai/contract/refusal.ts'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { NoAnswer, RefusedByServer } from '../api/api.ts'
import { wordsOf } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { confirmWithPasskey, confirmWithPassword, useStepUpWaiting } from './step-up.ts'

const words = {
  title: { vi: 'Xin xác nhận đúng là chị', en: 'Please confirm that it is you' },
  lead: {
    vi: 'Việc chị vừa chọn cần biết chắc người cầm máy là chị. Xong bước này, việc ấy tự làm tiếp.',
    en: 'What you chose needs to know that it is you who holds this device. It then goes on by itself.',
  },
  password: { vi: 'Mật khẩu', en: 'Password' },
  code: { vi: 'Mã 6 số trong ứng dụng xác thực', en: 'Six-digit code of your authenticator app' },
  confirm: { vi: 'Xác nhận', en: 'Confirm' },
  passkey: { vi: 'Dùng khóa trên máy này', en: 'Use the passkey of this device' },
  later: { vi: 'Để sau', en: 'Not now' },
  noPasskey: {
    vi: 'Chưa dùng được khóa trên máy. Chị nhập mật khẩu cũng được.',
    en: 'The passkey was not used. Your password does as well.',
  },
} as const

/** One dialog for every command that asks for it; the command goes on by itself when it is answered. */
export function StepUp() {
  const waiting = useStepUpWaiting()
  return waiting && <StepUpDialog answer={waiting.answer} />
}

function StepUpDialog({ answer }: { answer: (confirmed: boolean) => void }) {
  const { say } = useLanguage()
  const title = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [asksCode, setAsksCode] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Refusal | null>(null)
  const withPasskeys = 'PublicKeyCredential' in window

  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])

  async function confirm(work: () => Promise<void>) {
    setBusy(true)
    setProblem(null)
    try {
      await work()
      answer(true)
    } catch (error) {
      setBusy(false)
      setPassword('')
      if (error instanceof RefusedByServer && error.status === 401) {
        // The sign-in itself has ended; the command then says so.
        answer(true)
        return
      }
      if (error instanceof RefusedByServer || error instanceof NoAnswer) {
        const refusal = wordsOf(error)
        if (refusal.field === 'code') setAsksCode(true)
        setProblem(refusal)
      } else setProblem({ ...signInRefusals.wrongPasskey, message: words.noPasskey })
    }
  }

  const submit = (event: FormEvent) => {
    event.preventDefault()
    void confirm(() => confirmWithPassword(password, code))
  }

  return (
    <dialog
      ref={dialog}
      className="step-up"
      aria-labelledby={title}
      onCancel={(event) => {
        event.preventDefault()
        answer(false)
      }}
    >
      <form className="stack" onSubmit={submit}>
        <h2 id={title}>{say(words.title)}</h2>
        <p>{say(words.lead)}</p>
        <Field label={say(words.password)}>
          <input
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </Field>
        {asksCode && (
          <Field label={say(words.code)}>
            <input
              inputMode="numeric"
              autoComplete="one-time-code"
              required
              value={code}
              onChange={(event) => setCode(event.target.value)}
            />
          </Field>
        )}
        {problem && <Notice kind="problem">{say(problem.message)}</Notice>}
        <Button type="submit" wide busy={busy}>
          {say(words.confirm)}
        </Button>
        {withPasskeys && (
          <Button look="quiet" wide busy={busy} onClick={() => void confirm(confirmWithPasskey)}>
            {say(words.passkey)}
          </Button>
        )}
        <button type="button" className="link" onClick={() => answer(false)}>
          {say(words.later)}
        </button>
      </form>
    </dialog>
  )
}
