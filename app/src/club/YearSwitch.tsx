import { useLanguage } from '../language/language.ts'
import { Button } from '../ui/Button.tsx'

/** The year of plan and targets, one back or on. */
export function YearSwitch({ year, onChange }: { year: number; onChange: (year: number) => void }) {
  const { say } = useLanguage()
  const before = year - 1
  const after = year + 1
  return (
    <fieldset className="choice">
      <legend>{say({ vi: 'Kế hoạch và chỉ tiêu của năm', en: 'Plan and targets of the year' })}</legend>
      <div className="line">
        <Button look="quiet" onClick={() => onChange(before)}>
          {`← ${before}`}
        </Button>
        <strong aria-live="polite">{year}</strong>
        <Button look="quiet" onClick={() => onChange(after)}>
          {`${after} →`}
        </Button>
      </div>
    </fieldset>
  )
}
