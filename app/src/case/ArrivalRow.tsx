import { triages } from '@ke-vai/contract/case/codes.ts'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useLanguage } from '../language/language.ts'
import { Button } from '../ui/Button.tsx'
import { CodeSelect } from '../ui/CodeSelect.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { optionsOf } from '../ui/options.ts'
import { ArrivalSelects } from './ArrivalSelects.tsx'
import { type ArrivalDraft, saysNothing } from './arrival.ts'
import { arrivalWords } from './arrival-words.ts'
import { sexWords } from './case-words.ts'

const words = {
  next: { vi: 'Lấy mã, sang người tiếp', en: 'Get the code, next person' },
  keys: {
    vi: 'Bàn phím: Enter lấy mã và sang người tiếp; ở ô «Cần ngay» bấm số để chọn.',
    en: 'Keyboard: Enter gets the code and goes on; at “Needed at once” press a number to choose.',
  },
  nothing: {
    vi: 'Chưa ghi gì về người này. Bấm lần nữa nếu chị chỉ cần một mã.',
    en: 'Nothing is written of this person. Press again if a code is all that you need.',
  },
} as const

interface Props {
  /** Which person this is, from 1. */
  place: number
  /** The code that she has since she was announced; null where the code comes now. */
  announced: string | null
  draft: ArrivalDraft
  /** Its first field takes the focus: somebody was received before her. */
  focused: boolean
  onChange: (draft: ArrivalDraft) => void
  onReceive: () => void
}

/** The row of the person who stands there now. Enter anywhere in it receives her. */
export function ArrivalRow({ place, announced, draft, focused, onChange: setDraft, onReceive }: Props) {
  const { say } = useLanguage()
  const [warned, setWarned] = useState(false)
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (focused) first.current?.focus()
  }, [focused])

  const receive = () => {
    // A second Enter by mistake must not make a case of nobody.
    if (saysNothing(draft) && !warned) setWarned(true)
    else onReceive()
  }
  const listen = (event: KeyboardEvent<HTMLFormElement>) => {
    // Also in a list or at a tick, where a form would not be sent by itself; a word being composed is no Enter.
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.repeat) return
    if (event.target instanceof HTMLButtonElement) return
    event.preventDefault()
    receive()
  }
  const options = optionsOf(triages, say)
  const toggle = (code: ArrivalDraft['triage'][number]) =>
    setDraft({
      ...draft,
      triage: draft.triage.includes(code)
        ? draft.triage.filter((each) => each !== code)
        : [...draft.triage, code],
    })
  const byNumber = (event: KeyboardEvent) => {
    const option = options[Number(event.key) - 1]
    if (option) toggle(option.code)
  }
  return (
    <form
      className="card stack arrival-row"
      aria-label={say({ vi: `Người thứ ${place}`, en: `Person ${place}` })}
      onKeyDown={listen}
      onSubmit={(event) => {
        event.preventDefault()
        receive()
      }}
    >
      <h2>
        {say({ vi: `Người thứ ${place}`, en: `Person ${place}` })}
        {announced && (
          <>
            {' · '}
            <span className="code">{announced}</span>
          </>
        )}
      </h2>
      <div className="arrival-fields">
        <Field label={say(arrivalWords.calledBy)}>
          <input
            ref={first}
            maxLength={120}
            value={draft.calledBy}
            onChange={(event) => setDraft({ ...draft, calledBy: event.target.value })}
          />
        </Field>
        <CodeSelect
          label={say(arrivalWords.sex)}
          codes={sexWords}
          none={say(arrivalWords.unknown)}
          value={draft.sex ?? ''}
          onChange={(code) => setDraft({ ...draft, sex: code || null })}
        />
        <ArrivalSelects draft={draft} setDraft={setDraft} />
      </div>
      <fieldset className="choice" onKeyDown={byNumber}>
        <legend>{say(arrivalWords.triage)}</legend>
        <div className="chips">
          {options.map(({ code, text }, i) => (
            <label key={code} className="chip">
              <input type="checkbox" checked={draft.triage.includes(code)} onChange={() => toggle(code)} />
              <span>
                <small aria-hidden="true">{i + 1}</small>
                {text}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {warned && <Notice kind="careful">{say(words.nothing)}</Notice>}
      <p className="hint only-desk">{say(words.keys)}</p>
      <Button type="submit">{say(words.next)}</Button>
    </form>
  )
}
