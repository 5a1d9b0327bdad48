import {
  authenticatorConfirm,
  authenticatorRemove,
  authenticatorSetup,
} from '@ke-vai/contract/account/authenticator.ts'
import { commonRefusals } from '@ke-vai/contract/refusal.ts'
import { useState } from 'react'
import { sendNow } from '../api/api.ts'
import { CommandForm } from '../club/CommandForm.tsx'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { CodeField } from './CodeField.tsx'
import { QrPicture } from './QrPicture.tsx'
import { useAsking } from './use-asking.ts'

const words = {
  title: { vi: 'Ứng dụng xác thực (mã 6 số)', en: 'Authenticator app (six digits)' },
  on: {
    vi: 'Đang dùng: khi vào bằng mật khẩu, máy hỏi thêm mã 6 số.',
    en: 'In use: with the password you are asked for six digits too.',
  },
  off: {
    vi: 'Chưa dùng. Có thêm mã 6 số thì người lấy được mật khẩu cũng chưa vào được.',
    en: 'Not in use. With it, whoever gets your password still does not come in.',
  },
  setUp: { vi: 'Cài ứng dụng xác thực', en: 'Set up an authenticator app' },
  scan: {
    vi: 'Mở ứng dụng xác thực trên điện thoại, chọn thêm tài khoản rồi quét hình này.',
    en: 'Open the authenticator app on your phone, add an account and scan this picture.',
  },
  picture: { vi: 'Hình để ứng dụng xác thực quét', en: 'Picture for the authenticator app to scan' },
  openApp: { vi: 'Mở ứng dụng trên máy này', en: 'Open the app on this device' },
  type: { vi: 'Hoặc gõ khóa này vào ứng dụng:', en: 'Or type this key into the app:' },
  secretly: {
    vi: 'Hình và khóa này chỉ hiện một lần. Xin đừng chụp, đừng gửi cho ai.',
    en: 'The picture and the key are shown this once. Please do not photograph or send them.',
  },
  confirm: { vi: 'Xác nhận', en: 'Confirm' },
  remove: { vi: 'Bỏ ứng dụng xác thực', en: 'Remove the authenticator app' },
  removing: {
    vi: 'Từ nay chỉ cần mật khẩu là vào được.',
    en: 'From then on the password alone signs you in.',
  },
} as const

/** Setting up, confirming and removing the app that gives six digits. */
export function Authenticator({ state }: { state: 'none' | 'unconfirmed' | 'confirmed' }) {
  const { say } = useLanguage()
  const [setup, setSetup] = useState<{ secret: string; uri: string } | null>(null)
  const { busy, problem, run } = useAsking()
  const on = state === 'confirmed'
  const begin = async () => setSetup(await sendNow(authenticatorSetup, {}))
  return (
    <section className="card stack">
      <h3>{say(words.title)}</h3>
      <p className={on ? 'good' : 'quiet'}>{say(on ? words.on : words.off)}</p>
      {problem && <Notice kind="problem">{say(problem)}</Notice>}
      {on ? (
        <Opening text={say(words.remove)} look="link">
          {(close) => (
            <CommandForm
              command={authenticatorRemove}
              submit={say(words.remove)}
              args={() => ({})}
              onDone={close}
            >
              <p>{say(words.removing)}</p>
            </CommandForm>
          )}
        </Opening>
      ) : setup ? (
        <Confirm setup={setup} onDone={() => setSetup(null)} />
      ) : (
        <Button look="quiet" busy={busy} onClick={() => void run(begin, commonRefusals.fault.message)}>
          {say(words.setUp)}
        </Button>
      )}
    </section>
  )
}

function Confirm({ setup, onDone }: { setup: { secret: string; uri: string }; onDone: () => void }) {
  const { say } = useLanguage()
  const [code, setCode] = useState('')
  return (
    <CommandForm
      command={authenticatorConfirm}
      submit={say(words.confirm)}
      ready={/^\d{6}$/u.test(code.replaceAll(' ', ''))}
      args={() => ({ code })}
      onDone={onDone}
    >
      <p>{say(words.scan)}</p>
      <QrPicture text={setup.uri} label={say(words.picture)} />
      <a href={setup.uri} className="button button-quiet">
        {say(words.openApp)}
      </a>
      <div>
        <p>{say(words.type)}</p>
        <p className="code secret">{setup.secret.match(/.{1,4}/gu)?.join(' ')}</p>
      </div>
      <p className="careful">{say(words.secretly)}</p>
      <CodeField value={code} onChange={setCode} />
    </CommandForm>
  )
}
