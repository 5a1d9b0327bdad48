import { expect, test } from 'vitest'
import { carriedBy, type TransferState, transferMoveRule, transferStates } from './transfer.ts'

function randomFrom(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

const states = Object.keys(transferStates) as TransferState[]
const walks = 100_000

test(`${walks} random walks of a transfer: responsibility moves by the receiver's acceptance alone`, () => {
  const random = randomFrom(5)
  const met = new Set<TransferState>()
  let wrong = 0
  for (let walk = 0; walk < walks; walk++) {
    const moves: TransferState[] = ['offered']
    for (let step = 0; step < 6; step++) {
      const from = moves.at(-1) ?? 'offered'
      const to = states[random(states.length)] ?? 'offered'
      const side = random(2) ? ('from' as const) : ('to' as const)
      if (transferMoveRule(from, to, side)) continue
      if ((to === 'taken_back') !== (side === 'from')) wrong += 1
      if (to === 'arrived' && !moves.includes('accepted')) wrong += 1
      moves.push(to)
      met.add(to)
      const accepted = moves.includes('accepted')
      if ((carriedBy(moves) === 'to') !== accepted) wrong += 1
      if (accepted && (moves.includes('declined') || moves.includes('taken_back'))) wrong += 1
    }
  }
  expect(wrong).toBe(0)
  expect(met.size).toBe(states.length - 1)
})
