import { type Identity, identityOpen } from '@ke-vai/contract/register/person.ts'
import type { ContactOffer, SafeContact } from '@ke-vai/contract/register/safe-contact.ts'
import { useOwnPermissions } from '../account/own-club.ts'
import { sendNow } from '../api/api.ts'
import { useLanguage } from '../language/language.ts'
import { Button } from '../ui/Button.tsx'
import { ClosesIn } from '../ui/ClosesIn.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useOpened } from '../ui/opened.ts'
import { useSending } from './use-sending.ts'

const words = {
  open: { vi: 'Mở số điện thoại', en: 'Open her number' },
  openHint: {
    vi: 'Việc mở số được ghi vào nhật ký với lý do «Gọi cho chị ấy».',
    en: 'Opening it is logged, with the reason “Calling her”.',
  },
  say: { vi: 'Xưng là', en: 'Speak as' },
  ask: { vi: 'Xin gặp', en: 'Ask for' },
  answers: { vi: 'Người có thể nghe máy', en: 'Who may answer' },
  call: { vi: 'Gọi', en: 'Call' },
  text: { vi: 'Nhắn tin', en: 'Text' },
  noPhone: { vi: 'Sổ chưa có số điện thoại của chị ấy.', en: 'Her number is not in the register.' },
  noMessage: {
    vi: 'Nếu người khác nghe máy: chào hỏi rồi xin phép gọi lại sau. Không để lại lời nhắn.',
    en: 'If somebody else answers: greet, and say you will call again. Leave no message.',
  },
  mayMessage: {
    vi: 'Nếu người khác nghe máy: chỉ để lại lời trung tính, xưng như trên.',
    en: 'If somebody else answers: leave neutral words only, speaking as above.',
  },
} as const

interface Props {
  clubId: string
  personId: string
  rule: SafeContact
  offer: ContactOffer
}

/** Her number, behind its line in the log, for two minutes, with the name in which to speak. */
export function CallOffer({ clubId, personId, rule, offer }: Props) {
  const { say } = useLanguage()
  const may = useOwnPermissions()
  const opened = useOpened<Identity>()
  const sending = useSending()

  if (!may.includes('identity.open')) return null
  const open = () =>
    sending.run(async () => {
      opened.show(await sendNow(identityOpen, { clubId, personId, reason: 'call' }))
      sending.rest()
    })
  const identity = opened.value
  if (identity === null)
    return (
      <div className="stack">
        {sending.problem && <Notice kind="problem">{say(sending.problem.message)}</Notice>}
        <Button wide busy={sending.busy} onClick={() => void open()}>
          {say(words.open)}
        </Button>
        <p className="hint">{say(words.openHint)}</p>
      </div>
    )
  const number = identity.phone?.replace(/[^\d+]/g, '') ?? ''
  return (
    <section className="card stack">
      <dl className="facts">
        {rule.sayFrom && <Fact term={say(words.say)}>{rule.sayFrom}</Fact>}
        <Fact term={say(words.ask)}>{identity.name}</Fact>
        {rule.whoMayAnswer && <Fact term={say(words.answers)}>{rule.whoMayAnswer}</Fact>}
      </dl>
      {number === '' && <p>{say(words.noPhone)}</p>}
      {number !== '' && offer.call && (
        <>
          <p>{say(rule.mayLeaveMessage ? words.mayMessage : words.noMessage)}</p>
          <a className="button button-main wide" href={`tel:${number}`}>
            {say(words.call)} {identity.phone}
          </a>
        </>
      )}
      {number !== '' && offer.message && (
        <a className="button button-quiet wide" href={`sms:${number}`}>
          {say(words.text)}
        </a>
      )}
      <ClosesIn opened={opened} />
    </section>
  )
}

function Fact({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}
