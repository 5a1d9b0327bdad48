import type { ParamsOf, QueryOf, ReadDefinition, ResponseOf } from '@ke-vai/contract/endpoint.ts'
import { commonRefusals, type Refusal } from '@ke-vai/contract/refusal.ts'
import { useEffect, useState } from 'react'
import { addressOf, fetchRead, RefusedByServer } from './api.ts'

/** What a screen knows of a read: the answer (kept while it is asked again), and what stands in the way. */
export interface ReadState<T> {
  data: T | null
  waiting: boolean
  /** No answer came; what is shown may be old. */
  offline: boolean
  refusal: Refusal | null
  again(): void
}

const listeners = new Set<() => void>()

/** Every read on screen is asked again: called after something was sent. */
export function readAgain(): void {
  for (const listener of listeners) listener()
}

// Answers live in memory alone, for as long as the page does: what is on disk must be sealed.
const memory = new Map<string, unknown>()

/** Forgets every answer: at sign-out and when the device locks. */
export function forgetReads(): void {
  memory.clear()
}

/** Reads for a screen. Changing params or query asks again; the last answer for the same question shows at once. */
export function useRead<R extends ReadDefinition>(
  read: R,
  params: ParamsOf<R>,
  query: QueryOf<R>,
): ReadState<ResponseOf<R>> {
  const address = addressOf(read, params, query)
  const [turn, setTurn] = useState(0)
  const [state, setState] = useState({
    address,
    waiting: true,
    offline: false,
    refusal: null as Refusal | null,
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: the address stands for params and query
  useEffect(() => {
    let current = true
    setState({ address, waiting: true, offline: false, refusal: null })
    fetchRead(read, params, query)
      .then((answer) => {
        memory.set(address, answer)
        if (current) setState({ address, waiting: false, offline: false, refusal: null })
      })
      .catch((error: unknown) => {
        if (!current) return
        const refusal = error instanceof RefusedByServer ? error.refusal : null
        setState({ address, waiting: false, offline: refusal === null, refusal })
        if (error instanceof RefusedByServer && error.status === 401)
          window.dispatchEvent(new CustomEvent('ke-vai-signed-out'))
      })
    return () => {
      current = false
    }
  }, [address, turn])

  useEffect(() => {
    const again = () => setTurn((before) => before + 1)
    listeners.add(again)
    return () => {
      listeners.delete(again)
    }
  }, [])

  const data = (memory.get(address) as ResponseOf<R> | undefined) ?? null
  const asked = state.address === address
  return {
    data,
    waiting: !asked || state.waiting,
    offline: asked && state.offline,
    refusal: asked ? state.refusal : null,
    again: () => setTurn((before) => before + 1),
  }
}

/** What to say when an action failed: the server's words, or that nothing is lost. */
export function wordsOf(error: unknown): Refusal {
  return error instanceof RefusedByServer ? error.refusal : noAnswerRefusal
}

const noAnswerRefusal: Refusal = {
  ...commonRefusals.busy,
  code: 'no_answer',
  message: {
    vi: 'Chưa gửi được: chưa có mạng. Nội dung vẫn còn trên màn hình này; xin thử lại khi có sóng.',
    en: 'Not sent: there is no network. It is still on this screen; please try again later.',
  },
}
