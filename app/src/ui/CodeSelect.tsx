import type { CodeWords } from '@ke-vai/contract/words.ts'
import { useLanguage } from '../language/language.ts'
import { Field } from './Field.tsx'

interface Props<Code extends string> {
  label: string
  codes: CodeWords<Code>
  /** The empty choice, when there may be none. */
  none?: string
  value: Code | ''
  onChange: (code: Code | '') => void
  hint?: string
}

/** One of a code list, in its words. */
export function CodeSelect<Code extends string>({ label, codes, none, value, onChange, hint }: Props<Code>) {
  const { say } = useLanguage()
  return (
    <Field label={label} {...(hint ? { hint } : {})}>
      <select value={value} onChange={(event) => onChange(event.target.value as Code | '')}>
        {none !== undefined && <option value="">{none}</option>}
        {(Object.keys(codes) as Code[]).map((code) => (
          <option key={code} value={code}>
            {say(codes[code])}
          </option>
        ))}
      </select>
    </Field>
  )
}
