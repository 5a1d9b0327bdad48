import type { Ref } from 'react'
import { useLanguage } from '../language/language.ts'
import { Field } from '../ui/Field.tsx'

const label = {
  vi: 'Mã 6 số trong ứng dụng xác thực',
  en: 'Six-digit code of your authenticator app',
} as const

/** The six digits of an authenticator app, with the keyboard of figures. */
export function CodeField({
  value,
  onChange,
  ref,
}: {
  value: string
  onChange: (typed: string) => void
  ref?: Ref<HTMLInputElement>
}) {
  const { say } = useLanguage()
  return (
    <Field label={say(label)}>
      <input
        ref={ref}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        required
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  )
}
