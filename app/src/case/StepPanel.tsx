import { useMe } from '../account/session.ts'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { FactsForm } from './FactsForm.tsx'
import { useMayAtAgency } from './own-agency.ts'
import type { CasePanelProps } from './panel.ts'
import { StepForms } from './StepForms.tsx'

const words = {
  facts: { vi: 'Sửa thông tin chung', en: 'Set the facts' },
  manager: {
    vi: 'Bước và giai đoạn do người quản lý hồ sơ chuyển.',
    en: 'The manager of the case moves its step and its stage.',
  },
} as const

/** What is known of her in codes, and where the case stands: whoever may changes it here. */
export function StepPanel(given: CasePanelProps) {
  const { say } = useLanguage()
  const may = useMayAtAgency()
  const me = useMe()
  const manages = given.page.team.some((each) => each.accountId === me.id && each.part === 'manager')
  return (
    <>
      {!manages && <p>{say(words.manager)}</p>}
      <div className="actions">
        {manages && <StepForms {...given} />}
        {may('case.write') && (
          <Opening text={say(words.facts)}>{(close) => <FactsForm {...given} onDone={close} />}</Opening>
        )}
      </div>
    </>
  )
}
