import { consentPurposes, consentStates, sharedFields } from '@ke-vai/contract/consent/codes.ts'
import { type ConsentShown, consentList, consentWithdraw } from '@ke-vai/contract/consent/consent.ts'
import { consentListOfPerson, consentWithdrawForPerson } from '@ke-vai/contract/consent/of-person.ts'
import { showDate } from '@ke-vai/contract/date/date.ts'
import { useState } from 'react'
import { sendNow } from '../api/api.ts'
import { readAgain, useRead } from '../api/use-read.ts'
import { useMayAtAgency } from '../case/own-agency.ts'
import { useLanguage } from '../language/language.ts'
import { useSending } from '../register/use-sending.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Reading } from '../ui/Reading.tsx'
import { ConsentSheet } from './ConsentSheet.tsx'

const words = {
  asking: { vi: 'Đang xem sự đồng ý…', en: 'Looking for consents…' },
  noneNow: { vi: 'Chưa có sự đồng ý nào đang có hiệu lực.', en: 'No consent is in force.' },
  chips: { vi: 'Đang đồng ý', en: 'Agreed to' },
  none: {
    vi: 'Chưa có sự đồng ý nào đang có hiệu lực. Không có gì được chia sẻ khi chưa hỏi người được hỗ trợ.',
    en: 'No consent is in force. Nothing is shared before she has been asked.',
  },
  ask: { vi: 'Hỏi ý về việc gì?', en: 'Ask about what?' },
  close: { vi: 'Đóng phiếu', en: 'Close the sheet' },
  withdraw: { vi: 'Rút sự đồng ý', en: 'Withdraw' },
  withdrawn: {
    vi: 'Nơi nhận không xem được nữa. Cả hai bên nhận một tin ngắn, không nêu lý do.',
    en: 'The receiver can no longer see it. Both sides get a short word without a reason.',
  },
  ofPerson: { vi: 'Sự đồng ý đang có hiệu lực', en: 'Consents in force' },
  until: { vi: 'đến', en: 'until' },
} as const

interface Props {
  organisationId: string
  caseId: string
}

/** What stays with the agency and needs no receiver; sharing is asked for where it is prepared. */
const askedHere = [
  'recording',
  'assessment',
  'follow_up_contact',
  'photo_story',
  'anonymous_research',
] as const

/** In the head of a case: what is in force, each with its last day. */
export function ConsentChips({ organisationId, caseId }: Props) {
  const { say } = useLanguage()
  const list = useRead(consentList, { organisationId, caseId }, {})
  const standing = list.data?.consents.filter(({ state }) => state === 'in_force') ?? []
  // The line keeps its place while it is asked for: a button below that moves away is pressed in vain.
  if (standing.length === 0)
    return <p className="consent-line quiet">{say(list.data === null ? words.asking : words.noneNow)}</p>
  return (
    <ul className="consent-chips" aria-label={say(words.chips)}>
      {standing.map((each) => (
        <li key={each.id}>
          ✓ {say(consentPurposes[each.purpose])}
          {each.recipient && ` → ${each.recipient}`}, {say(words.until)} {showDate(each.validTo)}
        </li>
      ))}
    </ul>
  )
}

/** The consents of a case: what she agreed to, taken back with one press. */
export function ConsentPanel({ organisationId, caseId }: Props) {
  const { say } = useLanguage()
  const may = useMayAtAgency()
  const list = useRead(consentList, { organisationId, caseId }, {})
  const [asking, setAsking] = useState<(typeof askedHere)[number] | null>(null)
  return (
    <Reading of={list}>
      {({ consents, her }) => (
        <>
          {!consents.some(({ state }) => state === 'in_force') && <p className="empty">{say(words.none)}</p>}
          {consents.map((each) => (
            <ConsentCard
              key={each.id}
              consent={each}
              withdraw={
                may('case.write')
                  ? () => sendNow(consentWithdraw, { organisationId, caseId, consentId: each.id })
                  : null
              }
            />
          ))}
          {may('case.write') && (
            <Choice
              label={say(words.ask)}
              options={askedHere.map((code) => ({ code, text: say(consentPurposes[code]) }))}
              chosen={asking === null ? [] : [asking]}
              onChange={([code]) => setAsking(code ?? null)}
            />
          )}
          {asking && (
            <>
              <ConsentSheet
                key={asking}
                organisationId={organisationId}
                caseId={caseId}
                her={her}
                purpose={asking}
                to={null}
                offered={[]}
                onEnd={() => setAsking(null)}
              />
              <Button look="quiet" onClick={() => setAsking(null)}>
                {say(words.close)}
              </Button>
            </>
          )}
        </>
      )}
    </Reading>
  )
}

/** What a person of a club's register agreed to, below her referrals. */
export function PersonConsents({ clubId, personId }: { clubId: string; personId: string }) {
  const { say } = useLanguage()
  const list = useRead(consentListOfPerson, { clubId, personId }, {})
  const consents = list.data?.consents ?? []
  if (consents.length === 0) return null
  const standing = consents.filter(({ state }) => state === 'in_force').length
  return (
    <details>
      <summary>
        {say(words.ofPerson)}: {standing}
      </summary>
      <div className="stack">
        {consents.map((each) => (
          <ConsentCard
            key={each.id}
            consent={each}
            withdraw={() => sendNow(consentWithdrawForPerson, { clubId, personId, consentId: each.id })}
          />
        ))}
      </div>
    </details>
  )
}

interface CardProps {
  consent: ConsentShown
  /** Null for whoever may not. */
  withdraw: (() => Promise<unknown>) | null
}

function ConsentCard({ consent, withdraw }: CardProps) {
  const { say } = useLanguage()
  const sending = useSending()
  const { purpose, recipient, state, fields } = consent
  return (
    <article className="card stack">
      <p>
        <strong>{say(consentPurposes[purpose])}</strong>
        {recipient && ` → ${recipient}`}
      </p>
      <p className={state === 'in_force' ? 'good' : 'quiet'}>
        {say(consentStates[state])} · {showDate(consent.validFrom)} – {showDate(consent.validTo)}
      </p>
      {fields.length > 0 && <p>{fields.map((field) => say(sharedFields[field])).join(' · ')}</p>}
      {sending.problem && <Notice kind="problem">{say(sending.problem.message)}</Notice>}
      {state === 'withdrawn' && <p className="hint">{say(words.withdrawn)}</p>}
      {state === 'in_force' && withdraw && (
        <Button
          look="careful"
          busy={sending.busy}
          onClick={() =>
            void sending.run(async () => {
              await withdraw()
              readAgain()
              sending.rest()
            })
          }
        >
          {say(words.withdraw)}
        </Button>
      )}
    </article>
  )
}
