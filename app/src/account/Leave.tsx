import { useEffect, useState } from 'react'
import { useLanguage } from '../language/language.ts'
import { countUnsent } from '../offline/vault.ts'
import { Button } from '../ui/Button.tsx'
import { signOut } from './session.ts'

const words = {
  title: { vi: 'Thoát', en: 'Sign out' },
  kept: {
    vi: 'Những gì chưa gửi vẫn khóa kín trên máy này và sẽ gửi sau lần đăng nhập tới.',
    en: 'What was not sent stays locked on this device and goes after your next sign-in.',
  },
  leave: { vi: 'Thoát khỏi máy này', en: 'Sign out here' },
  wipe: { vi: 'Xóa mọi thứ trên máy này', en: 'Wipe this device' },
  nothing: {
    vi: 'Không có gì chưa gửi. Máy này sẽ quên chị, như chưa từng dùng.',
    en: 'Everything was sent. This device then forgets you, as if never used.',
  },
  sure: { vi: 'Xóa hết và thoát', en: 'Wipe and sign out' },
} as const

/** Signing out here, with the choice of leaving nothing behind. */
export function Leave() {
  const { say } = useLanguage()
  const [unsent, setUnsent] = useState<number | null>(null)
  const [busy, setBusy] = useState(false)
  const [asked, setAsked] = useState(false)
  useEffect(() => {
    if (asked) void countUnsent().then(setUnsent)
  }, [asked])
  const leave = (wipe: boolean) => {
    setBusy(true)
    void signOut(wipe)
  }
  return (
    <section className="card stack">
      <h2>{say(words.title)}</h2>
      <p>{say(words.kept)}</p>
      <Button look="quiet" wide busy={busy} onClick={() => leave(false)}>
        {say(words.leave)}
      </Button>
      <details onToggle={(event) => setAsked(event.currentTarget.open)}>
        <summary>{say(words.wipe)}</summary>
        {unsent !== null && (
          <div className="stack">
            {unsent === 0 ? (
              <p>{say(words.nothing)}</p>
            ) : (
              <p className="careful" role="alert">
                {say({
                  vi: `Trên máy còn ${unsent} mục chưa gửi, tính cả của người khác dùng chung máy. Xóa là mất hẳn.`,
                  en: `${unsent} entries on this device were not sent, those of others who share it included. They would be gone for good.`,
                })}
              </p>
            )}
            <Button look="careful" wide busy={busy} onClick={() => leave(true)}>
              {say(words.sure)}
              {unsent > 0 && ` (${unsent})`}
            </Button>
          </div>
        )}
      </details>
    </section>
  )
}
