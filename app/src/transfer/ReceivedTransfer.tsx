import { sharedFields } from '@ke-vai/contract/consent/codes.ts'
import { type PlainDate, showMoment, today } from '@ke-vai/contract/date/date.ts'
import { type Shared, sharedWords } from '@ke-vai/contract/referral/shared.ts'
import {
  type Escort,
  escorts,
  type TransferReceived,
  transferAccept,
  transferArrive,
  transferDecline,
  transferDeclineReasons,
  transferOpenParcel,
  transferReasons,
} from '@ke-vai/contract/transfer/transfer.ts'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { sendNow } from '../api/api.ts'
import { Clock } from '../case/Clock.tsx'
import { CommandForm } from '../club/CommandForm.tsx'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { useSending } from '../register/use-sending.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { ClosesIn } from '../ui/ClosesIn.tsx'
import { CodeSelect } from '../ui/CodeSelect.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useOpened } from '../ui/opened.ts'
import { optionsOf } from '../ui/options.ts'
import { transferWords } from './transfer-words.ts'

const words = {
  open: { vi: 'Mở nội dung chuyển giao', en: 'Open what was handed over' },
  accept: { vi: 'Nhận chuyển giao', en: 'Accept' },
  acceptLead: {
    vi: 'Khi nhận, đơn vị mình chịu trách nhiệm hỗ trợ. Một hồ sơ mới mở ở đây và chị là người quản lý; xin không hỏi lại câu chuyện đã qua.',
    en: 'By accepting, this agency becomes responsible. A new case opens here with you as its manager; please do not ask about what happened to her.',
  },
  acceptSure: { vi: 'Nhận và mở hồ sơ', en: 'Accept and open the case' },
  decline: { vi: 'Chưa nhận được', en: 'Decline' },
  declineLead: {
    vi: 'Người được hỗ trợ vẫn ở đơn vị gửi. Nơi gửi chỉ thấy lý do dưới đây.',
    en: 'She stays with the sender, who reads only the reason below.',
  },
  send: { vi: 'Gửi trả lời', en: 'Send the answer' },
  reason: { vi: 'Lý do', en: 'Reason' },
  arrive: { vi: 'Ghi đã tới nơi', en: 'Record the arrival' },
  day: { vi: 'Tới nơi ngày', en: 'Arrived on' },
  case: { vi: 'Xem hồ sơ ở đây', en: 'See the case here' },
} as const

interface Props {
  organisationId: string
  transfer: TransferReceived
  /** It stands on the page of the case that it opened. */
  inCase?: boolean
}

/** One transfer for the agency that it was offered to: what goes along, the answer, and her arrival. */
export function ReceivedTransfer({ organisationId, transfer, inCase = false }: Props) {
  const { say } = useLanguage()
  const { id: transferId, state, newCaseId } = transfer
  const of = { organisationId, transferId }
  return (
    <article className="card stack">
      <p>
        <strong>
          {transfer.from} · {say(transferReasons[transfer.reason])}
        </strong>
      </p>
      <p className="quiet">
        {say(transferWords.offered)} {showMoment(transfer.offeredAt)} · {say(escorts[transfer.escort])}
      </p>
      <p className="hint">
        {say(transferWords.goes)}: {transfer.fields.map((field) => say(sharedFields[field])).join(' · ')}
      </p>
      {state === 'offered' && <Clock due={{ kind: 'transfer_answer', dueAt: transfer.answerDueAt }} />}
      {state === 'accepted' && (
        <>
          <Notice kind="careful">{say(transferWords.notThere)}</Notice>
          <Clock due={{ kind: 'transfer_arrival', dueAt: transfer.arrivalDueAt }} />
          {newCaseId && !inCase && (
            <Link className="link" href={paths.case(newCaseId)}>
              {say(words.case)}
            </Link>
          )}
        </>
      )}
      <OpenParcel of={of} />
      {state === 'offered' && (
        <>
          <Accept of={of} />
          <Decline of={of} />
        </>
      )}
      {state === 'accepted' && <Arrive of={of} escort={transfer.escort} />}
    </article>
  )
}

interface Of {
  organisationId: string
  transferId: string
}

function OpenParcel({ of }: { of: Of }) {
  const { say } = useLanguage()
  const opened = useOpened<Shared>()
  const sending = useSending()
  if (opened.value)
    return (
      <div className="card stack sealed">
        <dl className="facts">
          {opened.value.map((each) => (
            <div key={each.field}>
              <dt>{say(sharedFields[each.field])}</dt>
              <dd>{say(sharedWords(each))}</dd>
            </div>
          ))}
        </dl>
        <ClosesIn opened={opened} />
      </div>
    )
  return (
    <>
      <Button
        look="quiet"
        busy={sending.busy}
        onClick={() =>
          void sending.run(async () => {
            opened.show((await sendNow(transferOpenParcel, of)).shared)
            sending.rest()
          })
        }
      >
        {say(words.open)}
      </Button>
      {sending.problem && <Notice kind="problem">{say(sending.problem.message)}</Notice>}
    </>
  )
}

function Accept({ of }: { of: Of }) {
  const { say } = useLanguage()
  const [, go] = useLocation()
  const [newCaseId] = useState(() => crypto.randomUUID())
  return (
    <Opening text={say(words.accept)} look="main">
      {() => (
        <CommandForm
          command={transferAccept}
          submit={say(words.acceptSure)}
          args={() => ({ ...of, newCaseId })}
          onDone={() => go(paths.case(newCaseId))}
        >
          <p>{say(words.acceptLead)}</p>
        </CommandForm>
      )}
    </Opening>
  )
}

function Decline({ of }: { of: Of }) {
  const { say } = useLanguage()
  const [reason, setReason] = useState<keyof typeof transferDeclineReasons | null>(null)
  return (
    <Opening text={say(words.decline)}>
      {(close) => (
        <CommandForm
          command={transferDecline}
          submit={say(words.send)}
          ready={reason !== null}
          args={() => ({ ...of, reason: reason ?? 'needs_talk' })}
          onDone={close}
        >
          <p>{say(words.declineLead)}</p>
          <Choice
            label={say(words.reason)}
            options={optionsOf(transferDeclineReasons, say)}
            chosen={reason === null ? [] : [reason]}
            onChange={([code]) => setReason(code ?? null)}
          />
        </CommandForm>
      )}
    </Opening>
  )
}

function Arrive({ of, escort: planned }: { of: Of; escort: Escort }) {
  const { say } = useLanguage()
  const [arrivedOn, setArrivedOn] = useState<PlainDate | null>(today())
  const [escort, setEscort] = useState<Escort>(planned)
  return (
    <Opening text={say(words.arrive)} look="main">
      {(close) => (
        <CommandForm
          command={transferArrive}
          submit={say(words.arrive)}
          ready={arrivedOn !== null && arrivedOn <= today()}
          args={() => ({ ...of, arrivedOn: arrivedOn ?? today(), escort })}
          onDone={close}
        >
          <DateField label={say(words.day)} value={arrivedOn} onChange={setArrivedOn} />
          <CodeSelect
            label={say(transferWords.escort)}
            codes={escorts}
            value={escort}
            onChange={(code) => setEscort(code || 'none')}
          />
        </CommandForm>
      )}
    </Opening>
  )
}
