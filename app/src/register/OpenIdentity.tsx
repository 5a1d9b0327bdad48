import type { ResultOf } from '@ke-vai/contract/command.ts'
import { type Identity, identityOpen } from '@ke-vai/contract/register/person.ts'
import { offerNow, type SafeContact } from '@ke-vai/contract/register/safe-contact.ts'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { sendNow } from '../api/api.ts'
import { readAgain } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { Button } from '../ui/Button.tsx'
import { ClosesIn } from '../ui/ClosesIn.tsx'
import { useOpened } from '../ui/opened.ts'
import { AskReason, type Reason } from './AskReason.tsx'
import { minuteNow } from './SafeContactCard.tsx'
import { useSending } from './use-sending.ts'
import { WhoOpened } from './WhoOpened.tsx'

const words = {
  open: { vi: 'Mở thông tin riêng', en: 'Open the identity' },
  title: { vi: 'Thông tin riêng', en: 'Identity' },
  name: { vi: 'Tên', en: 'Name' },
  birth: { vi: 'Ngày sinh', en: 'Birth' },
  phone: { vi: 'Điện thoại', en: 'Phone' },
  address: { vi: 'Nơi ở', en: 'Address' },
  paper: { vi: 'Số giấy tờ', en: 'Paper number' },
  family: { vi: 'Gia đình', en: 'Family' },
  note: { vi: 'Ghi chú', en: 'Note' },
  none: { vi: 'chưa có', en: 'none' },
  other: { vi: 'Theo dòng đã gộp', en: 'As the merged line says' },
} as const

const fields = ['name', 'birth', 'phone', 'address', 'paper', 'family', 'note'] as const

interface Props {
  clubId: string
  personId: string
  /** Her rule of safe contact: a number can be tapped only while it allows a call. */
  rule: SafeContact | null
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
  if (opened.value)
    return (
      <IdentityCard identity={opened.value} rule={rule}>
        {opened.value.others.map((other) => (
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

/** What was opened. Its heading takes the focus, as the button that opened it is gone. */
function IdentityCard({
  identity,
  rule,
  children,
}: Pick<Props, 'rule'> & { identity: Identity; children: ReactNode }) {
  const { say } = useLanguage()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className="card stack identity sealed" aria-label={say(words.title)}>
      <h2 ref={heading} tabIndex={-1}>
        {say(words.title)}
      </h2>
      <dl className="facts">
        {fields.map((field) => (
          <div key={field}>
            <dt>{say(words[field])}</dt>
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
              <dt>{say(words[field])}</dt>
              <dd>{identity[field]}</dd>
            </div>
          ))}
      </dl>
    </section>
  )
}

/** A number to tap, so that nobody has to write it down; not outside her hours, nor where she never said when. */
function Phone({ number, rule }: { number: string | null; rule: SafeContact | null }) {
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
