import { useId } from 'react'

interface Props {
  label: string
  hint?: string
  rows: number
  maxLength: number
  value: string
  onChange: (text: string) => void
  onLeave?: () => void
  required?: boolean
}

/** A labelled field of several lines. */
export function TextArea({
  label,
  hint,
  rows,
  maxLength,
  value,
  onChange,
  onLeave,
  required = false,
}: Props) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      <textarea
        id={id}
        rows={rows}
        maxLength={maxLength}
        required={required}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onLeave}
        {...(hint ? { 'aria-describedby': `${id}-hint` } : {})}
      />
    </div>
  )
}
