import { spawn } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { afterEach, describe, expect, it } from 'vitest'
import { isRoot, may } from './account.ts'
import { type Engine, findRunningEngine, StartRefusal, startEngine } from './engine.ts'
import { findHome } from './home.ts'
import { processesIn } from './processes.ts'

const ownerScript = fileURLToPath(new URL('./owner-for-tests.ts', import.meta.url))
const nobody = { uid: 65534, gid: 65534, name: 'nobody' }

const folders: string[] = []
const engines: Engine[] = []
let said: string[] = []

/** Other accounts may pass through it, unless told otherwise. */
function newFolder(mode = 0o711): string {
  const folder = mkdtempSync(join(tmpdir(), 'ke-vai-engine-'))
  chmodSync(folder, mode)
  folders.push(folder)
  return folder
}

async function start(dataDir: string): Promise<Engine> {
  const engine = await startEngine({ dataDir, say: (line) => said.push(line) })
  engines.push(engine)
  return engine
}

async function ask<T>(
  engine: Engine,
  question: (sql: postgres.Sql) => Promise<T>,
  username = engine.superuser,
): Promise<T> {
  const sql = postgres({ host: engine.socketDir, port: engine.port, username, database: 'postgres', max: 1 })
  try {
    return await question(sql)
  } finally {
    await sql.end()
  }
}

/** What another process says that starts an engine; it is killed once it has one. */
async function startElsewhere(dataDir: string, as: { uid?: number; gid?: number } = {}): Promise<string> {
  const child = spawn(process.execPath, ['--import', 'tsx', ownerScript, dataDir], {
    ...as,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.setEncoding('utf8')
  for await (const text of child.stdout) {
    output += text
    if (output.includes('ready')) child.kill('SIGKILL')
  }
  return output
}

afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.stop()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
  said = []
})

