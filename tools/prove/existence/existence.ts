import type { AddressInfo } from 'node:net'
import { makeWorld } from '../matrix/make-world.ts'
import type { Proven, Size } from '../proof.ts'
import { ask, median } from './ask.ts'
import { type Pair, pairsOf } from './pairs.ts'

const tries: Record<Size, number> = { small: 40, full: 200 }
const actors: Record<Size, readonly string[]> = {
  small: ['club_chair@club', 'club_member@club'],
  full: ['club_chair@club', 'club_member@club', 'ward_officer@ward', 'province_manager@province'],
}
const limitMs = 5
// On a machine that does other things as well a median may wander; a gap that is there is there each time.
const looks = 3

interface Gap {
  ms: number
  of: string
}

/**
 * For every read and command: a thing that is hidden (another club's, not assigned, excluded, erased) and an id that
 * names nothing answer byte for byte alike over the network, and as fast.
 */
export async function proveExistence(size: Size): Promise<Proven> {
  const world = await makeWorld()
  try {
    await world.http.listen({ host: '127.0.0.1', port: 0 })
    const address = `http://127.0.0.1:${(world.http.server.address() as AddressInfo).port}`
    const pairs = actors[size].flatMap((name) => {
      const actor = world.actors.find((each) => each.name === name)
      if (!actor) throw new Error(`nobody is ${name}`)
      return pairsOf(world, actor)
    })
    const unlike: string[] = []
    for (const pair of pairs) unlike.push(...(await differences(address, pair)))
    const timed = size === 'full' ? pairs : onePairOfEach(pairs)
    let largest: Gap = { ms: 0, of: '' }
    for (const pair of timed) {
      const ms = await gapOf(address, pair, tries[size])
      if (ms > largest.ms) largest = { ms, of: nameOf(pair) }
    }
    for (const each of unlike) console.log(each)
    const routes = new Set(pairs.map(({ name }) => name)).size
    return {
      line: [
        `${pairs.length} pairs of hidden and random over ${routes} reads and commands, ${unlike.length} unlike`,
        `medians of ${tries[size]} tries of ${timed.length} pairs, largest gap ${largest.ms.toFixed(1)} ms (${largest.of})`,
      ].join('; '),
      failed: unlike.length > 0 || largest.ms > limitMs || routes < 60,
    }
  } finally {
    await world.close()
  }
}

/** One pair of each read and command, hidden as late as can be: an excluded person before another club. */
function onePairOfEach(pairs: readonly Pair[]): Pair[] {
  const latest = ['excluded', 'of another club, asked of her own', 'other']
  const rank = ({ hidden }: Pair) => latest.indexOf(hidden) >>> 0
  const chosen = new Map<string, Pair>()
  for (const pair of pairs) {
    const before = chosen.get(pair.name)
    if (!before || rank(pair) < rank(before)) chosen.set(pair.name, pair)
  }
  return [...chosen.values()]
}

const nameOf = ({ actor, name, hidden }: Pair) => `${name} by ${actor.name}, ${hidden}`

async function differences(address: string, pair: Pair): Promise<string[]> {
  const { token } = pair.actor
  const [one, none] = [
    await ask(address, token, pair.ofHidden()),
    await ask(address, token, pair.ofNothing()),
  ]
  if (one.whole === none.whole) return []
  return [
    `${nameOf(pair)}: hidden ${one.whole.slice(0, 3)} ${bodyOf(one.whole)} ≠ random ${none.whole.slice(0, 3)} ${bodyOf(none.whole)}`,
  ]
}

const bodyOf = (whole: string) => whole.slice(whole.indexOf(']] ') + 3).slice(0, 160)

async function gapOf(address: string, pair: Pair, times: number): Promise<number> {
  let smallest = Number.POSITIVE_INFINITY
  for (let look = 0; look < looks && smallest > limitMs; look += 1)
    smallest = Math.min(smallest, await gapOnce(address, pair, times))
  return smallest
}

/** Asked in turn, the first ones not counted, so that both meet the same moments of the machine. */
async function gapOnce(
  address: string,
  { actor, ofHidden, ofNothing }: Pair,
  times: number,
): Promise<number> {
  const took: [number[], number[]] = [[], []]
  for (let i = -3; i < times; i += 1)
    for (const side of i % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
      const { ms } = await ask(address, actor.token, side === 0 ? ofHidden() : ofNothing())
      if (i >= 0) took[side].push(ms)
    }
  return Math.abs(median(took[0]) - median(took[1]))
}
