import { invitationCancel, invitationList } from '@ke-vai/contract/account/invitation.ts'
import { showMoment } from '@ke-vai/contract/date/date.ts'
import type { ResponseOf } from '@ke-vai/contract/endpoint.ts'
import { roles } from '@ke-vai/contract/permissions.ts'
import { useRead } from '../api/use-read.ts'
import { CommandForm } from '../club/CommandForm.tsx'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { Reading } from '../ui/Reading.tsx'

type Invitation = ResponseOf<typeof invitationList>['invitations'][number]

const words = {
  title: { vi: 'Các lời mời', en: 'Invitations' },
  none: { vi: 'Chưa có lời mời nào.', en: 'No invitations yet.' },
  back: { vi: 'mở lại lối vào', en: 'way back in' },
  by: { vi: 'người mời:', en: 'invited by' },
  until: { vi: 'dùng được tới', en: 'good until' },
  cancel: { vi: 'Hủy lời mời', en: 'Cancel the invitation' },
  cancelling: { vi: 'Đường dẫn đã đưa sẽ thôi dùng được ngay.', en: 'The link stops working at once.' },
} as const

const stateWords = {
  open: { vi: 'Đang chờ', en: 'Waiting' },
  used: { vi: 'Đã nhận', en: 'Accepted' },
  cancelled: { vi: 'Đã hủy', en: 'Cancelled' },
  expired: { vi: 'Đã quá hạn', en: 'Ran out' },
} as const

/** The invitations of the places that she answers for; an open one may be cancelled. */
export function InvitationList() {
  const { say } = useLanguage()
  const list = useRead(invitationList, {}, {})
  return (
    <section className="stack">
      <h2>{say(words.title)}</h2>
      <Reading of={list}>
        {({ invitations }) =>
          invitations.length === 0 ? (
            <p className="empty">{say(words.none)}</p>
          ) : (
            <ul className="cards">
              {invitations.map((each) => (
                <Line key={each.id} invitation={each} />
              ))}
            </ul>
          )
        }
      </Reading>
    </section>
  )
}

function Line({ invitation }: { invitation: Invitation }) {
  const { say } = useLanguage()
  const isOpen = invitation.state === 'open'
  return (
    <li className="card">
      <p>
        <strong>{invitation.displayName}</strong> ·{' '}
        {invitation.role ? say(roles[invitation.role]) : say(words.back)}
      </p>
      <p>{invitation.placeName}</p>
      <p className={isOpen ? 'good' : 'quiet'}>{say(stateWords[invitation.state])}</p>
      <p className="quiet">
        {say(words.by)} {invitation.invitedBy} · {showMoment(invitation.createdAt)}
        {isOpen && ` · ${say(words.until)} ${showMoment(invitation.expiresAt)}`}
      </p>
      {isOpen && (
        <Opening
          text={say(words.cancel)}
          label={`${say(words.cancel)}: ${invitation.displayName}`}
          look="link"
        >
          {(close) => (
            <CommandForm
              command={invitationCancel}
              submit={say(words.cancel)}
              args={() => ({ invitationId: invitation.id })}
              onDone={close}
            >
              <p>{say(words.cancelling)}</p>
            </CommandForm>
          )}
        </Opening>
      )}
    </li>
  )
}
