import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres, { type Sql } from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dangerousConnectForDeploy } from '../database.ts'
import { type Engine, startEngine } from './engine.ts'
import { findHome } from './home.ts'
import { loudSettings } from './quiet-log.ts'

const canary = 'k7x2q9'
let dataDir: string
let engine: Engine
let sql: Sql

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'ke-vai-log-'))
  engine = await startEngine({ dataDir, say: () => {} })
  sql = dangerousConnectForDeploy(engine, 'postgres')
  await sql.unsafe(`
    create table one (id int primary key, name text unique check (length(name) < 40), short varchar(9), n int2, born date,
      kept jsonb, fixed text not null default '', during daterange, exclude using gist (during with &&));
    create table other (id int primary key, one_id int references one (id) deferrable initially deferred);
    insert into one (id, name, during) values (1, '${canary} one', '[2020-01-01,2021-01-01)'), (2, 'two', null)`)
})
afterAll(async () => {
  await sql?.end()
  await engine?.stop()
  await rm(dataDir, { recursive: true, force: true })
})

const types = [
  'int',
  'int2',
  'int8',
  'numeric',
  'float8',
  'uuid',
  'date',
  'time',
  'timestamptz',
  'interval',
  'boolean',
]
  .concat([
    'bytea',
    'inet',
    'cidr',
    'macaddr',
    'jsonb',
    'json',
    'int[]',
    'point',
    'box',
    'bit',
    'daterange',
    'tsquery',
  ])
  .concat(['regclass', 'regrole', 'money', 'xml', 'pg_lsn'])

const statements = [
  `insert into one (id, name) values (9, '${canary} one')`,
  `insert into one (id, name) values (1, '${canary}')`,
  `insert into one (id, name) values (9, '${canary.repeat(20)}')`,
  `insert into one (id, short) values (9, '${canary}${canary}')`,
  `insert into one (id, fixed, name) values (9, null, '${canary}')`,
  `insert into one (id, name, during) values (9, '${canary}', '[2020-02-01,2020-03-01)')`,
  `insert into other values (9, 77) /* ${canary} */`,
  `update one set n = 99999 where name <> '${canary}'`,
  `update one set name = '${canary}'`,
  `select 1 / (length('${canary}') - 6)`,
  `select * from ${canary}`,
  `select ${canary} from one`,
  `select ${canary}(1)`,
  `selec '${canary}'`,
  `select '${canary}`,
  `select "${canary}"`,
  `select to_date('${canary}', 'YYYY-MM-DD')`,
  `select to_timestamp('2022-${canary}', 'YYYY-MM')`,
  `select '${canary}' ~ '(${canary}'`,
  `select regexp_replace('${canary}', '[', '')`,
  `select convert_from(decode('ff${Buffer.from(canary).toString('hex')}', 'hex'), 'UTF8')`,
  `select decode('${canary}!', 'base64')`,
  `select decode('${canary}', 'hex')`,
  `select encode('${canary}', '${canary}')`,
  `select chr(0) || '${canary}'`,
  `select repeat('${canary}', 1000000000)`,
  `select substring('${canary}' from 1 for -1)`,
  `select '{"a":"${canary}"'::jsonb`,
  `select '{"a":"\\u0000${canary}"}'::jsonb ->> 'a'`,
  `select jsonb_path_query('{}', '$.${canary} ?')`,
  `select jsonb_set('"${canary}"', '{a}', '1')`,
  `select jsonb_populate_record(null::one, '{"id":"${canary}"}')`,
  `select ('{${canary}}'::text[])[1]::int`,
  `select set_config('work_mem', '${canary}', true)`,
  `set ${canary} = 1`,
  `set role "${canary}"`,
  `select current_setting('app.${canary}')`,
  `select timezone('${canary}', now())`,
  `select '${canary}' collate "${canary}"`,
  `select format('%${canary}', 1)`,
  `select setseed(7), '${canary}'`,
  `select generate_series(1, 2, 0), '${canary}'`,
  `select pg_terminate_backend('${canary}')`,
  `select (select name from one), '${canary}'`,
  `select array[1, '${canary}']`,
  `select row('${canary}') = row(1, 2)`,
  `select width_bucket(1, 2, 2, 0), '${canary}'`,
  `select lpad('${canary}', 2000000000)`,
  `prepare p as select '${canary}'; prepare p as select 1`,
  `execute ${canary}`,
  `close ${canary}`,
  `savepoint ${canary}`,
  `listen "${canary.repeat(20)}"; notify "x", '${canary.repeat(2000)}'`,
  `create table "${canary}" (id ${canary})`,
  `create index on one (${canary})`,
  `alter table one add constraint c check (name <> '${canary} one')`,
  `comment on table ${canary} is '${canary}'`,
  `copy one from '/${canary}'`,
  `do $$ begin raise exception 'so: %', '${canary}' using detail = '${canary}', hint = '${canary}'; end $$`,
  `do $$ begin raise warning 'so: %', '${canary}'; raise notice '${canary}'; raise exception sqlstate '22012'; end $$`,
  `do $$ declare n int; begin n := '${canary}'; end $$`,
  `do $$ begin assert false, '${canary}'; end $$`,
  `do $$ begin perform ${canary}(); end $$`,
  `do $$ begin execute 'select ''${canary}''::int'; end $$`,
  `set local statement_timeout = 20; select pg_sleep(5), '${canary}'`,
]

