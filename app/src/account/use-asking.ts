import type { Refusal } from '@ke-vai/contract/refusal.ts'
import type { Words } from '@ke-vai/contract/words.ts'
import { useState } from 'react'
import { NoAnswer, RefusedByServer } from '../api/api.ts'
import { wordsOf } from '../api/use-read.ts'

export interface Asking {
  busy: boolean
  problem: Words | null
  setProblem(problem: Words | null): void
  /** True when it was done. `otherwise` is said when neither the server nor the network is why it was not. */
  run(work: () => Promise<unknown>, otherwise: Words): Promise<boolean>
}

/** One thing asked at a time, and in words why it was not done. */
export function useAsking(): Asking {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Words | null>(null)
  return {
    busy,
    problem,
    setProblem,
    run: async (work, otherwise) => {
      setBusy(true)
      setProblem(null)
      try {
        await work()
        return true
      } catch (error) {
        const known = error instanceof RefusedByServer || error instanceof NoAnswer
        const refusal: Refusal | null = known ? wordsOf(error) : null
        setProblem(refusal?.message ?? otherwise)
        return false
      } finally {
        setBusy(false)
      }
    },
  }
}
