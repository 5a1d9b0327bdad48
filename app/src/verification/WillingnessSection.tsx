import { type Willingness, willingnesses } from '@ke-vai/contract/verification/codes.ts'
import { willingnessRecord } from '@ke-vai/contract/verification/verification.ts'
import { useState } from 'react'
import { CommandForm } from '../club/CommandForm.tsx'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { Choice } from '../ui/Choice.tsx'
import { optionsOf } from '../ui/options.ts'
import type { PartProps } from './panel-data.ts'

const words = {
  title: { vi: 'Mong muốn về việc gặp công an', en: 'Her word about talking with the police' },
  free: {
    vi: 'Người được hỗ trợ có thể đổi ý bất cứ lúc nào. Chưa muốn lúc này thì mọi hỗ trợ vẫn như cũ.',
    en: 'The person may change her mind at any time. If she does not want to now, all support stays as it is.',
  },
  change: { vi: 'Ghi lời người được hỗ trợ', en: 'Record her word' },
  save: { vi: 'Ghi', en: 'Record' },
} as const

/** Whether she wants to talk with the police: her word, which closes nothing. */
export function WillingnessSection({
  organisationId,
  caseId,
  data,
  writes,
}: PartProps & { writes: boolean }) {
  const { say } = useLanguage()
  const [police, setPolice] = useState<Willingness | null>(null)
  return (
    <section className="stack">
      <h2>{say(words.title)}</h2>
      <p>
        <strong>{say(willingnesses[data.willingness])}</strong>
      </p>
      <p className="quiet">{say(words.free)}</p>
      {writes && (
        <Opening text={say(words.change)}>
          {(close) => (
            <CommandForm
              command={willingnessRecord}
              submit={say(words.save)}
              ready={police !== null}
              args={() => ({ organisationId, caseId, police: police ?? 'not_asked' })}
              onDone={close}
            >
              <Choice
                label={say(words.title)}
                options={optionsOf(willingnesses, say)}
                chosen={police === null ? [] : [police]}
                onChange={([code]) => setPolice(code ?? null)}
              />
            </CommandForm>
          )}
        </Opening>
      )}
    </section>
  )
}
