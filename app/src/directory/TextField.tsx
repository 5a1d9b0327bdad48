import { Field } from '../ui/Field.tsx'

interface Props {
  label: string
  value: string
  /** Letters at most. */
  most: number
  phone?: boolean
  onChange: (value: string) => void
}

/** One line of text with its label. */
export function TextField({ label, value, most, phone = false, onChange }: Props) {
  return (
    <Field label={label}>
      <input
        autoComplete="off"
        inputMode={phone ? 'tel' : 'text'}
        maxLength={most}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  )
}
