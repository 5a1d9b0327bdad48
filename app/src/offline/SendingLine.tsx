import { Link } from 'wouter'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { useOutbox } from './offline.ts'

/** One calm line: saved on this device, being sent, or needing a look. Nothing to say, nothing shown. */
export function SendingLine() {
  const { say } = useLanguage()
  const { waiting, sending, offline, keeps } = useOutbox()
  const toSend = waiting.filter((each) => each.state === 'waiting').length
  const refused = waiting.length - toSend
  return (
    <div className="sending" role="status" aria-live="polite">
      {!keeps && (
        <p>
          {say({
            vi: 'Lần này máy không giữ gì: mỗi việc được gửi ngay, cần có mạng.',
            en: 'Nothing is kept on this device this time: each entry is sent at once and needs a network.',
          })}
        </p>
      )}
      {toSend > 0 && (
        <p>
          {sending
            ? say({ vi: `Đang gửi ${toSend} mục…`, en: `Sending ${toSend}…` })
            : say({
                vi: `Đã lưu ${toSend} mục trong máy · sẽ gửi khi có sóng`,
                en: `${toSend} saved on this device · will be sent when there is a network`,
              })}
        </p>
      )}
      {toSend === 0 && offline && <p>{say({ vi: 'Chưa có mạng', en: 'No network' })}</p>}
      {refused > 0 && (
        <p>
          <Link href={paths.lookAgain()}>
            {say({ vi: `${refused} mục cần xem lại`, en: `${refused} need a look` })}
          </Link>
        </p>
      )}
    </div>
  )
}