describe('a data folder', { timeout: 120_000 }, () => {
  it('gets a database at the first start and has the same one at the next', async () => {
    const dataDir = join(newFolder(), 'dữ liệu, của "câu lạc bộ"')
    const engine = await start(dataDir)
    expect(engine.adopted).toBe(false)
    const [settings] = await ask(engine, async (sql) => {
      await sql`create table kept (word text)`
      await sql`insert into kept values ('Hoà')`
      return sql`select current_setting('data_checksums') as checksums, current_setting('listen_addresses') as tcp,
        current_setting('fsync') as fsync, pg_encoding_to_char(encoding) as encoding, datcollate, lower('ĐẶNG') as low
        from pg_database where datname = 'template1'`
    })
    expect(settings).toEqual({
      checksums: 'on',
      tcp: '',
      fsync: 'on',
      encoding: 'UTF8',
      datcollate: 'C.UTF-8',
      low: 'đặng',
    })
    expect(statSync(engine.socketDir).mode & 0o777).toBe(0o700)
    const { database } = findHome(dataDir)
    expect(processesIn(database).length).toBeGreaterThan(0)
    await engine.stop()
    await engine.stop()
    expect(processesIn(database)).toEqual([])

    const again = await start(dataDir)
    expect(again.adopted).toBe(false)
    expect(await ask(again, (sql) => sql`select word from kept`)).toEqual([{ word: 'Hoà' }])
  })

  it('is lent to another process of ours, and only while it runs', async () => {
    const dataDir = newFolder(0o700)
    expect(await findRunningEngine(dataDir)).toBeNull()
    const { socketDir, port, superuser, stop } = await start(dataDir)
    expect(await findRunningEngine(dataDir)).toEqual({ socketDir, port, superuser })
    await stop()
    expect(await findRunningEngine(dataDir)).toBeNull()
  })

  it('has one owner: a second process and a second start here are refused in one sentence', async () => {
    const dataDir = newFolder()
    await start(dataDir)
    await expect(start(dataDir)).rejects.toThrow(/^Một Kề Vai khác đang chạy trên thư mục .*\.$/)
    expect(await startElsewhere(dataDir)).toMatch(/^began\nMột Kề Vai khác đang chạy trên thư mục .*\n$/)
  })

  it('lets its own account log in as any role, and writes no typed value to the log', async () => {
    const dataDir = newFolder()
    const engine = await start(dataDir)
    await ask(engine, (sql) => sql`create role ke_vai_trial login`)
    expect(await ask(engine, (sql) => sql`select current_user as who`, 'ke_vai_trial')).toEqual([
      { who: 'ke_vai_trial' },
    ])
    await ask(engine, async (sql) => {
      await sql`create table people (phone text primary key)`
      await sql`insert into people values ('0912345678')`
      await expect(sql`insert into people values ('0912345678')`).rejects.toThrow('duplicate')
      await expect(sql`select ${'Nguyễn Thị Bí Mật'}::text::int`).rejects.toThrow('invalid input syntax')
    })
    await engine.stop()
    const log = readFileSync(findHome(dataDir).log, 'utf8')
    expect(log).toContain('ready to accept connections')
    expect(log).not.toMatch(/0912345678|Bí Mật/)
  })

  it('works under a path that is too long for a socket', async () => {
    const dataDir = join(newFolder(), 'x'.repeat(120))
    const engine = await start(dataDir)
    folders.push(engine.socketDir)
    expect(findHome(dataDir).dir).toBe(dataDir)
    expect(engine.socketDir.startsWith(dataDir)).toBe(false)
    expect(await ask(engine, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }])
  })

  it.runIf(isRoot)(
    'works under a folder that only root may enter, and says where the database is',
    async () => {
      const parent = newFolder(0o700)
      const dataDir = join(parent, 'data')
      const engine = await start(dataDir)
      const { dir, database } = findHome(dataDir)
      folders.push(dir)
      expect(dir).toMatch(/^\/var\/lib\/ke-vai\//)
      expect(said.filter((line) => line.includes(dir))).toHaveLength(1)
      expect(statSync(database).uid).not.toBe(0)
      expect(statSync(parent).mode & 0o777).toBe(0o700)
      await ask(engine, (sql) => sql`create table kept (word text)`)
      await engine.stop()
      expect(await ask(await start(dataDir), (sql) => sql`select * from kept`)).toEqual([])

      // A copy of the data folder leads to the same database, so it meets the same owner.
      const copy = join(newFolder(), 'data')
      cpSync(dataDir, copy, { recursive: true })
      await expect(start(copy)).rejects.toThrow('Một Kề Vai khác')
      await engines.at(-1)?.stop()

      // Killed, and its data folder deleted: a new database, and the old one's server does not live on.
      expect(await startElsewhere(dataDir)).toBe('began\nready false\n')
      expect(processesIn(database)).not.toEqual([])
      rmSync(dataDir, { recursive: true })
      await start(dataDir)
      folders.push(findHome(dataDir).dir)
      expect(findHome(dataDir).dir).not.toBe(dir)
      expect(processesIn(database)).toEqual([])
    },
  )

  it.runIf(isRoot && may(nobody, 'r', ownerScript))(
    'works for an ordinary user, and not on what it may not write',
    async () => {
      const parent = newFolder()
      chmodSync(parent, 0o755)
      expect(await startElsewhere(join(parent, 'data'), nobody)).toContain(
        'Không ghi được vào thư mục dữ liệu',
      )
      chmodSync(parent, 0o777)
      expect(await startElsewhere(join(parent, 'data'), nobody)).toBe('began\nready false\n')
      // Root takes over what that user left running, under the same account.
      const engine = await start(join(parent, 'data'))
      expect(engine.adopted).toBe(true)
      expect(statSync(findHome(join(parent, 'data')).database).uid).toBe(nobody.uid)
      await engine.stop()
      expect((await start(join(parent, 'data'))).adopted).toBe(false)
      await engines.at(-1)?.stop()
      const rootsOwn = newFolder()
      await (await start(rootsOwn)).stop()
      chmodSync(rootsOwn, 0o777)
      expect(await startElsewhere(rootsOwn, nobody)).toMatch(
        /^began\nCơ sở dữ liệu ở .* là của tài khoản khác.*\n$/,
      )
    },
  )

  it('is refused when it cannot be written', async () => {
    const place = join(newFolder(), 'data')
    writeFileSync(place, '')
    await expect(start(place)).rejects.toThrow(StartRefusal)
    await expect(start(join(place, 'inside'))).rejects.toThrow(/^Không ghi được vào thư mục dữ liệu .*\.$/)
  })

  it('is refused unchanged when its database is half-written or of another version', async () => {
    const dataDir = newFolder()
    await (await start(dataDir)).stop()
    const { database } = findHome(dataDir)
    const version = join(database, 'PG_VERSION')
    writeFileSync(version, '15\n')
    await expect(start(dataDir)).rejects.toThrow(/là của PostgreSQL 15/)
    writeFileSync(version, '18\n')
    for (const part of ['global/pg_control', 'pg_wal', 'base/1/PG_VERSION', 'PG_VERSION']) {
      const path = join(database, part)
      const aside = `${path}.aside`
      cpSync(path, aside, { recursive: true })
      rmSync(path, { recursive: true })
      await expect(start(dataDir)).rejects.toThrow(/không còn nguyên vẹn .*\.$/)
      expect(existsSync(path)).toBe(false)
      cpSync(aside, path, { recursive: true })
      rmSync(aside, { recursive: true })
    }
    mkdirSync(join(dataDir, 'other'))
    mkdirSync(join(dataDir, 'other/database'))
    writeFileSync(join(dataDir, 'other/database/PG_VERSION'), '18\n')
    await expect(start(join(dataDir, 'other'))).rejects.toThrow(/không còn nguyên vẹn/)
  })

  it('says where to look when PostgreSQL itself refuses the folder', async () => {
    const dataDir = newFolder()
    await (await start(dataDir)).stop()
    writeFileSync(join(findHome(dataDir).database, 'global/pg_control'), Buffer.alloc(8192))
    await expect(start(dataDir)).rejects.toThrow(/^PostgreSQL không khởi động được; .*database\.log/)
  })
})