test('a hundred kinds of errors and a killed backend leave no value in the log', {
  timeout: 60_000,
}, async () => {
  const failures = await Promise.all([
    ...statements.map((text) => sql.unsafe(text).then(() => null, codeOf)),
    ...types.map((type) => sql.unsafe(`select '${canary}'::${type}`).then(() => null, codeOf)),
    ...types.map((type) => sql.unsafe(`select $1::text::${type}`, [canary]).then(() => null, codeOf)),
    sql`select ${`${canary}\u0000`}::text`.then(() => null, codeOf),
    sql`select ${`"${canary}\\ud800"`}::text::jsonb ->> 0`.then(() => null, codeOf),
  ])
  expect(failures.filter((code) => code !== null).length).toBeGreaterThanOrEqual(110)
  expect(new Set(failures).size).toBeGreaterThan(30)
  expect(await deadlock()).toBe('40P01')
  expect(await waitTooLong()).toBe('55P03')
  await killBackend()
  const log = await readFile(findHome(dataDir).log, 'utf8')
  expect(log).toContain('was terminated by signal 9')
  expect(log).not.toContain(canary)
})

test('our own engine is quiet; a server that writes statements is told of by name', async () => {
  expect(await loudSettings(sql)).toEqual([])
  await sql.begin(async (tx) => {
    await tx`set local log_statement = 'all'`
    await tx`set local log_min_messages = 'warning'`
    expect(await loudSettings(tx as unknown as Sql)).toEqual([
      'log_min_messages = warning',
      'log_statement = all',
    ])
  })
})

const codeOf = (error: unknown): string => (error as { code: string }).code

function another(): Sql {
  return postgres({
    path: `${engine.socketDir}/.s.PGSQL.${engine.port}`,
    ...{ database: 'postgres', user: engine.superuser, max: 1, onnotice: () => {} },
  })
}

/** Two who wait for one another; one of them is refused. @returns her code */
async function deadlock(): Promise<string | undefined> {
  const [a, b] = [another(), another()]
  const lock = (who: Sql, first: number, then: number) =>
    who.begin(async (tx) => {
      await tx`update one set fixed = ${canary} where id = ${first}`
      await new Promise((resolve) => setTimeout(resolve, 300))
      await tx`update one set fixed = ${canary} where id = ${then}`
    })
  const ends = await Promise.allSettled([lock(a, 1, 2), lock(b, 2, 1)])
  await Promise.all([a.end(), b.end()])
  return ends.map((end) => (end.status === 'rejected' ? codeOf(end.reason) : undefined)).find(Boolean)
}

async function waitTooLong(): Promise<string | undefined> {
  const waiter = another()
  try {
    return await sql.begin(async (tx) => {
      await tx`update one set fixed = ${canary} where id = 1`
      return waiter
        .unsafe(`set lock_timeout = 50; update one set fixed = '${canary}' where id = 1`)
        .then(() => undefined, codeOf)
    })
  } finally {
    await waiter.end()
  }
}

/** PostgreSQL would tell in a detail what the backend was running, and starts anew. */
async function killBackend(): Promise<void> {
  const victim = another()
  const [row] = await victim`select pg_backend_pid() as pid`
  const running = victim.unsafe(`select pg_sleep(20), '${canary}'`).catch(() => {})
  await new Promise((resolve) => setTimeout(resolve, 200))
  process.kill(Number(row?.pid), 'SIGKILL')
  await running
  await victim.end({ timeout: 1 })
  for (let i = 0; i < 100; i += 1) {
    const up = await sql`select 1`.then(
      () => true,
      () => false,
    )
    if (up) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
