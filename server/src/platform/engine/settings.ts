import { createHash } from 'node:crypto'
import { chmodSync, chownSync, lstatSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Account, isRoot, ownName } from './account.ts'
import { writeDurably } from './durable.ts'
import type { Home } from './home.ts'
import { quietLog } from './quiet-log.ts'
import { StartRefusal } from './start-refusal.ts'

/** The name that the socket's file carries; nothing listens on a network port. */
export const port = 5432

/** A role of the cluster, not an account of the machine. */
export const superuser = 'postgres'

/**
 * Writes PostgreSQL's settings anew, outside the cluster and ours alone, so that nobody who gets into the database
 * can widen who may log in.
 */
export function writeSettings(home: Home, account: Account, socketDir: string): void {
  mkdirSync(home.settings, { recursive: true })
  chmodSync(home.settings, 0o755)
  const file = (name: string) => join(home.settings, name)
  const accounts = [...new Set([ownName(), account.name])]
  writeDurably(
    file('pg_ident.conf'),
    accounts.map((name) => `ke-vai ${quoteWord(name)} all\n`).join(''),
    0o644,
  )
  writeDurably(file('pg_hba.conf'), 'local all all peer map=ke-vai\n', 0o644)
  const settings = {
    hba_file: file('pg_hba.conf'),
    ident_file: file('pg_ident.conf'),
    listen_addresses: '',
    port: String(port),
    unix_socket_directories: `"${socketDir}"`,
    unix_socket_permissions: '0700',
    ...plainSettings,
  }
  const lines = Object.entries(settings).map(
    ([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`,
  )
  writeDurably(file('postgresql.conf'), lines.join(''), 0o644)
  for (const name of ['pg_ident.conf', 'pg_hba.conf', 'postgresql.conf']) chmodSync(file(name), 0o644)
}

const plainSettings = {
  max_connections: '60',
  shared_buffers: '256MB',
  effective_cache_size: '2GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  random_page_cost: '1.1',
  jit: 'off',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  wal_level: 'replica',
  max_wal_size: '1GB',
  archive_mode: 'off',
  allow_alter_system: 'off',
  ssl: 'off',
  // The log holds no value that anyone typed: statements that fail, and their details, stay out of it.
  logging_collector: 'off',
  ...quietLog,
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] ',
  log_timezone: 'UTC',
  timezone: 'UTC',
  datestyle: 'ISO, YMD',
  lc_messages: 'C',
  default_text_search_config: 'pg_catalog.simple',
}

function quoteWord(word: string): string {
  return `"${word.replaceAll('"', '""')}"`
}

/**
 * The folder of the socket, which the database's account alone may enter: in the home, or, where that path is too
 * long for a socket (107 bytes) or not plain enough for every client, a short one under the temporary folder. It is
 * empty: to be called only when no server lives.
 */
export function openSocketDir(home: Home, account: Account): string {
  const name = `ke-vai-${account.uid}-${createHash('sha256').update(home.dir).digest('hex').slice(0, 16)}`
  const places = [join(home.dir, 'database-socket'), join(tmpdir(), name), join('/tmp', name)]
  const dir = places.find(fitsSocket) ?? join('/tmp', name)
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const made = lstatSync(dir)
  const ours = made.uid === account.uid || made.uid === process.getuid?.()
  if (!made.isDirectory() || !ours) {
    throw new StartRefusal(
      `Thư mục ${dir} là của người khác nên không dùng được; hãy xóa nó`,
      'it belongs to someone else; remove it',
    )
  }
  if (isRoot) chownSync(dir, account.uid, account.gid)
  chmodSync(dir, 0o700)
  // Left by a killed server; its lock would hold up the next one for as long as any process bears its number.
  for (const name of readdirSync(dir)) rmSync(join(dir, name))
  return dir
}

function fitsSocket(dir: string): boolean {
  return Buffer.byteLength(`${dir}/.s.PGSQL.${port}`) <= 107 && !/[,:"'\\]/.test(dir)
}
