import type { Bare } from './bare.ts'
import type { Case } from './case.ts'
import type { BareHttp } from './child.ts'
import type { Answered, Client } from './client.ts'

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
  /** The same statements behind an HTTP route that guards nothing, and how many times that is ours. */
  bareHttp: number | null
  ratioHttp: number | null
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

/** Whom to ask: the product, the bare driver, and the bare driver behind HTTP. */
export interface Asked {
  client: Client
  bares: readonly [Bare, ...Bare[]]
  bareHttp: BareHttp
}

/** One caller, one request after another; rounds of the three by turns, so that noise meets all. */
export async function measureOne(each: Case, size: number, asked: Asked, turns: Turns): Promise<Measure> {
  const { ours, plain, http } = await waysOf(each, asked)
  const [bare] = asked.bares
  const warm = Math.min(turns.warm, Math.floor((each.most ?? Number.POSITIVE_INFINITY) / 5))
  const rounds = Math.min(
    turns.rounds,
    Math.floor(((each.most ?? Number.POSITIVE_INFINITY) - warm) / turns.perRound),
  )
  await repeat(warm, ours, turns.within / 2)
  await repeat(20, () => plain(bare), turns.within / 4)
  await repeat(warm, http, turns.within / 4)
  const oursTook: number[] = []
  const bareTook: number[] = []
  const httpTook: number[] = []
  const began = performance.now()
  for (let round = 0; round < rounds; round++) {
    if (round >= 3 && performance.now() - began > turns.within) break
    oursTook.push(...(await repeat(turns.perRound, ours)))
    bareTook.push(...(await repeat(turns.perRound, () => plain(bare))))
    httpTook.push(...(await repeat(turns.perRound, http)))
  }
  const [a, b, c] = [quantiles(oursTook), quantiles(bareTook), quantiles(httpTook)]
  return {
    name: each.name,
    size,
    unit: 'ms',
    ours: a.median,
    bare: b.median,
    ratio: a.median / b.median,
    bareHttp: c.median,
    ratioHttp: a.median / c.median,
    oursP95: a.p95,
    bareP95: b.p95,
  }
}

/** Eight callers at once, each asking as soon as it is answered: requests in a second. */
export async function measureMany(each: Case, size: number, asked: Asked, turns: number): Promise<Measure> {
  const { ours, plain, http } = await waysOf(each, asked)
  const { bares } = asked
  const run = async (work: (caller: Bare) => Promise<unknown>) => {
    const began = performance.now()
    await Promise.all(bares.map((bare) => repeat(turns, () => work(bare))))
    return (bares.length * turns * 1000) / (performance.now() - began)
  }
  await run(plain)
  await run(http)
  const best = [0, 0, 0]
  for (let round = 0; round < 2; round++)
    for (const [i, way] of [ours, plain, http].entries()) best[i] = Math.max(best[i] ?? 0, await run(way))
  const [perSecond = 0, plainPerSecond = 0, httpPerSecond = 0] = best
  return {
    name: `${each.name}, ${bares.length} callers`,
    size,
    unit: 'per second',
    ours: perSecond,
    bare: plainPerSecond,
    ratio: plainPerSecond / perSecond,
    bareHttp: httpPerSecond,
    ratioHttp: httpPerSecond / perSecond,
  }
}

/** The three ways of one case, each taking the next turn. */
async function waysOf(each: Case, { client, bareHttp }: Asked) {
  let turn = 0
  const path = await bareHttp.offer(each.plan)
  const { swap } = each
  return {
    ours: async () => checked(await each.ours(client, turn++), each.name),
    plain: (bare: Bare) => bare.replay(each.plan, new Map(swap?.(turn++))),
    http: async () =>
      checked(
        await (swap ? bareHttp.client.post(path, swap(turn++)) : bareHttp.client.get(path)),
        `${each.name}, bare`,
      ),
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

function checked(answer: Answered, name: string): void {
  if (answer.status !== 200) throw new Error(`${name}: ${answer.status} ${answer.text.slice(0, 300)}`)
}
