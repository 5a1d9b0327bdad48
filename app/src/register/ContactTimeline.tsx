import { showDate } from '@ke-vai/contract/date/date.ts'
import { contactKinds, topics } from '@ke-vai/contract/register/codes.ts'
import type { PersonPage } from '@ke-vai/contract/register/person.ts'
import { useOwnPermissions } from '../account/own-club.ts'
import { useLanguage } from '../language/language.ts'
import { OpenNote } from './OpenNote.tsx'
import { usePendingContacts } from './pending.ts'

const words = {
  contacts: { vi: 'Các cuộc gặp', en: 'Contacts' },
  noContacts: {
    vi: 'Chưa có cuộc gặp nào. Bấm «Ghi nhanh» sau lần gặp đầu tiên.',
    en: 'No contacts yet. Tap “Quick note” after the first one.',
  },
  pending: { vi: 'Đã lưu trong máy, chưa gửi', en: 'Saved on this device, not sent yet' },
} as const

/** What was done with her, newest first; what waits on the device stands on top. */
export function ContactTimeline({ clubId, person }: { clubId: string; person: PersonPage }) {
  const { say } = useLanguage()
  const may = useOwnPermissions()
  const pending = usePendingContacts().filter((each) => each.personId === person.id)
  return (
    <section>
      <h2>{say(words.contacts)}</h2>
      {person.contacts.length + pending.length === 0 && <p className="empty">{say(words.noContacts)}</p>}
      <ul className="timeline">
        {pending.map((each) => (
          <li key={each.contactId}>
            <strong>{showDate(each.onDay)}</strong>{' '}
            {each.kinds.map((kind) => say(contactKinds[kind])).join(' + ')}
            <span className="pending">{say(words.pending)}</span>
          </li>
        ))}
        {person.contacts.map((each) => (
          <li key={each.id}>
            <strong>{showDate(each.onDay)}</strong>{' '}
            {each.kinds.map((kind) => say(contactKinds[kind])).join(' + ')}
            <span className="quiet">{each.topics.map((topic) => say(topics[topic])).join(' · ')}</span>
            {each.hasNote && may.includes('identity.open') && (
              <OpenNote clubId={clubId} contactId={each.id} />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
