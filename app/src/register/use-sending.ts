import type { Refusal } from '@ke-vai/contract/refusal.ts'
import { useState } from 'react'
import { wordsOf } from '../api/use-read.ts'

export interface Sending {
  busy: boolean
  /** Why it was not done; shown until the next try. */
  problem: Refusal | null
  setProblem(problem: Refusal | null): void
  /** Runs `work`; a failure becomes `problem`. Stays busy after success, because the form is then left or reset. */
  run(work: () => Promise<void>): Promise<void>
  rest(): void
}

/** One sending at a time from a form: busy while it is under way, and why not, in words. */
export function useSending(): Sending {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Refusal | null>(null)
  return {
    busy,
    problem,
    setProblem,
    rest: () => setBusy(false),
    run: async (work) => {
      setBusy(true)
      setProblem(null)
      try {
        await work()
      } catch (error) {
        setProblem(wordsOf(error))
        setBusy(false)
      }
    },
  }
}
