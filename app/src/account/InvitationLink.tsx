import { invitationPath } from '@ke-vai/contract/account/invitation.ts'
import { showMoment } from '@ke-vai/contract/date/date.ts'
import { useState } from 'react'
import { useLanguage } from '../language/language.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { QrPicture } from './QrPicture.tsx'

const words = {
  for: { vi: 'Lời mời cho', en: 'Invitation for' },
  once: {
    vi: 'Đường dẫn chỉ hiện lần này. Xin đưa tận tay, không gửi qua nhóm chat: ai mở trước thì vào được.',
    en: 'The link is shown this once. Hand it over in person, not in a group chat: whoever opens it first comes in.',
  },
  scan: { vi: 'Hình để máy người được mời quét', en: 'Picture for her phone to scan' },
  link: { vi: 'Đường dẫn', en: 'Link' },
  copy: { vi: 'Chép đường dẫn', en: 'Copy the link' },
  copied: {
    vi: 'Đã chép. Chép xong và đưa rồi thì xóa khỏi máy.',
    en: 'Copied. Delete it once it is handed over.',
  },
  notCopied: {
    vi: 'Chưa chép được; xin giữ ngón tay trên đường dẫn để chép.',
    en: 'Not copied; please select it by hand.',
  },
  until: { vi: 'Dùng được tới', en: 'Good until' },
} as const

/** The link of a new invitation, as picture and text, for as long as this screen stands. */
export function InvitationLink({
  made,
  displayName,
}: {
  made: { token: string; expiresAt: string }
  displayName: string
}) {
  const { say } = useLanguage()
  const [copied, setCopied] = useState<boolean | null>(null)
  const link = `${location.origin}${invitationPath(made.token)}`
  const copy = () =>
    navigator.clipboard.writeText(link).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  return (
    <div className="stack">
      <h2>
        {say(words.for)} {displayName}
      </h2>
      <p className="careful">{say(words.once)}</p>
      <QrPicture text={link} label={say(words.scan)} />
      <Field label={say(words.link)}>
        <input readOnly value={link} onFocus={(event) => event.target.select()} />
      </Field>
      <Button look="quiet" onClick={() => void copy()}>
        {say(words.copy)}
      </Button>
      <p role="status" className="quiet">
        {copied !== null && say(copied ? words.copied : words.notCopied)}
      </p>
      <p className="quiet">
        {say(words.until)} {showMoment(made.expiresAt)}
      </p>
    </div>
  )
}
