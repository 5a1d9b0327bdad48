import { caseWordsOpen } from '@ke-vai/contract/case/case.ts'
import type { EntryShown } from '@ke-vai/contract/case/entry.ts'
import { showDate } from '@ke-vai/contract/date/date.ts'
import type { Words } from '@ke-vai/contract/words.ts'
import { useEffect, useRef } from 'react'
import { sendNow } from '../api/api.ts'
import { useLanguage } from '../language/language.ts'
import { useSending } from '../register/use-sending.ts'
import { Button } from '../ui/Button.tsx'
import { ClosesIn } from '../ui/ClosesIn.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useOpened } from '../ui/opened.ts'
import { entryLine } from './entry-lines.ts'
import { useMayAtAgency } from './own-agency.ts'
import { wordsInLines } from './words-in-lines.ts'

const open = { vi: 'Mở lời ghi', en: 'Open the words' } as const

interface Props {
  organisationId: string
  caseId: string
  entry: EntryShown
  /** What the button says, where opening is more than reading a note. */
  text?: string
}

/** The sealed words of one entry: opened one by one, each opening logged, in memory alone and closed by themselves. */
export function OpenWords({ organisationId, caseId, entry, text }: Props) {
  const { say } = useLanguage()
  const may = useMayAtAgency()
  const opened = useOpened<Readonly<Record<string, unknown>>>()
  const sending = useSending()
  const place = useRef<HTMLDivElement>(null)
  const isOpen = opened.value !== null
  useEffect(() => {
    if (isOpen) place.current?.focus()
  }, [isOpen])
  if (!may('case.words.open')) return null

  const { words: kind, fields, codes } = entryLine(entry.kind)
  if (opened.value !== null)
    return (
      <div className="card stack sealed" ref={place} tabIndex={-1}>
        {wordsInLines(opened.value).map(({ field, lines }) => {
          const term = fields[field]
          // A code that says nothing is known is left out, as an empty field is.
          if (codes[field] && lines.every((line) => line === 'unknown')) return null
          return (
            <div key={field}>
              {term && <p className="quiet">{say(term)}</p>}
              {lines.map((line) => (
                <p key={line} className="as-written">
                  {wordOr(codes[field]?.[line], line, say)}
                </p>
              ))}
            </div>
          )
        })}
        <ClosesIn opened={opened} />
      </div>
    )
  const label = text ?? say(open)
  return (
    <div>
      <Button
        look="quiet"
        busy={sending.busy}
        aria-label={`${label}: ${say(kind)}, ${showDate(entry.onDay)}`}
        onClick={() =>
          void sending.run(async () => {
            const asked = { organisationId, caseId, entryId: entry.id }
            opened.show((await sendNow(caseWordsOpen, asked)).words)
            sending.rest()
          })
        }
      >
        {label}
      </Button>
      {sending.problem && <Notice kind="problem">{say(sending.problem.message)}</Notice>}
    </div>
  )
}

const wordOr = (word: Words | undefined, otherwise: string, say: (words: Words) => string) =>
  word ? say(word) : otherwise
