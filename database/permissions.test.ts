import { readFile, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../server/src/platform/testing/test-database.ts'
import { arrangeRows, type Kind, kinds } from './testing/arrange-rows.ts'
import { type Tried, tryPermissions, type Verb } from './testing/try-permissions.ts'

const golden = new URL('permissions.golden.txt', import.meta.url)

let database: TestDatabase
let tried: Tried

beforeAll(async () => {
  database = await testDatabase()
  tried = await tryPermissions(database, await arrangeRows(database.dangerous))
  // Some five thousand tries, each with its savepoint: seconds, and more on a busy machine.
}, 180_000)
afterAll(() => database.close())

test('who may do what in the database is what the committed table says (KE_VAI_WRITE=1 writes it anew)', async () => {
  const printed = print(tried)
  if (process.env.KE_VAI_WRITE === '1') await writeFile(golden, printed)
  expect(await readFile(golden, 'utf8')).toBe(printed)
})

test('whatever the table says, no club reaches a row of another club, and nobody reaches anything but places', async () => {
  const ofClubs = await database.dangerous<{ name: string }[]>`
    select attrelid::regclass::text as name from pg_attribute join pg_class on pg_class.oid = attrelid
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and attname = 'club_id'
      and relname not in ('audit_event')`
  expect(ofClubs.length).toBeGreaterThan(25)
  const reached = (table: string, actor: RegExp, kinds: readonly Kind[]) =>
    [...(tried.get(table) ?? [])].some(
      ([name, cells]) =>
        actor.test(name) && Object.values(cells).some((cell) => kinds.some((kind) => cell[kind] === 'yes')),
    )
  const tables = ofClubs.map(({ name }) => name)
  expect(tables.filter((table) => reached(table, /of Tuần Châu|^Em H\.|^Anh Páo/, ['other']))).toEqual([])
  expect(tables.filter((table) => reached(table, /of Cao Xanh/, ['hers', 'club']))).toEqual([])
  const all = [...tried.keys()]
  expect(all.filter((table) => reached(table, /^nobody/, kinds))).toEqual(['place', 'place_succession'])
})

const heading = `Who may do what in the database: the test becomes each actor and really tries, on three rows of every table.
  hers   a row of Tuần Châu that belongs to Em H. or to the person assigned to her
  club   a row of Tuần Châu that belongs to its chair or to another person
  other  a row of Cao Xanh, a club of another ward
yes: it was done (and undone); -: no such row for this actor; deny: refused outright. Which columns may be changed is
said in tables/*.txt. Rows without a club or a person of their own are the same in all three columns.
`

const words: Record<Verb, string> = { select: 'read', insert: 'add', update: 'change', delete: 'remove' }

function print(tried: Tried): string {
  const cell = (text: string) => text.padEnd(6)
  const group = (cells: string[]) => cells.map(cell).join('')
  const blocks = [...tried].map(([table, actors]) => {
    const verbs = Object.entries(words).map(([, word]) => word.padEnd(6 * kinds.length))
    const width = 38
    const lines = [...actors].map(([actor, cells]) =>
      [
        actor.padEnd(width),
        ...Object.keys(words).map((verb) => group(kinds.map((kind) => cells[verb as Verb][kind]))),
      ].join(' '),
    )
    const columns = ['', ...verbs.map(() => group([...kinds]))]
    return [
      [table.padEnd(width), ...verbs].join(' '),
      columns.map((each, i) => (i === 0 ? each.padEnd(width) : each)).join(' '),
      ...lines,
    ]
      .map((line) => line.trimEnd())
      .join('\n')
  })
  return `${[heading.trimEnd(), ...blocks].join('\n\n')}\n`
}
