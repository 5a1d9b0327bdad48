import { ageBands, caseLanguages, caseNationalities } from '@ke-vai/contract/case/codes.ts'
import {
  type CaseFacts,
  caseIssues,
  caseSetFacts,
  factsRule,
  foldFacts,
  interpreterKinds,
  isChildsAge,
} from '@ke-vai/contract/case/facts.ts'
import { useState } from 'react'
import { CommandForm } from '../club/CommandForm.tsx'
import { useLanguage } from '../language/language.ts'
import { Choice } from '../ui/Choice.tsx'
import { CodeSelect } from '../ui/CodeSelect.tsx'
import { optionsOf } from '../ui/options.ts'
import { arrivalWords } from './arrival-words.ts'
import { sexWords } from './case-words.ts'
import type { CasePanelProps } from './panel.ts'

const words = {
  save: { vi: 'Lưu thông tin chung', en: 'Save the facts' },
  needs: { vi: 'Cần phiên dịch', en: 'Needs an interpreter' },
  interpreter: { vi: 'Ai phiên dịch', en: 'Who interprets' },
  own: {
    vi: 'Tôi đã hỏi riêng, chính người được hỗ trợ chọn người nhà này',
    en: 'Asked alone, the person herself chose this relative',
  },
  found: { vi: 'Được tìm thấy ở', en: 'Found in' },
  issues: { vi: 'Việc cần hỗ trợ', en: 'What the support is about' },
  child: { vi: 'Theo quy trình dành cho trẻ em', en: 'On the track of children' },
} as const

const foundIn = {
  viet_nam: { vi: 'Trong nước', en: 'Việt Nam' },
  abroad: { vi: 'Nước ngoài', en: 'Abroad' },
} as const

/** The coded facts as the team knows them now; what was known before stays in the timeline. */
export function FactsForm({ organisationId, caseId, page, onDone }: CasePanelProps & { onDone: () => void }) {
  const { say } = useLanguage()
  const [facts, setFacts] = useState<CaseFacts>(() => foldFacts(page.entries))
  const [herOwnChoice, setHerOwnChoice] = useState(false)
  const set = (changes: Partial<CaseFacts>) => setFacts({ ...facts, ...changes })
  const child = isChildsAge(facts.ageBand)
  return (
    <CommandForm
      command={caseSetFacts}
      args={() => ({ organisationId, caseId, ...facts, herOwnChoice })}
      rule={() => factsRule({ ...facts, herOwnChoice })}
      submit={say(words.save)}
      onDone={onDone}
    >
      <div className="arrival-fields">
        <CodeSelect
          label={say(arrivalWords.sex)}
          codes={sexWords}
          none={say(arrivalWords.unknown)}
          value={facts.sex ?? ''}
          onChange={(code) => set({ sex: code || null })}
        />
        <CodeSelect
          label={say(arrivalWords.ageBand)}
          codes={ageBands}
          none={say(arrivalWords.unknown)}
          value={facts.ageBand ?? ''}
          onChange={(code) =>
            set({ ageBand: code || null, track: isChildsAge(code || null) ? 'child' : facts.track })
          }
        />
        <CodeSelect
          label={say(arrivalWords.language)}
          codes={caseLanguages}
          none={say(arrivalWords.unknown)}
          value={facts.language ?? ''}
          onChange={(code) => set({ language: code || null })}
        />
        <CodeSelect
          label={say(arrivalWords.nationality)}
          codes={caseNationalities}
          value={facts.nationality}
          onChange={(code) => set({ nationality: code || 'unknown' })}
        />
        <CodeSelect
          label={say(words.found)}
          codes={foundIn}
          value={facts.foundIn}
          onChange={(code) => set({ foundIn: code || 'viet_nam' })}
        />
      </div>
      <label className="tick">
        <input
          type="checkbox"
          checked={facts.track === 'child'}
          disabled={child}
          onChange={(event) => set({ track: event.target.checked ? 'child' : 'adult' })}
        />
        {say(words.child)}
      </label>
      <label className="tick">
        <input
          type="checkbox"
          checked={facts.needsInterpreter}
          onChange={(event) => set({ needsInterpreter: event.target.checked, interpreter: 'none' })}
        />
        {say(words.needs)}
      </label>
      {facts.needsInterpreter && (
        <CodeSelect
          label={say(words.interpreter)}
          codes={interpreterKinds}
          value={facts.interpreter}
          onChange={(code) => set({ interpreter: code || 'none' })}
        />
      )}
      {facts.interpreter === 'relative' && (
        <label className="tick">
          <input
            type="checkbox"
            checked={herOwnChoice}
            onChange={(event) => setHerOwnChoice(event.target.checked)}
          />
          {say(words.own)}
        </label>
      )}
      <Choice
        label={say(words.issues)}
        options={optionsOf(caseIssues, say)}
        chosen={facts.issues}
        several
        onChange={(issues) => set({ issues })}
      />
    </CommandForm>
  )
}
