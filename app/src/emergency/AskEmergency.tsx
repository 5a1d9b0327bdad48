import { approvalRequest } from '@ke-vai/contract/approval/approval.ts'
import {
  type EmergencyGround,
  type EmergencyReason,
  emergencyGrounds,
  emergencyReasons,
  type SharedField,
  sharedFields,
} from '@ke-vai/contract/consent/codes.ts'
import { emergencyShare } from '@ke-vai/contract/referral/emergency.ts'
import { referralRecipients } from '@ke-vai/contract/referral/reads.ts'
import { referralPrepare } from '@ke-vai/contract/referral/referral.ts'
import { type ReferralService, referralServices } from '@ke-vai/contract/register/codes.ts'
import { type FormEvent, useState } from 'react'
import { Link } from 'wouter'
import { sendNow } from '../api/api.ts'
import { readAgain, useRead } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { TextArea } from '../month/TextArea.tsx'
import { paths } from '../paths.ts'
import { useSending } from '../register/use-sending.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { CodeSelect } from '../ui/CodeSelect.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { optionsOf } from '../ui/options.ts'
import { Reading } from '../ui/Reading.tsx'

const words = {
  reason: { vi: 'Vì sao phải chia sẻ ngay?', en: 'Why must it be shared at once?' },
  ground: { vi: 'Dựa vào luật nào?', en: 'Which law does it rest on?' },
  facts: {
    vi: 'Điều luật và sự việc (được cất kín)',
    en: 'The article and the facts (sealed)',
  },
  factsHint: {
    vi: 'Ít nhất một câu: điều nào, chuyện gì đang xảy ra. Chưa ghi rõ thì chưa gửi được.',
    en: 'One sentence at least: which article, what is happening. Without it nothing is sent.',
  },
  service: { vi: 'Cần nơi nhận làm gì ngay?', en: 'What must they do at once?' },
  to: { vi: 'Gửi tới đơn vị nào?', en: 'To which organisation?' },
  none: {
    vi: 'Chưa có đơn vị nào nhận được trong hệ thống. Gọi 113 hoặc 111.',
    en: 'No organisation can receive it here. Call 113 or 111.',
  },
  fields: { vi: 'Gửi những mục nào?', en: 'Which fields?' },
  fieldsHint: {
    vi: 'Ít nhất có thể: chỉ những mục cần để cứu giúp lúc này.',
    en: 'As few as possible: only what is needed to help right now.',
  },
  need: { vi: 'Cần gì ngay, một câu ngắn', en: 'What is needed at once, in a short sentence' },
  reach: { vi: 'Cách liên lạc an toàn', en: 'How to reach her safely' },
  second: {
    vi: 'Chưa có gì được gửi khi chị bấm nút này. Quản lý tỉnh hoặc người phụ trách bảo vệ dữ liệu đọc lý do, căn cứ, nơi nhận, các mục và trả lời; rồi chị làm tiếp. Người phụ trách bảo vệ dữ liệu luôn được báo.',
    en: 'Nothing is sent yet. The manager of the province or the data-protection officer reads reason, ground, receiver and fields and answers; then you go on. The officer is always told.',
  },
  submit: { vi: 'Gửi đề nghị', en: 'Ask' },
  sent: {
    vi: 'Đã gửi đề nghị. Chưa có gì rời hồ sơ cho tới khi có người đồng ý và chị làm tiếp. Gấp thì gọi cho người ấy.',
    en: 'Asked. Nothing leaves the case until somebody agrees and you go on. If it is urgent, call that person.',
  },
  look: { vi: 'Xem đề nghị của tôi', en: 'See my wishes' },
} as const

/** Shorter than this names no article and no fact; the server refuses it as well. */
const shortestGround = 20

