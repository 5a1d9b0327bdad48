import { execFileSync } from 'node:child_process'
import { permissions } from '@ke-vai/contract/permissions.ts'
import type { Proven, Size } from '../proof.ts'
import { isNatural } from './actors.ts'
import { tryAgreed } from './agreed.ts'
import { type Cell, cellsOf, nameOfCell, routes, sample, withoutCells } from './cells.ts'
import { deeds } from './deeds.ts'
import { without } from './locks.ts'
import { makeWorld } from './make-world.ts'
import { killGuards, killPolicies } from './mutants.ts'
import type { Lock } from './oracle.ts'
import { withPapers } from './papers.ts'
import { tryTold } from './told.ts'
import { type Lane, makeLane } from './trial.ts'
import { tryCell } from './try-cell.ts'
import { readUnentered, tryDeeds, withoutDeeds } from './try-deeds.ts'
import { placeRows, tryRows } from './try-rows.ts'
import { noteWrites } from './watched.ts'
import type { World } from './world.ts'

/** Which sample a small run takes: another one for each commit, printed, and given back by KE_VAI_SEED. */
function seedOfRun(): string {
  if (process.env.KE_VAI_SEED) return process.env.KE_VAI_SEED
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8', stdio: 'pipe' }).trim()
  } catch {
    return 'no-commit'
  }
}

/** Tries cells, as many at a time as there are lanes; answers with what is wrong. `enough` ends it early. */
export async function tryCells(
  world: World,
  lanes: readonly Lane[],
  lock: Lock,
  cells: readonly Cell[],
  enough = Number.POSITIVE_INFINITY,
): Promise<string[]> {
  const wrong: string[] = []
  const left = [...cells].reverse()
  const nothing = new Map<string, string>()
  const worker = async (lane: Lane) => {
    for (let cell = left.pop(); cell && wrong.length < enough; cell = left.pop())
      wrong.push(...(await tryCell({ world, lane, lock, nothing }, cell)))
  }
  await Promise.all(lanes.map(worker))
  return wrong
}

async function tablesOf({ database: { dangerous: sql } }: World): Promise<string[]> {
  const tables = await sql<
    { name: string }[]
  >`select tablename as name from pg_tables where schemaname = 'public'`
  return tables.map(({ name }) => name)
}

export async function setRowLocks(world: World, on: boolean): Promise<void> {
  const { dangerous: sql } = world.database
  for (const name of await tablesOf(world))
    await (on
      ? sql`alter table ${sql(name)} enable row level security`
      : sql`alter table ${sql(name)} disable row level security`)
}

function report(title: string, wrong: readonly string[]): void {
  if (wrong.length === 0) return
  console.log(`${title}: ${wrong.length} wrong`)
  // One line for each kind of fault, with how often it came and who met it first.
  const alike = new Map<string, string[]>()
  for (const each of wrong) {
    const what = each.slice(each.indexOf(' · ')).replace(/[0-9a-f-]{36}|KV-\d\d-\d+/gu, 'id')
    alike.set(what, [...(alike.get(what) ?? []), each])
  }
  for (const [what, all] of [...alike].slice(0, 200)) {
    const who = [...new Set(all.map((each) => each.split(' · ')[0]))]
    console.log(`  ${all.length} × ${who.slice(0, 3).join(', ')}${what}`)
  }
}

export async function prove(size: Size): Promise<Proven> {
  const begun = performance.now()
  const seed = seedOfRun()
  console.log(`matrix: seed ${seed}`)
  const gaps = [...withoutCells(), ...withoutDeeds()]
  report('routes and deeds without cells', gaps)
  const world = await makeWorld()
  await noteWrites(world.database.dangerous)
  const lanes = await Promise.all(Array.from({ length: 4 }, () => makeLane(world)))
  try {
    const natural = world.actors.filter((each) => each.role === null || isNatural(each.role, each.seat))
    const actors = size === 'full' ? world.actors : natural
    const there = routes()
    const all = there.flatMap((route) => cellsOf(route, actors))
    const only = process.env.KE_VAI_ONLY
    const chosen = all.filter((cell) => !only || cell.name.startsWith(only))
    const cells = size === 'full' ? chosen : sample(chosen, 700, seed, nameOfCell)
    const run = (lock: Lock) => tryCells(world, lanes, lock, cells)
    const proved = natural.filter((each) => each.steppedUp)
    const wrong = {
      gaps,
      whole: await run('both'),
      open: [] as string[],
      told: [] as string[],
      agreed: [] as string[],
      rows: [] as string[],
      off: [] as string[],
    }
    report('whole', wrong.whole)
    const [lane] = lanes
    if (!lane) throw new Error('no lane')
    const told = await tryTold(world, lane, proved, there)
    wrong.told = told.wrong
    report('what the screens are told', wrong.told)
    const agreed = await tryAgreed(world, lane, natural)
    wrong.agreed = agreed.wrong
    report('agreed by two', wrong.agreed)
    wrong.open = await without({ all: true }, () => run('rows'))
    report('guards open', wrong.open)
    const some = size === 'full' ? proved : sample(proved, 3, seed, ({ name }) => name)
    const rows = await tryRows(world, some, await placeRows(world), ['read', 'add', 'change', 'remove'])
    const wanted = size === 'full' ? Number.POSITIVE_INFINITY : 6
    const { done, policies } = await withPapers(world, async (papers) => ({
      done: await tryDeeds(world, papers, some, deeds),
      policies: await killPolicies(world, papers, proved, wanted, seed),
    }))
    wrong.rows = [...rows.wrong, ...done.wrong, ...(await readUnentered(world, await tablesOf(world)))]
    report('rows', wrong.rows)
    await setRowLocks(world, false)
    wrong.off = await run('guards')
    report('policies off', wrong.off)
    const guards = await killGuards(world, lanes, natural, there, Object.keys(permissions), wanted, seed)
    await setRowLocks(world, true)
    const survivors = [...policies.survivors, ...guards.survivors]
    for (const each of survivors) console.log(`  SỐNG SÓT (survived): ${each}`)
    for (const each of policies.untried) console.log(`  without rows in the oracle: ${each}`)
    const n = cells.length
    const mutants = policies.mutants + guards.mutants
    const failed =
      Object.values(wrong).some((each) => each.length > 0) || survivors.length + policies.untried.length > 0
    const seconds = Math.round((performance.now() - begun) / 1000)
    const line =
      `${n * 3 + rows.tried + done.tried + told.tried + agreed.tried} cells in ${seconds} s (whole ${n}, told ` +
      `${told.tried}, agreed by two ${agreed.tried}, guards open ${n} and ${rows.tried + done.tried} rows, policies off ${n}); ` +
      `${mutants} mutants, ${mutants - survivors.length} killed; ${failed ? 'KHÔNG đạt (failed)' : 'ok'}`
    return { line, failed }
  } finally {
    for (const { http } of lanes) await http.close()
    await world.close()
  }
}
