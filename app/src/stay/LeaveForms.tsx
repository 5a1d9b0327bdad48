import { type PlainDate, today } from '@ke-vai/contract/date/date.ts'
import {
  type HomeCheck,
  homeChecks,
  type LeavingEscort,
  type LivelihoodCheck,
  leavingEscorts,
  livelihoodChecks,
  type StayEnd,
  stayEnds,
} from '@ke-vai/contract/stay/codes.ts'
import { stayEndRule } from '@ke-vai/contract/stay/rules.ts'
import { stayLeave, stayPrepareLeaving } from '@ke-vai/contract/stay/stay.ts'
import { useState } from 'react'
import { CommandForm } from '../club/CommandForm.tsx'
import { useLanguage } from '../language/language.ts'
import { TextArea } from '../month/TextArea.tsx'
import { Choice } from '../ui/Choice.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Field } from '../ui/Field.tsx'
import { optionsOf } from '../ui/options.ts'
import { Tick } from './ArrivalForms.tsx'
import type { FormProps } from './part.ts'

const words = {
  home: { vi: 'Tìm hiểu gia đình, nơi về', en: 'A look at family and commune' },
  homeHint: {
    vi: 'Chỉ hỏi ở nơi về khi người ấy đồng ý.',
    en: 'Nobody asks at home without her yes.',
  },
  living: { vi: 'Việc làm, sinh kế khi về', en: 'Work, a living' },
  contacts: {
    vi: 'Ở xã, người ấy muốn gặp ai trước (nhiều nhất ba người, được cất kín)',
    en: 'Whom in the commune she wants to meet first (three at most, sealed)',
  },
  contact: { vi: 'Người thứ', en: 'Person' },
  note: { vi: 'Ghi thêm (được cất kín)', en: 'More (sealed)' },
  save: { vi: 'Lưu', en: 'Save' },
  how: { vi: 'Người ấy rời như thế nào', en: 'How did she leave' },
  homeFirst: {
    vi: 'Về nhà theo kế hoạch thì bấm «Chuẩn bị rời» trước; khi ấy ở đây có thêm «Hồi gia».',
    en: 'When she goes home as planned, press “Get ready to leave” first; “Went home” then stands here.',
  },
  day: { vi: 'Ngày rời', en: 'Left on' },
  escort: { vi: 'Ai đi cùng', en: 'Who went with her' },
  kit: { vi: 'Đã đưa túi đồ dùng mang về', en: 'A kit was given to take home' },
  goesOn: {
    vi: 'Lần lưu trú kết thúc; hồ sơ và mọi hỗ trợ vẫn tiếp tục.',
    en: 'The stay ends; the case and every support go on.',
  },
} as const

const three = [0, 1, 2] as const

/** What is looked at before she goes, and whom she chose to meet first. */
export function PrepareForm({ organisationId, caseId, stay, onDone }: FormProps) {
  const { say } = useLanguage()
  const [home, setHome] = useState<HomeCheck | null>(null)
  const [livelihood, setLivelihood] = useState<LivelihoodCheck | null>(null)
  const [contacts, setContacts] = useState<Readonly<Record<number, string>>>({})
  const [text, setText] = useState('')
  return (
    <CommandForm
      command={stayPrepareLeaving}
      submit={say(words.save)}
      ready={home !== null && livelihood !== null}
      args={() => ({
        ...{ organisationId, caseId, stayId: stay.id, words: text },
        home: home ?? 'not_going_home',
        livelihood: livelihood ?? 'not_asked',
        contacts: three.map((at) => contacts[at]?.trim() ?? '').filter((each) => each !== ''),
      })}
      onDone={onDone}
    >
      <Choice
        label={say(words.home)}
        hint={say(words.homeHint)}
        options={optionsOf(homeChecks, say)}
        chosen={home === null ? [] : [home]}
        onChange={([code]) => setHome(code ?? null)}
      />
      <Choice
        label={say(words.living)}
        options={optionsOf(livelihoodChecks, say)}
        chosen={livelihood === null ? [] : [livelihood]}
        onChange={([code]) => setLivelihood(code ?? null)}
      />
      <fieldset className="stay-levels">
        <legend>{say(words.contacts)}</legend>
        {three.map((at) => (
          <Field key={at} label={`${say(words.contact)} ${at + 1}`}>
            <input
              maxLength={300}
              autoComplete="off"
              value={contacts[at] ?? ''}
              onChange={(event) => setContacts({ ...contacts, [at]: event.target.value })}
            />
          </Field>
        ))}
      </fieldset>
      <TextArea label={say(words.note)} rows={2} maxLength={2000} value={text} onChange={setText} />
    </CommandForm>
  )
}

/** She left: home, elsewhere, or on her own, which is hers to choose at any moment. */
export function LeaveForm({ organisationId, caseId, stays, stay, onDone }: FormProps) {
  const { say } = useLanguage()
  const [how, setHow] = useState<StayEnd | null>(null)
  const [onDay, setOnDay] = useState<PlainDate | null>(today())
  const [escort, setEscort] = useState<LeavingEscort | null>(null)
  const [kit, setKit] = useState(false)
  const [text, setText] = useState('')
  const ends = optionsOf(stayEnds, say).filter(
    ({ code }) => stayEndRule(stays, stay.id, { how: code, onDay: today() }, today()) === null,
  )
  return (
    <CommandForm
      command={stayLeave}
      submit={say(words.save)}
      ready={how !== null && onDay !== null && escort !== null}
      rule={() =>
        how === null ? null : stayEndRule(stays, stay.id, { how, onDay: onDay ?? today() }, today())
      }
      args={() => ({
        ...{ organisationId, caseId, stayId: stay.id, kit, words: text },
        how: how ?? 'other',
        onDay: onDay ?? today(),
        escort: escort ?? 'nobody',
      })}
      onDone={onDone}
    >
      <p className="quiet">{say(words.goesOn)}</p>
      <Choice
        label={say(words.how)}
        options={ends}
        chosen={how === null ? [] : [how]}
        onChange={([code]) => setHow(code ?? null)}
        {...(ends.some(({ code }) => code === 'went_home') ? {} : { hint: say(words.homeFirst) })}
      />
      <DateField label={say(words.day)} value={onDay} onChange={setOnDay} />
      <Choice
        label={say(words.escort)}
        options={optionsOf(leavingEscorts, say)}
        chosen={escort === null ? [] : [escort]}
        onChange={([code]) => setEscort(code ?? null)}
      />
      <Tick text={say(words.kit)} on={kit} onChange={setKit} />
      <TextArea label={say(words.note)} rows={2} maxLength={2000} value={text} onChange={setText} />
    </CommandForm>
  )
}
