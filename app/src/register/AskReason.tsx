import { openingReasons } from '@ke-vai/contract/register/person.ts'
import { useState } from 'react'
import { useLanguage } from '../language/language.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { Notice } from '../ui/Notice.tsx'
import { optionsOf } from '../ui/options.ts'
import type { Sending } from './use-sending.ts'

export type Reason = keyof typeof openingReasons

const words = {
  why: { vi: 'Chị mở để làm gì? (được ghi vào nhật ký)', en: 'What do you need it for? (it is logged)' },
  not: { vi: 'Thôi, không mở', en: 'Do not open' },
} as const

interface Props {
  /** What the button that opens says. */
  text: string
  sending: Sending
  onOpen: (reason: Reason) => void
  onLeave: () => void
}

/** Why something sealed is opened: one of a short list, before anything is asked of the server. */
export function AskReason({ text, sending, onOpen, onLeave }: Props) {
  const { say } = useLanguage()
  const [reason, setReason] = useState<Reason | null>(null)
  return (
    <div className="card stack">
      <Choice
        label={say(words.why)}
        options={optionsOf(openingReasons, say)}
        chosen={reason === null ? [] : [reason]}
        onChange={([code]) => setReason(code ?? null)}
      />
      {sending.problem && <Notice kind="problem">{say(sending.problem.message)}</Notice>}
      <div className="actions">
        <Button
          busy={sending.busy}
          disabled={reason === null}
          onClick={() => reason !== null && onOpen(reason)}
        >
          {text}
        </Button>
        <Button look="quiet" onClick={onLeave}>
          {say(words.not)}
        </Button>
      </div>
    </div>
  )
}
