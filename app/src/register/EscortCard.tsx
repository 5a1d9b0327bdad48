import {
  type EscortShown,
  escortsOfPerson,
  receptionEscort,
  receptionEscortStep,
} from '@ke-vai/contract/case/escort.ts'
import { agencyList } from '@ke-vai/contract/case/group.ts'
import { showClock, showMoment } from '@ke-vai/contract/date/date.ts'
import { useState } from 'react'
import { useRead } from '../api/use-read.ts'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { record, useOutbox } from '../offline/offline.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useSending } from './use-sending.ts'

const words = {
  title: { vi: 'Khi chị ấy muốn trình báo', en: 'When she wants to report' },
  open: { vi: 'Đưa tới UBND ngay', en: 'Take her to the commune now' },
  hint: {
    vi: 'Chỉ khi chị ấy muốn. Không cần hỏi chuyện đã xảy ra. Bấm một lần: giờ đi được ghi, cơ quan y tế cấp tỉnh được báo ngay.',
    en: 'Only if she wants to. What happened need not be asked. One press: the time is noted and the provincial health body is told at once.',
  },
  companion: { vi: 'Ai đi cùng', en: 'Who goes along' },
  office: { vi: 'Tới nơi nào', en: 'To which office' },
  agency: { vi: 'Nơi tiếp nhận', en: 'Which agency' },
  go: { vi: 'Bắt đầu đi', en: 'We are leaving' },
  pending: {
    vi: 'Đã lưu trong máy, sẽ gửi khi có sóng. Nơi nhận chưa được báo: xin gọi trước.',
    en: 'Saved on this device, sent when there is a network. Nobody is told yet: please call ahead.',
  },
  told: { vi: 'đã báo cơ quan y tế cấp tỉnh', en: 'the provincial health body was told' },
  left: { vi: 'Đã đưa đi lúc', en: 'Left at' },
  done: { vi: 'Đã đưa tới UBND lúc', en: 'Taken to the commune at' },
  received: { vi: 'được nhận lúc', en: 'received at' },
  arrived: { vi: 'Đã tới nơi', en: 'We have arrived' },
  handed: { vi: 'Đã có người nhận', en: 'Somebody received her' },
  officer: { vi: 'Chức vụ người nhận', en: 'Title of the officer who received her' },
} as const

/** «Đưa tới UBND ngay»: one press, then two more when they arrive and when she is received. */
export function EscortCard({ clubId, personId }: { clubId: string; personId: string }) {
  const { say } = useLanguage()
  const known = useRead(escortsOfPerson, { clubId, personId }, {})
  const waiting = useOutbox().waiting.filter((each) => each.state === 'waiting')
  const pending = waiting
    .filter((each) => each.sent.name === receptionEscort.name)
    .map((each) => receptionEscort.args.parse(each.sent.args))
    .filter((each) => each.personId === personId)
  const escorts = known.data?.escorts ?? []
  const onTheWay = pending.length > 0 || escorts.some((each) => each.receivedAt === null)
  return (
    <section className="stack">
      <h2>{say(words.title)}</h2>
      {pending.map((each) => (
        <p key={each.escortId}>
          {say(words.left)} {showMoment(each.leftAt)}. <span className="pending">{say(words.pending)}</span>
        </p>
      ))}
      {escorts.map((each) => (
        <Way key={each.id} clubId={clubId} personId={personId} way={each} />
      ))}
      {!onTheWay && (
        <Opening text={say(words.open)}>
          {(close) => <LeaveForm clubId={clubId} personId={personId} close={close} />}
        </Opening>
      )}
    </section>
  )
}

function LeaveForm({ clubId, personId, close }: { clubId: string; personId: string; close: () => void }) {
  const { say } = useLanguage()
  const sending = useSending()
  // Without a network the list is empty; the server asks then, if the province has several.
  const agencies = useRead(agencyList, {}, {}).data?.agencies ?? []
  const [companion, setCompanion] = useState('')
  const [officeWords, setOfficeWords] = useState('')
  const [agencyId, setAgencyId] = useState<string | null>(null)
  const leave = () =>
    sending.run(async () => {
      await record(receptionEscort, {
        clubId,
        personId,
        escortId: crypto.randomUUID(),
        caseId: crypto.randomUUID(),
        leftAt: new Date().toISOString(),
        companion,
        officeWords,
        agencyId,
      })
      close()
    })
  return (
    <div className="stack">
      <p className="quiet">{say(words.hint)}</p>
      <Field label={say(words.companion)}>
        <input value={companion} maxLength={200} onChange={(event) => setCompanion(event.target.value)} />
      </Field>
      <Field label={say(words.office)}>
        <input value={officeWords} maxLength={200} onChange={(event) => setOfficeWords(event.target.value)} />
      </Field>
      {agencies.length > 1 && (
        <Choice
          label={say(words.agency)}
          options={agencies.map(({ id, name }) => ({ code: id, text: name }))}
          chosen={agencyId === null ? [] : [agencyId]}
          onChange={([id]) => setAgencyId(id ?? null)}
        />
      )}
      {sending.problem && <Notice kind="problem">{say(sending.problem.message)}</Notice>}
      <Button wide busy={sending.busy} onClick={() => void leave()}>
        {say(words.go)}
      </Button>
    </div>
  )
}

function Way({ clubId, personId, way }: { clubId: string; personId: string; way: EscortShown }) {
  const { say } = useLanguage()
  const sending = useSending()
  const [officer, setOfficer] = useState('')
  const step = (now: { arrivedAt: string } | { receivedAt: string; officer: string }) =>
    sending.run(async () => {
      await record(receptionEscortStep, { clubId, personId, escortId: way.id, ...now })
      sending.rest()
    })
  const { arrivedAt, receivedAt } = way
  return (
    <div className="stack">
      <p>
        {arrivedAt === null
          ? `${say(words.left)} ${showMoment(way.leftAt)}`
          : `${say(words.done)} ${showMoment(arrivedAt)}`}
        {receivedAt !== null && `, ${say(words.received)} ${showClock(receivedAt)}`}; {say(words.told)}.
      </p>
      {arrivedAt === null && receivedAt === null && (
        <Button busy={sending.busy} onClick={() => void step({ arrivedAt: new Date().toISOString() })}>
          {say(words.arrived)}
        </Button>
      )}
      {arrivedAt !== null && receivedAt === null && (
        <>
          <Field label={say(words.officer)}>
            <input value={officer} maxLength={200} onChange={(event) => setOfficer(event.target.value)} />
          </Field>
          <Button
            busy={sending.busy}
            onClick={() => void step({ receivedAt: new Date().toISOString(), officer })}
          >
            {say(words.handed)}
          </Button>
        </>
      )}
      {sending.problem && <Notice kind="problem">{say(sending.problem.message)}</Notice>}
    </div>
  )
}
