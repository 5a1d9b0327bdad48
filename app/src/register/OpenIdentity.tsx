import type { ResultOf } from '@ke-vai/contract/command.ts'
import { type Identity, identityOpen } from '@ke-vai/contract/register/person.ts'
import { offerNow, type ShownSafeContact } from '@ke-vai/contract/register/safe-contact.ts'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useOwnPermissions } from '../account/own-club.ts'
import { sendNow } from '../api/api.ts'
import { readAgain } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { Button } from '../ui/Button.tsx'
import { ClosesIn } from '../ui/ClosesIn.tsx'
import { useOpened } from '../ui/opened.ts'
import { AskReason, type Reason } from './AskReason.tsx'
import { ChangeIdentity } from './ChangeIdentity.tsx'
import type { IdentityChanges } from './identity-changes.ts'
import { identityWords } from './identity-words.ts'
import { minuteNow } from './SafeContactCard.tsx'
import { useSending } from './use-sending.ts'
import { WhoOpened } from './WhoOpened.tsx'

const words = {
  open: { vi: 'Mở thông tin riêng', en: 'Open the identity' },
  title: { vi: 'Thông tin riêng', en: 'Identity' },
  change: { vi: 'Sửa thông tin riêng', en: 'Correct the identity' },
  none: { vi: 'chưa có', en: 'none' },
  other: { vi: 'Theo dòng đã gộp', en: 'As the merged line says' },
} as const

const fields = ['name', 'birth', 'phone', 'address', 'paper', 'family', 'note'] as const

interface Props {
  clubId: string
  personId: string
  /** Her rule of safe contact: a number can be tapped only while it allows a call. */
  rule: ShownSafeContact | null
}

/** Behind a reason, for two minutes, in memory alone; with the line that says who opened it before. */
export function OpenIdentity({ clubId, personId, rule }: Props) {
  const { say } = useLanguage()
  const [asking, setAsking] = useState(false)
  const opened = useOpened<ResultOf<typeof identityOpen>>()
  const sending = useSending()

  const open = (reason: Reason) =>
    void sending.run(async () => {
      opened.show(await sendNow(identityOpen, { clubId, personId, reason }))
      setAsking(false)
      sending.rest()
      // Her own opening now stands in the list, too.
      readAgain()
    })

  const who = <WhoOpened clubId={clubId} personId={personId} />
  const identity = opened.value
  if (identity)
    return (
      <IdentityCard
        clubId={clubId}
        personId={personId}
        identity={identity}
        rule={rule}
        // The minutes begin anew: a correction takes longer than a look.
        onChange={(changes) => opened.show({ ...identity, ...changes })}
      >
        {identity.others.map((other) => (
          <OtherLine key={JSON.stringify(other)} identity={other} />
        ))}
        {who}
        <ClosesIn opened={opened} />
      </IdentityCard>
    )
  if (asking)
    return (
      <>
        {who}
        <AskReason
          text={say(words.open)}
          sending={sending}
          onOpen={open}
          onLeave={() => {
            setAsking(false)
            sending.setProblem(null)
          }}
        />
      </>
    )
  return (
    <div className="stack">
      <Button look="quiet" onClick={() => setAsking(true)}>
        {say(words.open)}
      </Button>
      {who}
    </div>
  )
}

interface CardProps extends Props {
  identity: Identity
  /** Shows it with these changes, for as long again. */
  onChange: (changes: IdentityChanges) => void
  children: ReactNode
}

/** What was opened. Its heading takes the focus, as the button that opened it is gone. */
function IdentityCard({ clubId, personId, identity, rule, onChange, children }: CardProps) {
  const { say } = useLanguage()
  const mayChange = useOwnPermissions().includes('identity.write')
  const [changing, setChanging] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  // Also when the form is left, as its button is gone then.
  useEffect(() => {
    if (!changing) heading.current?.focus()
  }, [changing])
  return (
    <section className="card stack identity sealed" aria-label={say(words.title)}>
      <h2 ref={heading} tabIndex={-1}>
        {say(words.title)}
      </h2>
      {changing ? (
        <ChangeIdentity
          clubId={clubId}
          personId={personId}
          identity={identity}
          onSaved={(changes) => {
            setChanging(false)
            onChange(changes)
          }}
          onLeave={() => setChanging(false)}
        />
      ) : (
        <dl className="facts">
          {fields.map((field) => (
            <div key={field}>
              <dt>{say(identityWords[field])}</dt>
              <dd>
                {field === 'phone' ? (
                  <Phone number={identity.phone} rule={rule} />
                ) : (
                  (identity[field] ?? say(words.none))
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {mayChange && !changing && (
        <Button
          look="quiet"
          onClick={() => {
            setChanging(true)
            onChange({})
          }}
        >
          {say(words.change)}
        </Button>
      )}
      {children}
    </section>
  )
}

/** What a line says that was merged into hers; shown as it was written, so that somebody can set it right. */
function OtherLine({ identity }: { identity: Identity }) {
  const { say } = useLanguage()
  return (
    <section>
      <h3>{say(words.other)}</h3>
      <dl className="facts">
        {fields
          .filter((field) => identity[field] !== null)
          .map((field) => (
            <div key={field}>
              <dt>{say(identityWords[field])}</dt>
              <dd>{identity[field]}</dd>
            </div>
          ))}
      </dl>
    </section>
  )
}

/** A number to tap, so that nobody has to write it down; not outside her hours, nor where she never said when. */
function Phone({ number, rule }: { number: string | null; rule: ShownSafeContact | null }) {
  const { say } = useLanguage()
  const dialled = number?.replace(/[^\d+]/g, '') ?? ''
  if (dialled === '') return say(words.none)
  if (rule === null || !offerNow(rule, minuteNow()).call) return number
  return (
    <a className="touch-link" href={`tel:${dialled}`}>
      {number}
    </a>
  )
}
