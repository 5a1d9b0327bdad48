import { type SharedField, sharedFields } from '@ke-vai/contract/consent/codes.ts'
import { needDomains } from '@ke-vai/contract/need/codes.ts'
import { foldNeeds } from '@ke-vai/contract/need/state.ts'
import { type ServiceCost, serviceCosts, type Urgency, urgencies } from '@ke-vai/contract/referral/codes.ts'
import { type ReferralPlace, referralPlacesOfAgency } from '@ke-vai/contract/referral/place.ts'
import { referralPrepare } from '@ke-vai/contract/referral/referral.ts'
import { type ReferralService, referralServices } from '@ke-vai/contract/register/codes.ts'
import { useState } from 'react'
import { useRead } from '../api/use-read.ts'
import type { CasePage } from '../case/panel.ts'
import { CommandForm } from '../club/CommandForm.tsx'
import { useLanguage } from '../language/language.ts'
import { Choice } from '../ui/Choice.tsx'
import { CodeSelect } from '../ui/CodeSelect.tsx'
import { Field } from '../ui/Field.tsx'
import { optionsOf } from '../ui/options.ts'
import { Reading } from '../ui/Reading.tsx'
import { ChoosePlace, placeId } from './ChoosePlace.tsx'

const words = {
  forNeed: { vi: 'Cho nhu cầu nào?', en: 'For which need?' },
  noNeed: { vi: 'Chưa ghi thành nhu cầu', en: 'Not written as a need' },
  service: { vi: 'Cần dịch vụ nào?', en: 'Which service?' },
  urgency: { vi: 'Khi nào cần?', en: 'How soon?' },
  cost: { vi: 'Chi phí của dịch vụ', en: 'Cost of the service' },
  fields: { vi: 'Định cho nơi nhận biết những gì?', en: 'What should they know?' },
  fieldsHint: {
    vi: 'Chỉ những mục nơi nhận cần để giúp. Chị ấy sẽ quyết định từng mục trên phiếu đồng ý.',
    en: 'Only what they need in order to help. She decides on each on the consent sheet.',
  },
  need: { vi: 'Nhu cầu, một câu ngắn', en: 'The need, in a short sentence' },
  needHint: { vi: 'Không ghi câu chuyện đã qua.', en: 'Nothing of what happened to her.' },
  reach: { vi: 'Cách liên lạc an toàn', en: 'How to reach her safely' },
  save: { vi: 'Chuẩn bị chuyển gửi', en: 'Prepare the referral' },
} as const

interface Props {
  organisationId: string
  caseId: string
  entries: CasePage['entries']
  /** The next place after one that led nowhere. */
  next?: { service: ReferralService; toOrganisationId: string; previousId: string; needId: string | null }
  onDone: () => void
}

/** Puts a referral on the table: service, place, what they would know. Nothing leaves the case yet. */
export function PrepareReferral({ organisationId, caseId, entries, next, onDone }: Props) {
  const { say } = useLanguage()
  const needs = foldNeeds(entries).filter(({ state }) => state === 'open' || state === 'answering')
  const [needId, setNeedId] = useState(next?.needId ?? '')
  const [service, setService] = useState<ReferralService | ''>(next?.service ?? '')
  const [chosen, setChosen] = useState<string | null>(next?.toOrganisationId ?? null)
  const [to, setTo] = useState<Pick<ReferralPlace, 'toOrganisationId' | 'directoryEntryId'> | null>(
    next ? { toOrganisationId: next.toOrganisationId, directoryEntryId: null } : null,
  )
  const [urgency, setUrgency] = useState<Urgency | null>(null)
  const [cost, setCost] = useState<ServiceCost>('unknown')
  const [fields, setFields] = useState<SharedField[]>([])
  const [need, setNeed] = useState('')
  const [reach, setReach] = useState('')
  return (
    <CommandForm
      command={referralPrepare}
      submit={say(words.save)}
      ready={service !== '' && to !== null && urgency !== null && fields.length > 0}
      args={() => ({
        organisationId,
        caseId,
        referralId: crypto.randomUUID(),
        service: service === '' ? 'other' : service,
        urgency: urgency ?? 'soon',
        cost,
        toOrganisationId: to?.toOrganisationId ?? null,
        directoryEntryId: to?.directoryEntryId ?? null,
        needId: needId || null,
        fields,
        need,
        reach,
        previousId: next?.previousId ?? null,
      })}
      onDone={onDone}
    >
      {needs.length > 0 && (
        <CodeSelect
          label={say(words.forNeed)}
          codes={Object.fromEntries(needs.map(({ id, domain }) => [id, needDomains[domain]]))}
          none={say(words.noNeed)}
          value={needId}
          onChange={setNeedId}
        />
      )}
      <CodeSelect
        label={say(words.service)}
        codes={referralServices}
        none="—"
        value={service}
        onChange={(code) => {
          setService(code)
          setTo(null)
          setChosen(null)
        }}
      />
      {service !== '' && (
        <Places
          {...{ organisationId, service, chosen }}
          onChange={(place) => {
            setTo(place)
            setChosen(placeId(place))
            setCost(place.cost)
          }}
        />
      )}
      <Choice
        label={say(words.urgency)}
        options={optionsOf(urgencies, say)}
        chosen={urgency === null ? [] : [urgency]}
        onChange={([code]) => setUrgency(code ?? null)}
      />
      <CodeSelect
        label={say(words.cost)}
        codes={serviceCosts}
        value={cost}
        onChange={(code) => setCost(code === '' ? 'unknown' : code)}
      />
      <Choice
        label={say(words.fields)}
        hint={say(words.fieldsHint)}
        several
        options={optionsOf(sharedFields, say)}
        chosen={fields}
        onChange={setFields}
      />
      {fields.includes('need') && (
        <Field label={say(words.need)} hint={say(words.needHint)}>
          <input value={need} maxLength={600} onChange={(event) => setNeed(event.target.value)} />
        </Field>
      )}
      {fields.includes('reach') && (
        <Field label={say(words.reach)}>
          <input value={reach} maxLength={300} onChange={(event) => setReach(event.target.value)} />
        </Field>
      )}
    </CommandForm>
  )
}

interface PlacesProps {
  organisationId: string
  service: ReferralService
  chosen: string | null
  onChange: (place: ReferralPlace) => void
}

function Places({ organisationId, service, chosen, onChange }: PlacesProps) {
  const places = useRead(referralPlacesOfAgency, { organisationId }, { service })
  return (
    <Reading of={places}>
      {({ places: found }) => <ChoosePlace places={found} chosen={chosen} onChange={onChange} />}
    </Reading>
  )
}
