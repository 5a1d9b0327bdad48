import { useId } from 'react'
import { useLanguage } from '../language/language.ts'

const words = {
  more: { vi: 'Thêm 1', en: 'One more' },
  less: { vi: 'Bớt 1', en: 'One less' },
} as const

const most = 100_000

interface Props {
  label: string
  value: number
  onChange: (value: number) => void
}

/** A counter for the thumb, at the door of the hall; the number itself may be typed too. */
export function TallyCounter({ label, value, onChange }: Props) {
  const { say } = useLanguage()
  const id = useId()
  const set = (next: number) => onChange(Math.min(most, Math.max(0, next)))
  return (
    <div className="counter">
      <label htmlFor={id}>{label}</label>
      <button
        type="button"
        className="button button-quiet"
        aria-label={`${say(words.less)}: ${label}`}
        disabled={value === 0}
        onClick={() => set(value - 1)}
      >
        −
      </button>
      <input
        id={id}
        inputMode="numeric"
        autoComplete="off"
        value={value}
        onFocus={(event) => event.target.select()}
        onChange={(event) => set(Number(event.target.value.replace(/\D/g, '')))}
      />
      <button
        type="button"
        className="button button-main"
        aria-label={`${say(words.more)}: ${label}`}
        onClick={() => set(value + 1)}
      >
        +
      </button>
    </div>
  )
}
