import { type PlainDate, today } from '@ke-vai/contract/date/date.ts'
import {
  type DecidingBody,
  decidingBodies,
  type IdentificationOutcome,
  identificationOutcomes,
  type PaperKind,
  paperKinds,
} from '@ke-vai/contract/verification/codes.ts'
import { useState } from 'react'
import { useLanguage } from '../language/language.ts'
import { Choice } from '../ui/Choice.tsx'
import { CodeSelect } from '../ui/CodeSelect.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Field } from '../ui/Field.tsx'
import { optionsOf } from '../ui/options.ts'

const words = {
  outcome: { vi: 'Kết quả', en: 'Outcome' },
  paper: { vi: 'Loại giấy tờ', en: 'Kind of paper' },
  issuer: { vi: 'Cơ quan ký', en: 'Signed by' },
  number: { vi: 'Số giấy tờ (được cất riêng)', en: 'Number (sealed)' },
  day: { vi: 'Ngày quyết định', en: 'Day of the decision' },
  choose: { vi: 'Chọn', en: 'Choose' },
} as const

interface Draft {
  outcome: IdentificationOutcome | null
  paperKind: PaperKind | ''
  issuer: DecidingBody | ''
  paperNumber: string
  decidedOn: PlainDate | null
}

/** A decision with its paper, as a liaison answers with it and as a case manager records one that she holds. */
export function useDecisionDraft(decidedOn: PlainDate | null) {
  const [draft, setDraft] = useState<Draft>({
    outcome: null,
    paperKind: '',
    issuer: '',
    paperNumber: '',
    decidedOn,
  })
  const { outcome, paperKind, issuer, paperNumber } = draft
  const ready = outcome !== null && paperKind !== '' && issuer !== '' && draft.decidedOn !== null
  return {
    draft,
    setDraft,
    ready: ready && paperNumber.trim() !== '',
    /** Whole only when it is ready. */
    args: () => ({
      outcome: outcome ?? ('not_enough_grounds' as const),
      paperKind: paperKind || ('other' as const),
      issuer: issuer || ('police' as const),
      decidedOn: draft.decidedOn ?? today(),
      paperNumber,
    }),
  }
}

export function DecisionFields({ draft, setDraft }: { draft: Draft; setDraft: (next: Draft) => void }) {
  const { say } = useLanguage()
  return (
    <>
      <Choice
        label={say(words.outcome)}
        options={optionsOf(identificationOutcomes, say)}
        chosen={draft.outcome === null ? [] : [draft.outcome]}
        onChange={([code]) => setDraft({ ...draft, outcome: code ?? null })}
      />
      <CodeSelect
        label={say(words.paper)}
        codes={paperKinds}
        none={say(words.choose)}
        value={draft.paperKind}
        onChange={(paperKind) => setDraft({ ...draft, paperKind })}
      />
      <CodeSelect
        label={say(words.issuer)}
        codes={decidingBodies}
        none={say(words.choose)}
        value={draft.issuer}
        onChange={(issuer) => setDraft({ ...draft, issuer })}
      />
      <Field label={say(words.number)}>
        <input
          autoComplete="off"
          maxLength={80}
          value={draft.paperNumber}
          onChange={(event) => setDraft({ ...draft, paperNumber: event.target.value })}
        />
      </Field>
      <DateField
        label={say(words.day)}
        value={draft.decidedOn}
        onChange={(decidedOn) => setDraft({ ...draft, decidedOn })}
      />
    </>
  )
}
