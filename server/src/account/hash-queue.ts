import { signInRefusals } from '@ke-vai/contract/account/sign-in.ts'
import { Refused } from '../platform/refused.ts'

/** Work of which only so much runs at once; `first` goes before whatever waits. Refuses when too much waits already. */
export type Queue = <T>(work: () => Promise<T>, first?: boolean) => Promise<T>

/**
 * A queue in memory. One hash of a password takes 64 MiB and a core for a fifth of a second: without a bound, guessing
 * would take the whole server from everybody else.
 */
export function makeQueue(atOnce: number, mayWait: number): Queue {
  let running = 0
  const waiting: (() => void)[] = []
  const next = () => {
    running -= 1
    waiting.shift()?.()
  }
  return async (work, first = false) => {
    if (running >= atOnce) {
      if (waiting.length >= mayWait && !first) throw new Refused(signInRefusals.tooManyTries)
      await new Promise<void>((go) => {
        if (first) waiting.unshift(go)
        else waiting.push(go)
      })
    }
    running += 1
    try {
      return await work()
    } finally {
      next()
    }
  }
}
