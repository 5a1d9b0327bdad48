import { fieldsOfPerson, type SharedField, sharedFields } from '@ke-vai/contract/consent/codes.ts'
import { type Urgency, urgencies } from '@ke-vai/contract/referral/codes.ts'
import { referralPrepareForPerson } from '@ke-vai/contract/referral/of-person.ts'
import { type ReferralPlace, referralPlaces } from '@ke-vai/contract/referral/place.ts'
import { type ReferralService, referralServices } from '@ke-vai/contract/register/codes.ts'
import { useState } from 'react'
import { sendNow } from '../api/api.ts'
import { readAgain, useRead } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { useSending } from '../register/use-sending.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { optionsOf } from '../ui/options.ts'
import { Reading } from '../ui/Reading.tsx'
import { ChoosePlace, placeId } from './ChoosePlace.tsx'

const words = {
  service: { vi: 'Chị ấy cần dịch vụ nào?', en: 'Which service does she need?' },
  urgency: { vi: 'Khi nào cần?', en: 'How soon?' },
  fields: { vi: 'Nơi nhận cần biết những gì để giúp?', en: 'What do they need to know?' },
  fieldsHint: {
    vi: 'Chỉ những mục thật cần. Chị ấy quyết định từng mục ở bước sau.',
    en: 'Only what is needed. She decides on each in the next step.',
  },
  need: { vi: 'Nhu cầu, một câu ngắn', en: 'The need, in a short sentence' },
  needHint: { vi: 'Không ghi câu chuyện đã qua.', en: 'Nothing of what happened to her.' },
  reach: { vi: 'Cách liên lạc an toàn', en: 'How to reach her safely' },
  go: { vi: 'Tiếp theo: hỏi ý chị ấy', en: 'Next: ask for her consent' },
} as const

interface Props {
  clubId: string
  personId: string
  /** The next place after one that led nowhere. */
  next?: { service: ReferralService; toOrganisationId: string; previousId: string }
  onDone: (referralId: string) => void
}

/** What she needs, the place of her choice, and what they would know of her. Nothing is sent by it. */
export function PrepareForPerson({ clubId, personId, next, onDone }: Props) {
  const { say } = useLanguage()
  const [service, setService] = useState<ReferralService | null>(next?.service ?? null)
  return (
    <div className="stack">
      {!next && (
        <Choice
          label={say(words.service)}
          options={optionsOf(referralServices, say)}
          chosen={service === null ? [] : [service]}
          onChange={([code]) => setService(code ?? null)}
        />
      )}
      {service !== null && (
        <Rest
          key={service}
          {...{ clubId, personId, service, onDone }}
          toOrganisationId={next?.toOrganisationId ?? null}
          previousId={next?.previousId ?? null}
        />
      )}
    </div>
  )
}

interface RestProps extends Omit<Props, 'next'> {
  service: ReferralService
  toOrganisationId: string | null
  previousId: string | null
}

function Rest({ clubId, personId, service, toOrganisationId, previousId, onDone }: RestProps) {
  const { say } = useLanguage()
  const sending = useSending()
  const places = useRead(referralPlaces, { clubId }, { service })
  const [chosen, setChosen] = useState<string | null>(toOrganisationId)
  const [urgency, setUrgency] = useState<Urgency | null>(null)
  const [fields, setFields] = useState<SharedField[]>(['called_by', 'need'])
  const [need, setNeed] = useState('')
  const [reach, setReach] = useState('')
  const prepare = (place: ReferralPlace) => {
    if (urgency === null) return
    void sending.run(async () => {
      const referralId = crypto.randomUUID()
      await sendNow(referralPrepareForPerson, {
        ...{ clubId, personId, referralId, service, urgency, fields, previousId },
        cost: place.cost,
        toOrganisationId: place.toOrganisationId,
        directoryEntryId: place.directoryEntryId,
        need: fields.includes('need') ? need : '',
        reach: fields.includes('reach') ? reach : '',
      })
      readAgain()
      sending.rest()
      onDone(referralId)
    })
  }
  return (
    <Reading of={places}>
      {({ places: found }) => {
        const place = found.find((each) => placeId(each) === chosen)
        return (
          <div className="stack">
            <ChoosePlace places={found} chosen={chosen} onChange={(each) => setChosen(placeId(each))} />
            {place && (
              <>
                <Choice
                  label={say(words.urgency)}
                  options={optionsOf(urgencies, say)}
                  chosen={urgency === null ? [] : [urgency]}
                  onChange={([code]) => setUrgency(code ?? null)}
                />
                <Choice
                  label={say(words.fields)}
                  hint={say(words.fieldsHint)}
                  several
                  options={fieldsOfPerson.map((code) => ({ code, text: say(sharedFields[code]) }))}
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
                {sending.problem && <Notice kind="problem">{say(sending.problem.message)}</Notice>}
                <Button
                  wide
                  busy={sending.busy}
                  disabled={urgency === null || fields.length === 0}
                  onClick={() => prepare(place)}
                >
                  {say(words.go)}
                </Button>
              </>
            )}
          </div>
        )
      }}
    </Reading>
  )
}
