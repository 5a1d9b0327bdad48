import { type CaseNow, caseMoveRule } from '@ke-vai/contract/case/state.ts'
import { type SharedField, sharedFields } from '@ke-vai/contract/consent/codes.ts'
import type { ConsentShown } from '@ke-vai/contract/consent/consent.ts'
import { referralRecipients } from '@ke-vai/contract/referral/reads.ts'
import {
  type Escort,
  escorts,
  type TransferReason,
  transferOffer,
  transferReasons,
} from '@ke-vai/contract/transfer/transfer.ts'
import { useState } from 'react'
import { useRead } from '../api/use-read.ts'
import { CommandForm } from '../club/CommandForm.tsx'
import { ConsentSheet } from '../consent/ConsentSheet.tsx'
import { useLanguage } from '../language/language.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { CodeSelect } from '../ui/CodeSelect.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { optionsOf } from '../ui/options.ts'
import { Reading } from '../ui/Reading.tsx'
import { transferWords } from './transfer-words.ts'

const words = {
  to: { vi: 'Chuyển giao cho đơn vị nào?', en: 'To which agency?' },
  none: {
    vi: 'Chưa có đơn vị nào khác nhận hồ sơ trong hệ thống.',
    en: 'No other agency takes cases here yet.',
  },
  reason: { vi: 'Vì sao', en: 'Why' },
  fields: { vi: 'Nơi nhận cần biết những gì?', en: 'What do they need to know?' },
  fieldsHint: {
    vi: 'Không có câu chuyện đã qua và không có ghi chép. Người được hỗ trợ sẽ quyết định từng mục trên phiếu đồng ý.',
    en: 'Neither her story nor any notes. She decides on each on the consent sheet.',
  },
  need: { vi: 'Cần hỗ trợ gì, một câu ngắn', en: 'What she needs, in a short sentence' },
  reach: { vi: 'Cách liên lạc an toàn', en: 'How to reach her safely' },
  escort: { vi: 'Ai đi cùng', en: 'Who goes with her' },
  only: { vi: 'Người được hỗ trợ đồng ý chuyển những mục này:', en: 'She agreed to these:' },
  ask: { vi: 'Hỏi ý người được hỗ trợ', en: 'Ask for her consent' },
  askFirst: {
    vi: 'Bước tiếp theo: cùng người ấy đọc phiếu đồng ý. Chưa có gì được gửi.',
    en: 'Next, read the consent sheet with her. Nothing is sent yet.',
  },
  submit: { vi: 'Gửi đề nghị chuyển giao', en: 'Send the offer' },
  changes: {
    vi: 'Khi nơi nhận đồng ý: nơi ấy mở hồ sơ của mình và chịu trách nhiệm; hồ sơ ở đây dừng lại, giữ nguyên để tra cứu.',
    en: 'Once they accept, they open a case of their own and are responsible; the case here stops and stays as it is.',
  },
} as const

interface Props {
  organisationId: string
  caseId: string
  now: CaseNow
  her: Parameters<typeof ConsentSheet>[0]['her']
  consents: readonly ConsentShown[]
  onDone: () => void
}

/** Where to, why and with what; then her sheet; then the offer with exactly the fields she said yes to. */
export function OfferTransfer({ organisationId, caseId, now, her, consents, onDone }: Props) {
  const { say } = useLanguage()
  const [transferId] = useState(() => crypto.randomUUID())
  const [to, setTo] = useState<{ id: string; name: string } | null>(null)
  const [reason, setReason] = useState<TransferReason | null>(null)
  const [asked, setAsked] = useState<SharedField[]>([])
  const [escort, setEscort] = useState<Escort>('none')
  const [need, setNeed] = useState('')
  const [reach, setReach] = useState('')
  const [sheet, setSheet] = useState(false)
  const recipients = useRead(referralRecipients, { organisationId }, { for: 'transfer' })
  const consent = consents.find(
    (each) =>
      each.state === 'in_force' && each.purpose === 'share_transfer' && each.toOrganisationId === to?.id,
  )
  const fields = consent ? consent.fields : asked
  const whole = to !== null && reason !== null && fields.length > 0
  const refusal = caseMoveRule(now, 'transfer_offered')
  if (refusal) return <Notice kind="careful">{say(refusal.message)}</Notice>
  return (
    <div className="stack">
      <CommandForm
        command={transferOffer}
        submit={say(words.submit)}
        ready={whole && consent !== undefined}
        args={() => ({
          organisationId,
          caseId,
          transferId,
          toOrganisationId: to?.id ?? '',
          reason: reason ?? 'her_wish',
          fields,
          escort,
          need,
          reach,
        })}
        onDone={onDone}
      >
        <Reading of={recipients}>
          {({ recipients: found }) =>
            found.length === 0 ? (
              <p className="empty">{say(words.none)}</p>
            ) : (
              <Choice
                label={say(words.to)}
                options={found.map(({ id, name }) => ({ code: id, text: name }))}
                chosen={to === null ? [] : [to.id]}
                onChange={([code]) => setTo(found.find(({ id }) => id === code) ?? null)}
              />
            )
          }
        </Reading>
        <Choice
          label={say(words.reason)}
          options={optionsOf(transferReasons, say)}
          chosen={reason === null ? [] : [reason]}
          onChange={([code]) => setReason(code ?? null)}
        />
        <CodeSelect
          label={say(words.escort)}
          codes={escorts}
          value={escort}
          onChange={(code) => setEscort(code || 'none')}
        />
        {consent ? (
          <Notice kind="good">
            {say(words.only)} {fields.map((field) => say(sharedFields[field])).join(' · ')}
          </Notice>
        ) : (
          <Choice
            label={say(words.fields)}
            hint={say(words.fieldsHint)}
            several
            options={optionsOf(sharedFields, say)}
            chosen={asked}
            onChange={setAsked}
          />
        )}
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
        {!consent && (
          <>
            <p>{say(words.askFirst)}</p>
            <Button look="quiet" wide disabled={!whole} onClick={() => setSheet(true)}>
              {say(words.ask)}
            </Button>
          </>
        )}
        <p className="quiet">{say(transferWords.stays)}</p>
        <p className="quiet">{say(words.changes)}</p>
      </CommandForm>
      {sheet && !consent && to && (
        <ConsentSheet
          organisationId={organisationId}
          caseId={caseId}
          her={her}
          purpose="share_transfer"
          to={{ organisationId: to.id, directoryEntryId: null, name: to.name }}
          offered={asked}
          onEnd={() => setSheet(false)}
        />
      )}
    </div>
  )
}
