import { type PlainDate, today } from '@ke-vai/contract/date/date.ts'
import {
  type ArrivalHealth,
  arrivalHealths,
  type NotReceivedReason,
  notReceivedReasons,
  type OtherPlace,
  otherPlaces,
} from '@ke-vai/contract/stay/codes.ts'
import { bedCode } from '@ke-vai/contract/stay/entries.ts'
import { otherPlaceRule, stayBeginRule } from '@ke-vai/contract/stay/rules.ts'
import { stayBegin, stayNotReceive, stayRequest, stayReserve } from '@ke-vai/contract/stay/stay.ts'
import { useState } from 'react'
import { CommandForm } from '../club/CommandForm.tsx'
import { useLanguage } from '../language/language.ts'
import { TextArea } from '../month/TextArea.tsx'
import { Choice } from '../ui/Choice.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Field } from '../ui/Field.tsx'
import { optionsOf } from '../ui/options.ts'
import type { FormProps } from './part.ts'

const words = {
  need: { vi: 'Điều nhà tạm lánh cần biết (được cất kín)', en: 'What the shelter should know (sealed)' },
  ask: { vi: 'Đề nghị', en: 'Ask' },
  bed: { vi: 'Giường', en: 'Bed' },
  bedHint: {
    vi: 'Mã của nhà, ví dụ P2-1. Không ghi tên.',
    en: 'The code of the house, for example P2-1. No name.',
  },
  keep: { vi: 'Giữ chỗ', en: 'Keep it' },
  why: { vi: 'Vì sao chưa nhận được', en: 'Why not here' },
  where: { vi: 'Tối nay người ấy ở đâu', en: 'Where does she sleep tonight' },
  place: {
    vi: 'Nơi nào, ai ở đó đã nhận lời (được cất kín)',
    en: 'Which place, who there said yes (sealed)',
  },
  save: { vi: 'Lưu', en: 'Save' },
  day: { vi: 'Ngày vào ở', en: 'Moves in on' },
  rules: {
    vi: 'Đã giải thích nội quy bằng ngôn ngữ của người ấy',
    en: 'The rules were explained in her language',
  },
  yes: { vi: 'Chính người ấy đồng ý vào ở', en: 'She herself says yes to staying' },
  health: { vi: 'Xem sức khỏe lúc đến', en: 'Health on arrival' },
  allergies: { vi: 'Dị ứng (được cất kín)', en: 'Allergies (sealed)' },
  found: { vi: 'Điều cần nhớ về sức khỏe (được cất kín)', en: 'What to remember of her health (sealed)' },
  things: { vi: 'Đồ mang theo (được cất kín)', en: 'Belongings (sealed)' },
  begin: { vi: 'Đón vào ở', en: 'Receive her' },
} as const

/** Asks for a bed: one field, and it may stay empty. */
export function RequestForm({
  organisationId,
  caseId,
  onDone,
}: Pick<FormProps, 'organisationId' | 'caseId' | 'onDone'>) {
  const { say } = useLanguage()
  const [stayId] = useState(() => crypto.randomUUID())
  const [text, setText] = useState('')
  return (
    <CommandForm
      command={stayRequest}
      submit={say(words.ask)}
      args={() => ({ organisationId, caseId, stayId, words: text })}
      onDone={onDone}
    >
      <TextArea label={say(words.need)} rows={3} maxLength={2000} value={text} onChange={setText} />
    </CommandForm>
  )
}

const isBed = (bed: string) => bedCode.safeParse(bed).success

function BedField({ bed, onChange }: { bed: string; onChange: (bed: string) => void }) {
  const { say } = useLanguage()
  return (
    <Field label={say(words.bed)} hint={say(words.bedHint)}>
      <input
        maxLength={10}
        autoComplete="off"
        autoCapitalize="characters"
        value={bed}
        onChange={(event) => onChange(event.target.value.trim().toUpperCase())}
      />
    </Field>
  )
}

