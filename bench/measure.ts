import type { Bare } from './bare.ts'
import type { Case } from './cases.ts'
import type { Client } from './client.ts'

/** One line of the result. */
export interface Measure {
  name: string
  /** Persons in the database. */
  size: number
  unit: 'ms' | 'per second'
  ours: number
  bare: number | null
  /** How many times the bare driver's cost is ours: above 1 ours is dearer, whatever the unit. */
  ratio: number | null
  oursP95?: number
  bareP95?: number
}

const at = (sorted: readonly number[], part: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN

/** The middle and the 95th percentile, in the unit of the values. */
export function quantiles(values: readonly number[]): { median: number; p95: number } {
  const sorted = [...values].sort((a, b) => a - b)
  return { median: at(sorted, 0.5), p95: at(sorted, 0.95) }
}

/** How many turns: `warm` first and uncounted, so that every connection of the pool knows the statements. */
export interface Turns {
  warm: number
  rounds: number
  perRound: number
  /** No round begins after so many milliseconds of a case; three are always done. */
  within: number
}

/** One caller, one request after another; rounds of ours and of the bare driver by turns, so that noise meets both. */
export async function measureOne(
  each: Case,
  size: number,
  client: Client,
  bare: Bare,
  turns: Turns,
): Promise<Measure> {
  let turn = 0
  const ours = async () => checked(await each.ours(client, turn++), each.name)
  const plain = () => each.bare(bare, turn++)
  await repeat(turns.warm, ours, turns.within / 2)
  await repeat(20, plain, turns.within / 4)
  const oursTook: number[] = []
  const bareTook: number[] = []
  const began = performance.now()
  for (let round = 0; round < turns.rounds; round++) {
    if (round >= 3 && performance.now() - began > turns.within) break
    oursTook.push(...(await repeat(turns.perRound, ours)))
    bareTook.push(...(await repeat(turns.perRound, plain)))
  }
  const [a, b] = [quantiles(oursTook), quantiles(bareTook)]
  return {
    name: each.name,
    size,
    unit: 'ms',
    ours: a.median,
    bare: b.median,
    ratio: a.median / b.median,
    oursP95: a.p95,
    bareP95: b.p95,
  }
}

/** Eight callers at once, each asking as soon as it is answered: requests in a second. */
export async function measureMany(
  each: Case,
  size: number,
  client: Client,
  bares: readonly Bare[],
  turns: number,
): Promise<Measure> {
  let turn = 0
  const run = async (work: (caller: Bare) => Promise<unknown>) => {
    const began = performance.now()
    await Promise.all(bares.map((bare) => repeat(turns, () => work(bare))))
    return (bares.length * turns * 1000) / (performance.now() - began)
  }
  const ours = async () => checked(await each.ours(client, turn++), each.name)
  const plain = (bare: Bare) => each.bare(bare, turn++)
  await run(plain)
  const a = [await run(ours), await run(ours)]
  const b = [await run(plain), await run(plain)]
  const [perSecond, plainPerSecond] = [Math.max(...a), Math.max(...b)]
  return {
    name: `${each.name}, ${bares.length} callers`,
    size,
    unit: 'per second',
    ours: perSecond,
    bare: plainPerSecond,
    ratio: plainPerSecond / perSecond,
  }
}

async function repeat(
  times: number,
  work: () => Promise<unknown>,
  within = Number.POSITIVE_INFINITY,
): Promise<number[]> {
  const took: number[] = []
  const first = performance.now()
  for (let i = 0; i < times; i++) {
    const began = performance.now()
    if (began - first > within) break
    await work()
    took.push(performance.now() - began)
  }
  return took
}

function checked(answer: { status: number; text: string }, name: string): void {
  if (answer.status !== 200) throw new Error(`${name}: ${answer.status} ${answer.text.slice(0, 300)}`)
}
