import { useId } from 'react'

interface Props<Code extends string> {
  label: string
  options: readonly { code: Code; text: string }[]
  chosen: readonly Code[]
  onChange: (chosen: Code[]) => void
  /** One of them, or several. */
  several?: boolean
  hint?: string
}

/** Chips to tap: real radio buttons or checkboxes underneath, so keyboard and screen reader know them. */
export function Choice<Code extends string>({
  label,
  options,
  chosen,
  onChange,
  several = false,
  hint,
}: Props<Code>) {
  const name = useId()
  const toggle = (code: Code) => {
    if (!several) return onChange([code])
    onChange(chosen.includes(code) ? chosen.filter((each) => each !== code) : [...chosen, code])
  }
  return (
    <fieldset className="choice">
      <legend>{label}</legend>
      {hint && <p className="hint">{hint}</p>}
      <div className="chips">
        {options.map(({ code, text }) => (
          <label key={code} className="chip">
            <input
              type={several ? 'checkbox' : 'radio'}
              name={name}
              checked={chosen.includes(code)}
              onChange={() => toggle(code)}
            />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