export function ReserveForm({ organisationId, caseId, stay, onDone }: FormProps) {
  const { say } = useLanguage()
  const [bed, setBed] = useState('')
  return (
    <CommandForm
      command={stayReserve}
      submit={say(words.keep)}
      ready={isBed(bed)}
      args={() => ({ organisationId, caseId, stayId: stay.id, bed })}
      onDone={onDone}
    >
      <BedField bed={bed} onChange={setBed} />
    </CommandForm>
  )
}

/** Not received here: the place that takes her instead is asked before anything is saved. */
export function NotReceivedForm({ organisationId, caseId, stay, onDone }: FormProps) {
  const { say } = useLanguage()
  const [reason, setReason] = useState<NotReceivedReason | null>(null)
  const [otherPlace, setOtherPlace] = useState<OtherPlace | null>(null)
  const [place, setPlace] = useState('')
  return (
    <CommandForm
      command={stayNotReceive}
      submit={say(words.save)}
      ready={reason !== null && otherPlace !== null}
      rule={() => otherPlaceRule(place)}
      args={() => ({
        ...{ organisationId, caseId, stayId: stay.id, place },
        reason: reason ?? 'no_bed',
        otherPlace: otherPlace ?? 'other_shelter',
      })}
      onDone={onDone}
    >
      <Choice
        label={say(words.why)}
        options={optionsOf(notReceivedReasons, say)}
        chosen={reason === null ? [] : [reason]}
        onChange={([code]) => setReason(code ?? null)}
      />
      <Choice
        label={say(words.where)}
        options={optionsOf(otherPlaces, say)}
        chosen={otherPlace === null ? [] : [otherPlace]}
        onChange={([code]) => setOtherPlace(code ?? null)}
      />
      <TextArea label={say(words.place)} rows={2} maxLength={1000} value={place} onChange={setPlace} />
    </CommandForm>
  )
}

/** She moves in: a bed, the rules, her own yes, and the first look at her health. Nothing of what happened. */
export function BeginForm({ organisationId, caseId, stays, stay, onDone }: FormProps) {
  const { say } = useLanguage()
  const [bed, setBed] = useState(stay.bed ?? '')
  const [onDay, setOnDay] = useState<PlainDate | null>(today())
  const [rulesExplained, setRules] = useState(false)
  const [herYes, setYes] = useState(false)
  const [health, setHealth] = useState<ArrivalHealth | null>(null)
  const [allergies, setAllergies] = useState('')
  const [found, setFound] = useState('')
  const [belongings, setBelongings] = useState('')
  const told = { onDay: onDay ?? today(), rulesExplained, herYes }
  return (
    <CommandForm
      command={stayBegin}
      submit={say(words.begin)}
      ready={isBed(bed) && onDay !== null && health !== null}
      rule={() => stayBeginRule(stays, stay.id, told, today())}
      args={() => ({
        ...{ organisationId, caseId, stayId: stay.id, bed, ...told, allergies, belongings },
        health: health ?? 'not_now',
        healthWords: found,
      })}
      onDone={onDone}
    >
      <BedField bed={bed} onChange={setBed} />
      <DateField label={say(words.day)} value={onDay} onChange={setOnDay} />
      <Tick text={say(words.rules)} on={rulesExplained} onChange={setRules} />
      <Tick text={say(words.yes)} on={herYes} onChange={setYes} />
      <Choice
        label={say(words.health)}
        options={optionsOf(arrivalHealths, say)}
        chosen={health === null ? [] : [health]}
        onChange={([code]) => setHealth(code ?? null)}
      />
      <TextArea
        label={say(words.allergies)}
        rows={2}
        maxLength={1000}
        value={allergies}
        onChange={setAllergies}
      />
      <TextArea label={say(words.found)} rows={2} maxLength={2000} value={found} onChange={setFound} />
      <TextArea
        label={say(words.things)}
        rows={2}
        maxLength={2000}
        value={belongings}
        onChange={setBelongings}
      />
    </CommandForm>
  )
}

export function Tick({ text, on, onChange }: { text: string; on: boolean; onChange: (on: boolean) => void }) {
  return (
    <label className="tick">
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} />
      {text}
    </label>
  )
}
