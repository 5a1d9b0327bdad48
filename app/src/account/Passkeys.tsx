import {
  passkeyAdd,
  passkeyAddOptions,
  passkeyRefusals,
  passkeyRemove,
} from '@ke-vai/contract/account/passkey.ts'
import type { waysRead } from '@ke-vai/contract/account/sign-ins.ts'
import { showMoment } from '@ke-vai/contract/date/date.ts'
import type { ResponseOf } from '@ke-vai/contract/endpoint.ts'
import { type FormEvent, useState } from 'react'
import { askSteppedUp } from '../api/api.ts'
import { readAgain } from '../api/use-read.ts'
import { CommandForm } from '../club/CommandForm.tsx'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { addressForPasskeys, knowsPasskeys, makePasskey } from './passkey.ts'
import { openFromNowOn, passkeyRemoved } from './session.ts'
import { useAsking } from './use-asking.ts'

type Passkey = ResponseOf<typeof waysRead>['passkeys'][number]

const words = {
  title: { vi: 'Khóa trên máy', en: 'Passkeys' },
  lead: {
    vi: 'Vào bằng vân tay, khuôn mặt hoặc mã mở máy. Trang giả mạo không lừa lấy được khóa này.',
    en: 'Finger, face or the code of your phone. A false page cannot trick you out of it.',
  },
  none: {
    vi: 'Chưa có khóa nào. Nên thêm một khóa trên điện thoại của chị.',
    en: 'None yet. Please add one on your phone.',
  },
  add: { vi: 'Thêm khóa trên máy này', en: 'Add a passkey on this device' },
  name: { vi: 'Gọi máy này là gì?', en: 'What do you call this device?' },
  nameHint: { vi: 'Ví dụ: Điện thoại của tôi', en: 'For example: my phone' },
  make: { vi: 'Tạo khóa', en: 'Make the passkey' },
  added: { vi: 'thêm', en: 'added' },
  used: { vi: 'dùng lần cuối', en: 'last used' },
  never: { vi: 'chưa dùng', en: 'not used yet' },
  backedUp: { vi: 'có bản sao ở tài khoản điện thoại', en: 'a copy is kept with your phone’s account' },
  remove: { vi: 'Bỏ khóa này', en: 'Remove this passkey' },
  removing: {
    vi: 'Từ nay khóa này không vào được nữa. Khóa còn hiện trong điện thoại thì chị xóa cả ở đó.',
    en: 'It then no longer signs you in. If your phone still shows it, delete it there too.',
  },
  notHere: { vi: 'Ở địa chỉ này chưa thêm được khóa.', en: 'Passkeys cannot be added at this address.' },
  open: { vi: 'Mời chị mở', en: 'Please open' },
} as const

/** Her passkeys: what they are called, and adding and removing them. */
export function Passkeys({ passkeys }: { passkeys: readonly Passkey[] }) {
  const { say } = useLanguage()
  const elsewhere = addressForPasskeys()
  return (
    <section className="card stack">
      <h3>{say(words.title)}</h3>
      <p>{say(words.lead)}</p>
      {passkeys.length === 0 && <p className="empty">{say(words.none)}</p>}
      <ul className="cards">
        {passkeys.map((each) => (
          <li key={each.id} className="account-line">
            <strong>{each.name}</strong>
            <p className="quiet">
              {say(words.added)} {showMoment(each.addedAt)} ·{' '}
              {each.lastUsedAt ? `${say(words.used)} ${showMoment(each.lastUsedAt)}` : say(words.never)}
              {each.backedUp && ` · ${say(words.backedUp)}`}
            </p>
            <Opening text={say(words.remove)} label={`${say(words.remove)}: ${each.name}`} look="link">
              {(close) => (
                <CommandForm
                  command={passkeyRemove}
                  submit={say(words.remove)}
                  args={() => ({ passkeyId: each.id })}
                  onDone={() => {
                    void passkeyRemoved()
                    close()
                  }}
                >
                  <p>{say(words.removing)}</p>
                </CommandForm>
              )}
            </Opening>
          </li>
        ))}
      </ul>
      {knowsPasskeys() ? (
        <Opening text={say(words.add)}>{(close) => <AddPasskey onDone={close} />}</Opening>
      ) : (
        <p className="hint">
          {say(words.notHere)}{' '}
          {elsewhere !== null && (
            <>
              {say(words.open)} <a href={elsewhere}>{elsewhere}</a>
            </>
          )}
        </p>
      )}
    </section>
  )
}

function AddPasskey({ onDone }: { onDone: () => void }) {
  const { say } = useLanguage()
  const [name, setName] = useState('')
  const { busy, problem, run } = useAsking()

  async function add() {
    const { passkey, secret } = await makePasskey(await askSteppedUp(passkeyAddOptions, {}))
    await askSteppedUp(passkeyAdd, { passkey, name })
    if (secret) await openFromNowOn({ passkey: secret })
    readAgain()
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (await run(add, passkeyRefusals.notMade.message)) onDone()
  }
  return (
    <form className="stack" onSubmit={submit}>
      <Field label={say(words.name)} hint={say(words.nameHint)}>
        <input
          autoComplete="off"
          maxLength={60}
          required
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      {problem && <Notice kind="problem">{say(problem)}</Notice>}
      <Button type="submit" wide busy={busy} disabled={name.trim() === ''}>
        {say(words.make)}
      </Button>
    </form>
  )
}
