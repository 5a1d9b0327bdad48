import type { Cell } from './cells.ts'
import { relations, sees } from './oracle.ts'
import type { Trial } from './trial.ts'
import { clubOf } from './world.ts'

interface Listed {
  total?: number
  lines?: unknown[]
  rows?: unknown[]
  tasks?: { origin: string }[]
  clubs?: { id: string }[]
  all?: { met: { value: number }; waiting: { value: number } }
  standings?: { permissions: string[] }[]
}

/** Lists and their totals must be as long as the oracle says: as many as there are for this actor, and no more. */
export function counts({ world, lock }: Trial, cell: Cell, asked: object, body: string): string[] {
  const { actor, name } = cell
  const club = clubOf(world, cell.relation)
  const inClub = (kind: string) =>
    relations.filter(
      (each) =>
        (each !== 'merged' || kind === 'task') &&
        clubOf(world, each) === club &&
        sees(actor, kind, each, lock),
    ).length
  // Which persons stand in the book is said by the server; the rows' lock alone shows erased and merged lines too.
  if (lock === 'rows') return []
  const limited = JSON.stringify(asked).includes('limit')
  if (
    !['register.list', 'register.paper', 'task.list', 'club.list', 'register.first_contact_time'].includes(
      name,
    )
  )
    return []
  const listed = JSON.parse(body) as Listed
  const wrong: string[] = []
  const compare = (what: string, is: number | undefined, should: number) => {
    if (is !== should) wrong.push(`${what} is ${is}, the oracle counts ${should}`)
  }
  if (name === 'register.list') {
    compare('the total', listed.total, inClub('person'))
    compare('the list', listed.lines?.length, limited ? Math.min(1, inClub('person')) : inClub('person'))
  }
  if (name === 'register.paper') compare('the paper', listed.rows?.length, inClub('person'))
  if (name === 'register.first_contact_time')
    compare(
      'whom it counts',
      (listed.all?.met.value ?? 0) + (listed.all?.waiting.value ?? 0),
      inClub('person'),
    )
  if (name === 'task.list') {
    // Beside the task that was given, each person's plan of departure has one; a month of the past shows none of those.
    const planned = listed.tasks?.filter(({ origin }) => origin === 'departure').length ?? 0
    compare('the list', (listed.tasks?.length ?? 0) - planned, inClub('task'))
    if (planned > 0) compare('the plans of departure', planned, inClub('task'))
  }
  if (name === 'club.list')
    compare(
      'the list',
      listed.clubs?.length,
      world.clubs.filter((each) => sees(actor, 'club', each.relation, lock)).length,
    )
  return wrong
}
