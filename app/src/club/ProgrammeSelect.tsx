import { programmeList } from '@ke-vai/contract/club/reads.ts'
import { useRead } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { Field } from '../ui/Field.tsx'

interface Props {
  /** An id, or empty for none. */
  value: string
  onChange: (programmeId: string) => void
}

/** Under which programme the club works, or none. */
export function ProgrammeSelect({ value, onChange }: Props) {
  const { say } = useLanguage()
  const programmes = useRead(programmeList, {}, {}).data?.programmes ?? []
  if (programmes.length === 0) return null
  return (
    <Field label={say({ vi: 'Chương trình', en: 'Programme' })}>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{say({ vi: 'Không thuộc chương trình nào', en: 'No programme' })}</option>
        {programmes.map((programme) => (
          <option key={programme.id} value={programme.id}>
            {programme.name}
          </option>
        ))}
      </select>
    </Field>
  )
}
