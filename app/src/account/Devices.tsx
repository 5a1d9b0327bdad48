import { signInEnd, signInEndAll, signInMethods, signInsRead } from '@ke-vai/contract/account/sign-ins.ts'
import { showMoment } from '@ke-vai/contract/date/date.ts'
import { commonRefusals } from '@ke-vai/contract/refusal.ts'
import { sendNow } from '../api/api.ts'
import { readAgain, useRead } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Reading } from '../ui/Reading.tsx'
import { useAsking } from './use-asking.ts'

const words = {
  title: { vi: 'Các máy đang đăng nhập', en: 'Where I am signed in' },
  lead: {
    vi: 'Thấy máy lạ thì chị đăng xuất máy ấy ngay, rồi đổi mật khẩu.',
    en: 'If you see a strange device, sign it out and change your password.',
  },
  here: { vi: 'máy này', en: 'this device' },
  by: { vi: 'vào bằng', en: 'by' },
  used: { vi: 'dùng lần cuối', en: 'last used' },
  end: { vi: 'Đăng xuất máy đó', en: 'Sign that device out' },
  endOthers: { vi: 'Đăng xuất mọi máy khác', en: 'Sign out all other devices' },
} as const

/** Her open sign-ins, and how to end them. */
export function Devices() {
  const { say } = useLanguage()
  const signIns = useRead(signInsRead, {}, {})
  const { busy, problem, run } = useAsking()
  const end = (work: () => Promise<unknown>) =>
    void run(async () => {
      await work()
      readAgain()
    }, commonRefusals.fault.message)
  return (
    <section className="card stack">
      <h2>{say(words.title)}</h2>
      <p>{say(words.lead)}</p>
      {problem && <Notice kind="problem">{say(problem)}</Notice>}
      <Reading of={signIns}>
        {({ signIns: all }) => (
          <>
            <ul className="cards">
              {all.map((each) => (
                <li key={each.id} className="account-line">
                  <p>
                    <strong>{each.device}</strong>
                    {each.current && <span className="good"> · {say(words.here)}</span>}
                  </p>
                  <p className="quiet">
                    {say(words.by)} {say(signInMethods[each.method]).toLowerCase()},{' '}
                    {showMoment(each.openedAt)}
                  </p>
                  <p className="quiet">
                    {say(words.used)} {showMoment(each.lastUsedAt)}
                  </p>
                  {!each.current && (
                    <button
                      type="button"
                      className="link"
                      disabled={busy}
                      aria-label={`${say(words.end)}: ${each.device}, ${showMoment(each.openedAt)}`}
                      onClick={() => end(() => sendNow(signInEnd, { signInId: each.id }))}
                    >
                      {say(words.end)}
                    </button>
                  )}
                </li>
              ))}
            </ul>
            {all.length > 1 && (
              <Button look="quiet" busy={busy} onClick={() => end(() => sendNow(signInEndAll, {}))}>
                {say(words.endOthers)}
              </Button>
            )}
          </>
        )}
      </Reading>
    </section>
  )
}
