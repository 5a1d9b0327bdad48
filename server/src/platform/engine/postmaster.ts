import { spawn } from 'node:child_process'
import {
  closeSync,
  constants,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import { type Account, runAs } from './account.ts'
import type { Home } from './home.ts'
import { gone, isAlive, pause, processesIn, programOf, signal, worksIn } from './processes.ts'
import type { Programs } from './programs.ts'
import { superuser } from './settings.ts'
import { StartRefusal } from './start-refusal.ts'

/** A server that lives on a database folder, as its own pid file tells. */
export interface Postmaster {
  readonly pid: number
  readonly socketDir: string
  readonly port: number
  readonly ready: boolean
}

/** The live server of a database folder; null when there is none, whatever an old pid file says. */
export function findPostmaster(database: string): Postmaster | null {
  let lines: string[]
  try {
    lines = readFileSync(join(database, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return null
  }
  const [pid, , , port, socketDir = '', , , status = ''] = lines
  if (!worksIn(Number(pid), database)) return null
  return { pid: Number(pid), port: Number(port), socketDir, ready: status.trim() === 'ready' }
}

/** Waits until nothing moves in the folder any more, or its server is ready, which is then returned. */
export async function settle(database: string, say: (line: string) => void): Promise<Postmaster | null> {
  const began = Date.now()
  for (let told = 0; ; await pause(10)) {
    const found = findPostmaster(database)
    if (found?.ready) return found
    const others = processesIn(database)
    if (others.length === 0) return null
    const waited = Date.now() - began
    // Without a server, its last workers are of no use to anyone: nothing that they do can be acknowledged.
    if (found === null && waited > 5_000) for (const pid of others) signal(pid, 'SIGKILL')
    if (waited > told + 10_000) {
      told = waited
      say('Đang chờ cơ sở dữ liệu của lần chạy trước… (waiting for the database of the last run)')
    }
  }
}

/**
 * Starts a server and waits until it is ready. It gets a session of its own, so that the terminal's Ctrl-C reaches
 * only us and we end it in order.
 * @returns null when another server took the folder first
 */
export async function launch(home: Home, programs: Programs, account: Account): Promise<Postmaster | null> {
  forgetDeadOwner(home.database)
  const log = openLog(home.log)
  const settings = `config_file=${join(home.settings, 'postgresql.conf')}`
  const child = spawn(programs.postgres, ['-D', home.database, '-c', settings], {
    ...runAs(account),
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  let ended: string | null = null
  child.once('error', (error) => {
    ended = error.message
  })
  child.once('exit', (code, by) => {
    ended = `postgres: ${code ?? by}`
  })
  child.unref()
  const end = () => child.pid !== undefined && isAlive(child.pid) && signal(child.pid, 'SIGINT')
  process.once('exit', end)
  try {
    while (ended === null) {
      const found = findPostmaster(home.database)
      if (found?.ready && found.pid === child.pid) return found
      await pause(5)
    }
  } finally {
    process.off('exit', end)
  }
  if (processesIn(home.database).length > 0) return null
  throw new StartRefusal(
    `PostgreSQL không khởi động được; xem nguyên nhân ở cuối tệp ${home.log}`,
    `PostgreSQL did not start, see the end of its log; ${ended}`,
  )
}

/**
 * PostgreSQL takes a zombie for a live server, and any process of its account that by now bears the number. When
 * we start one, `settle` has seen that nothing of PostgreSQL's works in the folder.
 */
function forgetDeadOwner(database: string): void {
  const path = join(database, 'postmaster.pid')
  if (existsSync(path) && existsSync(`/proc/${Number.parseInt(readFileSync(path, 'utf8'), 10)}`)) rmSync(path)
}

function openLog(path: string): number {
  const flags = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW
  const log = openSync(path, flags, 0o600)
  if (statSync(path).size < 10_000_000) return log
  closeSync(log)
  renameSync(path, `${path}.old`)
  return openSync(path, flags, 0o600)
}

/** Returns when the server has answered a query of ours. */
export async function answers(server: Postmaster): Promise<void> {
  const limit = Date.now() + 60_000
  for (;;) {
    const sql = postgres({
      host: server.socketDir,
      port: server.port,
      user: superuser,
      database: 'postgres',
      max: 1,
      connect_timeout: 10,
      // The machine's PG… variables are about other servers.
      password: '',
      ssl: false,
      onnotice: () => undefined,
    })
    try {
      await sql`select 1`
      return
    } catch (error) {
      if (Date.now() > limit) {
        throw new StartRefusal(
          'Cơ sở dữ liệu đang chạy nhưng không trả lời',
          `it runs but does not answer: ${error}`,
        )
      }
      await pause(50)
    } finally {
      await sql.end({ timeout: 1 })
    }
  }
}

/** Ends a server in order: it breaks off what runs, writes everything down, and is gone when this returns. */
export async function end(server: Postmaster): Promise<void> {
  if (!isAlive(server.pid)) return
  signal(server.pid, 'SIGINT')
  if (await gone([server.pid], 60_000)) return
  // Not in order, but safe: the next start replays what was written ahead.
  signal(server.pid, 'SIGQUIT')
  await gone([server.pid], 10_000)
}

/** Whether a live server runs from these very programs, and not from ones that an upgrade has replaced. */
export function runsFrom(server: Postmaster, programs: Programs): boolean {
  return programOf(server.pid) === programs.postgres
}
