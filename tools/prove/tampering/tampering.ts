import type { Trouble } from '../../../server/src/audit/chain-check.ts'
import type { Tx } from '../../../server/src/platform/database.ts'
import type { Proven, Size } from '../proof.ts'
import { type Choice, type Expected, edits } from './edits.ts'
import { makeWorld, type World } from './world.ts'

const sizes = {
  small: { edits: 60, rounds: 4, perRound: 40 },
  full: { edits: 1000, rounds: 12, perRound: 70 },
} as const

/**
 * Tampers with the audit as the superuser, each way in turn and each time at another place, undoes it, and asks
 * whether verify-audit found it at the right line.
 */
export async function prove(size: Size): Promise<Proven> {
  const { edits: wanted, rounds, perRound } = sizes[size]
  const world = await makeWorld(rounds, perRound)
  const names = Object.keys(edits)
  const choice = choices(20260101)
  const began = Date.now()
  const missed: string[] = []
  try {
    for (let i = 0; i < wanted; i++) {
      const name = names[i % names.length] ?? ''
      const said = await tamper(world, name, choice)
      if (said) missed.push(`${name}: ${said}`)
      if (size === 'full' && (i + 1) % 100 === 0)
        console.log(`${i + 1} of ${wanted} edits, ${missed.length} missed`)
    }
    const { troubles } = await world.dangerous.begin(world.look)
    if (troubles.length > 0) missed.push('something was not undone')
  } finally {
    await world.close()
  }
  for (const each of missed.slice(0, 20)) console.log(each)
  const line = `${wanted} edits of ${names.length} kinds over ${world.lines} lines in ${world.chains.length} chains, ${wanted - missed.length} found at the right line, ${((Date.now() - began) / 1000).toFixed(1)} s`
  return { line, failed: missed.length > 0 }
}

/** Null when the edit was found where it must be, else what was found instead. */
async function tamper(world: World, name: string, choice: Choice): Promise<string | null> {
  const undo = new Error('undo')
  let said: string | null = 'nothing was tried'
  await world.dangerous
    .begin(async (tx: Tx) => {
      await tx`alter table audit_event alter column fields drop not null`
      const edit = edits[name]
      if (!edit) throw new Error(`there is no edit «${name}»`)
      const expected = await edit(tx, choice, world.chains)
      const { troubles } = await world.look(tx)
      said = troubles.some((trouble) => isThere(trouble, expected))
        ? null
        : `expected ${JSON.stringify(expected)}, found ${JSON.stringify(troubles)}`
      throw undo
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error
    })
  return said
}

function isThere(trouble: Trouble, { chain, seq, orNext }: Expected): boolean {
  if (trouble.chain !== chain) return false
  if (trouble.until !== undefined) return trouble.seq <= seq && trouble.until >= seq
  return trouble.seq === seq || (orNext === true && trouble.seq === seq + 1)
}

/** The same choices for the same seed (mulberry32), so that what was missed can be looked at again. */
function choices(seed: number): Choice {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return {
    between,
    pick: (list) => {
      const found = list[between(0, list.length - 1)]
      if (found === undefined) throw new Error('nothing to pick from')
      return found
    },
  }
}
