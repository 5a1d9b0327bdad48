import { invitationLook, invitationRefusals } from '@ke-vai/contract/account/invitation.ts'
import { showMoment } from '@ke-vai/contract/date/date.ts'
import type { OutsideRoute } from '@ke-vai/contract/outside.ts'
import { roles } from '@ke-vai/contract/permissions.ts'
import type { Words } from '@ke-vai/contract/words.ts'
import { useEffect, useId, useState } from 'react'
import type { z } from 'zod'
import { askOutside } from '../api/api.ts'
import { wordsOf } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx'
import { Notice } from '../ui/Notice.tsx'
import { AcceptForm } from './AcceptForm.tsx'
import { useInvitationToken } from './invitation-link.ts'

type AnswerOf<R extends OutsideRoute> = z.output<R['response']>

const words = {
  title: { vi: 'Lời mời vào Kề Vai', en: 'An invitation to Kề Vai' },
  back: { vi: 'Mở lại lối vào', en: 'Your way back in' },
  hello: { vi: 'Chào', en: 'Hello' },
  invites: { vi: 'mời vào', en: 'invites you to' },
  letsBack: { vi: 'mở lại lối vào ở', en: 'lets you back in at' },
  role: { vi: 'Vai trò', en: 'Role' },
  until: { vi: 'Dùng được tới', en: 'Good until' },
  oldEnd: {
    vi: 'Khóa, mật khẩu và mã 6 số cũ sẽ thôi dùng được; mọi máy đang đăng nhập sẽ bị thoát.',
    en: 'Your old passkeys, password and codes end, and every device is signed out.',
  },
  notHer: {
    vi: 'Nếu chị không phải người này, xin đóng trang và báo lại người mời.',
    en: 'If this is not you, please close this page and tell who invited you.',
  },
  again: {
    vi: 'Xin mở lại đường dẫn mà người mời đã đưa.',
    en: 'Please open the link that you were given again.',
  },
} as const

/** What the link of an invitation opens; nobody need be signed in. */
export function InvitationPage() {
  const { say } = useLanguage()
  const token = useInvitationToken()
  const title = useId()
  const [look, setLook] = useState<AnswerOf<typeof invitationLook> | null>(null)
  const [problem, setProblem] = useState<Words | null>(null)

  useEffect(() => {
    setLook(null)
    setProblem(token === null ? words.again : null)
    if (token === null) return
    let current = true
    askOutside(invitationLook, { token })
      .then((seen) => current && setLook(seen))
      .catch((error: unknown) => current && setProblem(wordsOf(error).message))
    return () => {
      current = false
    }
  }, [token])

  return (
    <main className="sign-in" aria-labelledby={title}>
      <div className="sign-in-card">
        <img src="/icon.svg" alt="" width="56" height="56" />
        <h1 id={title}>{say(look?.kind === 'return' ? words.back : words.title)}</h1>
        {problem && <Notice kind="problem">{say(problem)}</Notice>}
        {look && token !== null && (
          <>
            <p>
              {say(words.hello)} <strong>{look.displayName}</strong>. {look.invitedBy}{' '}
              {say(look.kind === 'return' ? words.letsBack : words.invites)} <strong>{look.placeName}</strong>
              .
            </p>
            {look.role && (
              <p>
                {say(words.role)}: <strong>{say(roles[look.role])}</strong>
              </p>
            )}
            {look.kind === 'return' && <Notice kind="careful">{say(words.oldEnd)}</Notice>}
            <p className="quiet">
              {say(words.until)} {showMoment(look.expiresAt)}. {say(words.notHer)}
            </p>
            <AcceptForm
              token={token}
              username={look.username}
              onGone={() => {
                setLook(null)
                setProblem(invitationRefusals.gone.message)
              }}
            />
          </>
        )}
        <LanguageSwitch />
      </div>
    </main>
  )
}
