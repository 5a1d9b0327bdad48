import { type DirectoryProblem, directoryProblems } from '@ke-vai/contract/directory/codes.ts'
import { directoryReport } from '@ke-vai/contract/directory/directory.ts'
import type { DirectoryEntry } from '@ke-vai/contract/directory/entry.ts'
import { useState } from 'react'
import { CommandForm } from '../club/CommandForm.tsx'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { Choice } from '../ui/Choice.tsx'
import { optionsOf } from '../ui/options.ts'

const words = {
  open: { vi: 'Báo thông tin không đúng', en: 'Say that it is not so' },
  what: { vi: 'Chị gặp điều gì?', en: 'What happened?' },
  send: { vi: 'Gửi cho nơi giữ danh mục', en: 'Tell whoever keeps it' },
} as const

/** Whoever did not get through says so; nothing of herself travels along but that it was she. */
export function ReportEntry({ entry }: { entry: DirectoryEntry }) {
  const { say } = useLanguage()
  const [problem, setProblem] = useState<DirectoryProblem | null>(null)
  return (
    <Opening text={say(words.open)}>
      {(close) => (
        <CommandForm
          command={directoryReport}
          args={() => ({ entryId: entry.id, problem: problem ?? 'other' })}
          submit={say(words.send)}
          ready={problem !== null}
          onDone={close}
        >
          <Choice
            label={say(words.what)}
            options={optionsOf(directoryProblems, say)}
            chosen={problem === null ? [] : [problem]}
            onChange={([code]) => setProblem(code ?? null)}
          />
        </CommandForm>
      )}
    </Opening>
  )
}