/** Prepares what would be sent and asks a second person to agree to exactly that. */
export function AskEmergency({ organisationId, caseId }: { organisationId: string; caseId: string }) {
  const { say } = useLanguage()
  const sending = useSending()
  const [wish] = useState(() => ({ approvalId: crypto.randomUUID(), sharingId: crypto.randomUUID() }))
  /** What lies prepared after a first try; changed words are prepared anew. */
  const [prepared, setPrepared] = useState<{ referralId: string; as: string } | null>(null)
  const [sent, setSent] = useState(false)
  const [reason, setReason] = useState<EmergencyReason | null>(null)
  const [ground, setGround] = useState<EmergencyGround | ''>('')
  const [facts, setFacts] = useState('')
  const [service, setService] = useState<ReferralService | ''>('')
  const [to, setTo] = useState<string | null>(null)
  const [fields, setFields] = useState<SharedField[]>([])
  const [need, setNeed] = useState('')
  const [reach, setReach] = useState('')
  const recipients = useRead(referralRecipients, { organisationId }, service === '' ? {} : { service })
  const whole =
    reason !== null &&
    ground !== '' &&
    facts.trim().length >= shortestGround &&
    service !== '' &&
    to !== null &&
    fields.length > 0

  const ask = (event: FormEvent) => {
    event.preventDefault()
    if (reason === null || ground === '' || service === '') return
    void sending.run(async () => {
      const asked = { service, toOrganisationId: to, fields, need, reach, ground: facts }
      const as = JSON.stringify(asked)
      let referralId = prepared?.as === as ? prepared.referralId : null
      if (referralId === null) {
        referralId = crypto.randomUUID()
        await sendNow(referralPrepare, { organisationId, caseId, referralId, urgency: 'now', ...asked })
        setPrepared({ referralId, as })
      }
      await sendNow(approvalRequest, {
        approvalId: wish.approvalId,
        clubId: null,
        organisationId,
        command: emergencyShare.name,
        args: { organisationId, caseId, referralId, sharingId: wish.sharingId, reason, ground },
      })
      setSent(true)
      readAgain()
    })
  }

  if (sent)
    return (
      <Notice kind="good">
        <p>{say(words.sent)}</p>
        <Link href={paths.approvals()}>{say(words.look)}</Link>
      </Notice>
    )
  return (
    <form className="stack" onSubmit={ask}>
      <Choice
        label={say(words.reason)}
        options={optionsOf(emergencyReasons, say)}
        chosen={reason === null ? [] : [reason]}
        onChange={([code]) => setReason(code ?? null)}
      />
      <CodeSelect
        label={say(words.ground)}
        codes={emergencyGrounds}
        none="—"
        value={ground}
        onChange={setGround}
      />
      <TextArea
        label={say(words.facts)}
        hint={say(words.factsHint)}
        rows={3}
        maxLength={1000}
        value={facts}
        onChange={setFacts}
      />
      <CodeSelect
        label={say(words.service)}
        codes={referralServices}
        none="—"
        value={service}
        onChange={setService}
      />
      <Reading of={recipients}>
        {({ recipients: found }) =>
          found.length === 0 ? (
            <p className="empty">{say(words.none)}</p>
          ) : (
            <Choice
              label={say(words.to)}
              options={found.map(({ id, name, fits }) => ({ code: id, text: fits ? `★ ${name}` : name }))}
              chosen={to === null ? [] : [to]}
              onChange={([code]) => setTo(code ?? null)}
            />
          )
        }
      </Reading>
      <Choice
        label={say(words.fields)}
        hint={say(words.fieldsHint)}
        several
        options={optionsOf(sharedFields, say)}
        chosen={fields}
        onChange={setFields}
      />
      {fields.includes('need') && (
        <Field label={say(words.need)}>
          <input value={need} maxLength={600} onChange={(event) => setNeed(event.target.value)} />
        </Field>
      )}
      {fields.includes('reach') && (
        <Field label={say(words.reach)}>
          <input value={reach} maxLength={300} onChange={(event) => setReach(event.target.value)} />
        </Field>
      )}
      <Notice kind="careful">{say(words.second)}</Notice>
      {sending.problem && <Notice kind="problem">{say(sending.problem.message)}</Notice>}
      <Button type="submit" wide busy={sending.busy} disabled={!whole}>
        {say(words.submit)}
      </Button>
    </form>
  )
}
