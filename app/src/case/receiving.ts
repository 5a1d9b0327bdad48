import type { Arrival } from '@ke-vai/contract/case/case.ts'
import type { Refusal } from '@ke-vai/contract/refusal.ts'
import { useEffect, useRef, useState } from 'react'
import { postCommand, type SentCommand } from '../api/api.ts'
import { readAgain, wordsOf } from '../api/use-read.ts'
import type { ArrivalDraft } from './arrival.ts'

/** Somebody who was received: her code when the server gave it, or why it has not yet. */
export interface ReceivedRow {
  caseId: string
  code: string | null
  problem: Refusal | null
  /** Coded facts; what she is called is sent and no longer shown. Null: received before this page was opened. */
  facts: Pick<Arrival, 'sex' | 'ageBand' | 'language'> | null
  triage: Arrival['triage']
}

export interface Receiving {
  /** In the order in which they were received here. */
  rows: readonly ReceivedRow[]
  receive(caseId: string, draft: ArrivalDraft): void
  /** Sends the very same again; harmless where the first one had come through. */
  again(caseId: string): void
}

/** How one person is received: the command, and her code in its answer. */
export interface ReceivedBy {
  command(caseId: string, draft: ArrivalDraft): { name: string; args: unknown }
  codeIn(answer: unknown): string
}

/**
 * Receives people one after another without waiting for an answer: codes come in the order of typing. What did not come
 * through stays in memory, and leaving the page is asked about until it did.
 */
export function useReceiving({ command, codeIn }: ReceivedBy): Receiving {
  const [rows, setRows] = useState<readonly ReceivedRow[]>([])
  const sent = useRef(new Map<string, SentCommand>())
  const line = useRef<Promise<void>>(Promise.resolve())

  const change = (caseId: string, to: Partial<ReceivedRow>) =>
    setRows((before) => before.map((row) => (row.caseId === caseId ? { ...row, ...to } : row)))

  const send = (caseId: string) => {
    const waiting = sent.current.get(caseId)
    if (!waiting) return
    change(caseId, { problem: null })
    line.current = line.current.then(async () => {
      try {
        const code = codeIn(await postCommand(waiting))
        sent.current.delete(caseId)
        change(caseId, { code })
        readAgain()
      } catch (error) {
        change(caseId, { problem: wordsOf(error) })
      }
    })
  }

  const unsent = rows.some(({ code }) => code === null)
  useEffect(() => {
    if (!unsent) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [unsent])

  return {
    rows,
    again: send,
    receive: (caseId, draft) => {
      const deviceTime = new Date().toISOString()
      const about = command(caseId, { ...draft, calledBy: draft.calledBy.trim() })
      sent.current.set(caseId, { id: crypto.randomUUID(), deviceTime, ...about })
      const { sex, ageBand, language, triage } = draft
      setRows((before) => [
        ...before,
        { caseId, code: null, problem: null, facts: { sex, ageBand, language }, triage },
      ])
      send(caseId)
    },
  }
}
