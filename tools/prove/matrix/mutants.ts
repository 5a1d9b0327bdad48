import type { Actor } from './actor.ts'
import { cellsOf, type Route, sample } from './cells.ts'
import { deeds } from './deeds.ts'
import { type GuardMutant, guardMutants, plantedFault } from './guards.ts'
import { rights } from './oracle-of-rows.ts'
import type { Papers } from './papers.ts'
import { narrowingPolicies, type Policy, putBack, takeAway, verbsOf } from './policies.ts'
import type { Lane } from './trial.ts'
import { tryCell } from './try-cell.ts'
import { readUnentered, tryDeeds } from './try-deeds.ts'
import { placeRows, tryRows } from './try-rows.ts'
import type { World } from './world.ts'

/** What was taken away, how often the matrix noticed, and what it overlooked. */
export interface Kills {
  mutants: number
  survivors: string[]
  /** Policies on tables of which the oracles of rows and deeds say nothing: each fails the proof. */
  untried: string[]
}

// Says once more what the other policies of its table say already: without it nothing more is reached. Who reads a sharing
// without consent or a conflict of interest may change it too, and a change asks for the reading.
const saidTwice = [
  'screening__excluded',
  'consent__excluded',
  'transfer__excluded',
  'emergency_sharing__tell',
  'case_exclusion__lift',
]

/** Takes each policy away in turn; the rows tried in the database itself must differ from the oracle. */
export async function killPolicies(
  world: World,
  papers: Papers,
  actors: readonly Actor[],
  wanted: number,
  seed: string,
): Promise<Kills> {
  const { dangerous: sql } = world.database
  const tables = await placeRows(world)
  const all = await narrowingPolicies(sql)
  const isKnown = ({ table }: Policy) => Boolean(rights[table]) || deeds.some((each) => each.table === table)
  const known = all.filter(isKnown)
  const chosen = sample(
    known.filter(({ name }) => !saidTwice.includes(name)),
    wanted,
    seed,
    ({ table, name }) => `${table}.${name}`,
  )
  const survivors: string[] = []
  for (const policy of chosen)
    if (!(await isNoticed(policy))) survivors.push(`${policy.table}: ${policy.name}`)
  const untried = all.filter((each) => !isKnown(each)).map(({ table, name }) => `${table}: ${name}`)
  return { mutants: chosen.length, survivors, untried }

  async function isNoticed(policy: Policy): Promise<boolean> {
    const ofTable = tables.filter(({ name }) => name === policy.table)
    const ofDeeds = deeds.filter(({ table }) => table === policy.table)
    await takeAway(sql, policy)
    try {
      const rows = await tryRows(world, actors, ofTable, verbsOf[policy.command], 1)
      if (rows.wrong.length > 0) return true
      const done = await tryDeeds(world, papers, actors, ofDeeds, 1)
      if (done.wrong.length > 0) return true
      return (await readUnentered(world, [policy.table])).length > 0
    } finally {
      await putBack(sql, policy)
    }
  }
}

/** Takes each guard away in turn, with the rows' lock off; some cell must notice. The planted fault is always tried. */
export async function killGuards(
  world: World,
  lanes: readonly Lane[],
  actors: readonly Actor[],
  routes: readonly Route[],
  permissions: readonly string[],
  wanted: number,
  seed: string,
): Promise<Kills> {
  const all = guardMutants(routes, permissions)
  const chosen = [...sample(all, wanted, seed, ({ name }) => name), plantedFault(routes)]
  const survivors: string[] = []
  for (const mutant of chosen) if (!(await isNoticed(mutant))) survivors.push(mutant.name)
  return { mutants: chosen.length, survivors, untried: [] }

  async function isNoticed(mutant: GuardMutant): Promise<boolean> {
    const left = mutant.routes.flatMap((route) => cellsOf(route, actors)).reverse()
    let noticed = false
    const worker = async (lane: Lane) => {
      for (let cell = left.pop(); cell && !noticed; cell = left.pop()) {
        const tried = cell
        const trial = () => tryCell({ world, lane, lock: 'guards', nothing: new Map() }, tried)
        const wrong = await trial()
        if (wrong.length > 0) suspects.push(async () => (await trial()).length === 0)
        if (suspects.length >= lanes.length) return
      }
    }
    let suspects: (() => Promise<boolean>)[] = []
    // What is wrong without the guard must be right with it, or the cell tells nothing of the guard.
    while (left.length > 0 && !noticed) {
      suspects = []
      await mutant.during(() => Promise.all(lanes.map(worker)))
      for (const rightAgain of suspects) noticed = noticed || (await rightAgain())
    }
    return noticed
  }
}
