import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { afterEach, expect, it } from 'vitest'
import { startEngine } from './engine.ts'
import { findHome } from './home.ts'
import { findPostmaster } from './postmaster.ts'
import { pause, processesIn, signal } from './processes.ts'

const rounds = Number(process.env.KE_VAI_KILLS ?? 20)
const limit = 60_000 + rounds * 20_000
const ownerScript = fileURLToPath(new URL('./owner-for-tests.ts', import.meta.url))
const folders: string[] = []

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ke-vai-killed-'))
  folders.push(folder)
  return folder
}

const owners: Owner[] = []

class Owner {
  output = ''
  readonly child: ChildProcessByStdio<null, Readable, null>

  constructor(dataDir: string, ...task: string[]) {
    this.child = spawn(process.execPath, ['--import', 'tsx', ownerScript, dataDir, ...task], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    owners.push(this)
    this.child.stdout.setEncoding('utf8').on('data', (text: string) => {
      this.output += text
    })
  }

  /** Waits until it has printed a word; an owner that ends without it is an error. */
  async until(word: string): Promise<void> {
    while (!this.output.includes(word)) {
      if (this.child.exitCode !== null) throw new Error(`ended before ${word}: ${this.output}`)
      await pause(2)
    }
  }

  /** Kills it outright and returns when all that it printed is here. */
  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return
    const closed = once(this.child, 'close')
    this.child.kill('SIGKILL')
    await closed
  }
}

/** Milliseconds from `began` to `ready` on a machine as busy as this one is now. */
async function timeOfFirstStart(): Promise<number> {
  const owner = new Owner(newFolder())
  await owner.until('began')
  const began = Date.now()
  await owner.until('ready')
  await owner.kill()
  return Date.now() - began
}

/** The servers on a folder: its PostgreSQL processes that are not another one's child. */
function servers(dataDir: string): number {
  const pids = processesIn(findHome(dataDir).database)
  return pids.filter((pid) => !pids.includes(parentOf(pid))).length
}

/** Processes of any program that were told a path of this folder. */
function strays(dataDir: string): string[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids.map(wordsOf).filter((words) => words.includes(dataDir))
}

function wordsOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

function parentOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return 0
  }
}

afterEach(async () => {
  for (const owner of owners.splice(0)) await owner.kill()
  for (const folder of folders.splice(0).filter((path) => existsSync(path))) {
    const engine = await startEngine({ dataDir: folder, say: () => undefined })
    await engine.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})

it(`an owner killed while it writes, ${rounds} times: taken over, nothing acknowledged lost`, {
  timeout: limit,
}, async () => {
  const dataDir = newFolder()
  const acknowledged: number[] = []
  let serverWasKilled = true
  for (let round = 1; round <= rounds; round += 1) {
    const owner = new Owner(dataDir, 'write')
    await owner.until('ready')
    expect(owner.output).toContain(`ready ${!serverWasKilled}\n`)
    await pause(30 + Math.random() * 200)
    expect(servers(dataDir)).toBe(1)
    const server = findPostmaster(findHome(dataDir).database)
    await owner.kill()
    // Every fourth time the server dies with it, as when the machine runs out of memory.
    serverWasKilled = round % 4 === 0
    if (serverWasKilled && server !== null) signal(server.pid, 'SIGKILL')
    acknowledged.push(...[...owner.output.matchAll(/^(\d+)$/gm)].map(([, number]) => Number(number)))
  }
  const engine = await startEngine({ dataDir, say: () => undefined })
  const sql = postgres({
    host: engine.socketDir,
    port: engine.port,
    username: engine.superuser,
    database: 'postgres',
  })
  const rows = await sql<{ number: number }[]>`select number::int from acknowledged`
  await sql.end()
  await engine.stop()
  const kept = new Set(rows.map(({ number }) => number))
  expect(acknowledged.length).toBeGreaterThan(rounds)
  expect(acknowledged.filter((number) => !kept.has(number))).toEqual([])
  expect(processesIn(findHome(dataDir).database)).toEqual([])
  console.log(`${rounds} kills, ${acknowledged.length} rows acknowledged, 0 lost`)
})

it(`a first start killed at any moment, ${rounds} times: the next one works and leaves nothing`, {
  timeout: limit,
}, async () => {
  let usual = await timeOfFirstStart()
  let early = 0
  let late = 0
  // Other work on the machine makes a start slower or faster than usual; one that was through does not count.
  while (early < rounds && late < rounds * 2) {
    const dataDir = newFolder()
    const owner = new Owner(dataDir)
    await owner.until('began')
    await pause((early / rounds) * usual)
    await owner.kill()
    if (owner.output.includes('ready')) {
      late += 1
      usual *= 0.8
    } else early += 1
    const engine = await startEngine({ dataDir, say: () => undefined })
    expect(servers(dataDir)).toBe(1)
    const { socketDir: host, port, superuser: username } = engine
    const sql = postgres({ host, port, username, database: 'postgres' })
    expect(await sql`select 1 as one`).toEqual([{ one: 1 }])
    await sql.end()
    await engine.stop()
    expect(readdirSync(dataDir).filter((name) => name.includes('.new'))).toEqual([])
    expect(strays(dataDir)).toEqual([])
    rmSync(dataDir, { recursive: true })
  }
  expect(early).toBe(rounds)
  console.log(`${early} first starts killed before the database was ready, ${late} just after`)
})
