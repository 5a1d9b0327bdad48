import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Account, isRoot, runAs } from './account.ts'
import { renameDurably } from './durable.ts'
import type { Home } from './home.ts'
import { gone, processesIn, signal } from './processes.ts'
import type { Programs } from './programs.ts'
import { superuser } from './settings.ts'
import { StartRefusal } from './start-refusal.ts'

const making = /^database\.new-[0-9a-f]+$/

/** True when there is a cluster, whole as far as can be seen; refuses one that is not. Changes nothing. */
export function hasCluster(home: Home, major: number): boolean {
  if (entries(home.database).length === 0) return false
  const missing = parts.find((part) => !existsSync(join(home.database, part)))
  const control = missing === undefined ? statSync(join(home.database, 'global/pg_control')).size : 0
  if (missing !== undefined || control !== 8192) {
    throw new StartRefusal(
      `Cơ sở dữ liệu ở ${home.database} không còn nguyên vẹn (${missing ?? 'global/pg_control'}); không có gì bị thay đổi: hãy phục hồi từ bản sao lưu hoặc chọn KE_VAI_DATA khác`,
      'the database folder is incomplete; nothing was changed: restore a backup or choose another KE_VAI_DATA',
    )
  }
  const found = readFileSync(join(home.database, 'PG_VERSION'), 'utf8').trim()
  if (found === String(major)) return true
  throw new StartRefusal(
    `Cơ sở dữ liệu ở ${home.database} là của PostgreSQL ${found}, bản đang cài là ${major}; không có gì bị thay đổi`,
    `the database is of PostgreSQL ${found}, the installed one is ${major}; nothing was changed`,
  )
}

const folders =
  'base/1 base/5 pg_wal pg_xact pg_multixact/members pg_multixact/offsets pg_commit_ts pg_logical'
const moreFolders =
  'pg_dynshmem pg_notify pg_replslot pg_serial pg_snapshots pg_stat pg_subtrans pg_tblspc pg_twophase'
const files = 'PG_VERSION global/pg_control global/pg_filenode.map base/1/PG_VERSION base/5/PG_VERSION'
const parts = `${files} ${folders} ${moreFolders}`.split(' ')

function entries(dir: string): string[] {
  try {
    return readdirSync(dir)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw new StartRefusal(
      `Không đọc được ${dir}: nó thuộc về tài khoản khác; hãy chạy bằng đúng tài khoản đã tạo ra nó`,
      'it belongs to another account; run as the account that made it',
    )
  }
}

/** Removes what a start that was killed left half-made, its initdb included. */
export async function removeUnfinished(home: Home): Promise<void> {
  for (const name of readdirSync(home.dir).filter((name) => making.test(name))) {
    const folder = join(home.dir, name)
    const strays = processesIn(folder)
    // initdb leads its own group; its shells and servers go with it.
    for (const pid of strays.flatMap((pid) => [-pid, pid])) signal(pid, 'SIGKILL')
    await gone(strays, 10_000)
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
  }
}

/** Makes the cluster beside its place, on disk to the last byte, and only then gives it its name. */
export async function createCluster(home: Home, programs: Programs, account: Account): Promise<void> {
  const folder = join(home.dir, `database.new-${randomBytes(4).toString('hex')}`)
  mkdirSync(folder, { mode: 0o700 })
  if (isRoot) chownSync(folder, account.uid, account.gid)
  const flags = [
    '--username',
    superuser,
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--data-checksums',
    '--auth=peer',
  ]
  // The built-in provider sorts and folds alike on every machine, whatever C library is upgraded under it.
  const provider = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions']
  const complaint = await run(programs.initdb, ['-D', folder, ...flags, ...provider], account)
  if (complaint !== null) {
    rmSync(folder, { recursive: true, force: true })
    throw new StartRefusal(`Không tạo được cơ sở dữ liệu ở ${home.dir}`, complaint)
  }
  renameDurably(folder, home.database)
}

/** Null when it went well, else its last word. */
async function run(program: string, args: string[], account: Account): Promise<string | null> {
  const child = spawn(program, args, {
    ...runAs(account),
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const end = () => child.pid !== undefined && signal(-child.pid, 'SIGKILL')
  process.once('exit', end)
  try {
    const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve))
    return code === 0
      ? null
      : said
          .trim()
          .split('\n')
          .findLast((line) => line.includes('error:')) || `initdb: ${code}`
  } catch (error) {
    return String(error)
  } finally {
    process.off('exit', end)
  }
}
