import { ageBands, caseLanguages, caseNationalities } from '@ke-vai/contract/case/codes.ts'
import { useLanguage } from '../language/language.ts'
import { CodeSelect } from '../ui/CodeSelect.tsx'
import type { ArrivalDraft } from './arrival.ts'
import { arrivalWords } from './arrival-words.ts'

/** Age, language and nationality of somebody who arrives; each may stay unknown. */
export function ArrivalSelects({
  draft,
  setDraft,
}: {
  draft: ArrivalDraft
  setDraft: (next: ArrivalDraft) => void
}) {
  const { say } = useLanguage()
  return (
    <>
      <CodeSelect
        label={say(arrivalWords.ageBand)}
        codes={ageBands}
        none={say(arrivalWords.unknown)}
        value={draft.ageBand ?? ''}
        onChange={(code) => setDraft({ ...draft, ageBand: code || null })}
      />
      <CodeSelect
        label={say(arrivalWords.language)}
        codes={caseLanguages}
        none={say(arrivalWords.unknown)}
        value={draft.language ?? ''}
        onChange={(code) => setDraft({ ...draft, language: code || null })}
      />
      <CodeSelect
        label={say(arrivalWords.nationality)}
        codes={caseNationalities}
        value={draft.nationality}
        onChange={(code) => setDraft({ ...draft, nationality: code || 'unknown' })}
      />
    </>
  )
}
