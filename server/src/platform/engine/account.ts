import { spawnSync } from 'node:child_process'
import { chownSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { StartRefusal } from './start-refusal.ts'

/** The account of the machine under which PostgreSQL runs; never root, which PostgreSQL refuses. */
export interface Account {
  readonly uid: number
  readonly gid: number
  readonly name: string
}

/** True when this process runs as root, and PostgreSQL therefore under another account than ours. */
export const isRoot = process.getuid?.() === 0

/** The machine's name of the account that runs this process; refuses one that the machine has no name for. */
export function ownName(): string {
  try {
    return userInfo().username
  } catch {
    const uid = process.getuid?.() ?? '?'
    throw new StartRefusal(
      `Tài khoản số ${uid} của máy không có tên trong /etc/passwd nên PostgreSQL không chạy được; hãy dùng một tài khoản có tên`,
      `account ${uid} has no name in /etc/passwd and PostgreSQL needs one`,
    )
  }
}

/**
 * Our own account, or, when we are root, `ke-vai` (made if the machine can make it), else `nobody`.
 * @param database the database folder when there is one already: its owner goes on owning it
 * @throws StartRefusal when that folder is not ours, or the machine has no account to use
 */
export function chooseAccount(database: string | null): Account {
  if (!isRoot) {
    if (database !== null && lstatSync(database).uid !== process.getuid?.()) {
      throw new StartRefusal(
        `Cơ sở dữ liệu ở ${database} là của tài khoản khác; hãy chạy bằng tài khoản đã tạo ra nó hoặc chọn KE_VAI_DATA khác`,
        'the database belongs to another account; run as that account or choose another KE_VAI_DATA',
      )
    }
    return { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0, name: ownName() }
  }
  const owner = database === null ? undefined : find((account) => account.uid === lstatSync(database).uid)
  if (owner !== undefined && owner.uid !== 0) return owner
  const account = serviceAccount()
  // A folder that was copied here by root, or from a machine with other numbers, belongs to nobody we know.
  if (database !== null) giveTo(account, database)
  return account
}

function serviceAccount(): Account {
  const ours = find(({ name }) => name === 'ke-vai')
  if (ours !== undefined) return ours
  const flags = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent']
  spawnSync('useradd', [...flags, '--shell', '/usr/sbin/nologin', 'ke-vai'], { stdio: 'ignore' })
  const account = find(({ name }) => name === 'ke-vai') ?? find(({ name }) => name === 'nobody')
  if (account !== undefined) return account
  throw new StartRefusal(
    'Đang chạy bằng root mà máy không có tài khoản thường nào cho PostgreSQL; hãy chạy bằng một tài khoản thường',
    'running as root and no ordinary account could be made for PostgreSQL; run as an ordinary user',
  )
}

function find(wanted: (account: Account) => boolean): Account | undefined {
  for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const [name = '', , uid, gid] = line.split(':')
    const account = { name, uid: Number(uid), gid: Number(gid) }
    if (name !== '' && wanted(account)) return account
  }
  return undefined
}

function giveTo(account: Account, path: string): void {
  chownSync(path, account.uid, account.gid)
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inside = join(path, entry.name)
    if (entry.isDirectory()) giveTo(account, inside)
    else if (entry.isFile()) chownSync(inside, account.uid, account.gid)
  }
}

/** Asks the machine itself whether an account may enter a folder (`x`) or read a file (`r`). */
export function may(account: Account, right: 'x' | 'r', path: string): boolean {
  const as = isRoot ? { uid: account.uid, gid: account.gid } : {}
  const asked = spawnSync('/bin/sh', ['-c', `test -${right} "$0"`, path], {
    ...as,
    cwd: '/',
    stdio: 'ignore',
  })
  return asked.status === 0
}

/** What `spawn` needs to run a program under an account. */
export function runAs(account: Account): { uid?: number; gid?: number; cwd: string; env: NodeJS.ProcessEnv } {
  const as = isRoot ? { uid: account.uid, gid: account.gid } : {}
  return { ...as, cwd: '/', env: { PATH: '/usr/local/bin:/usr/bin:/bin', LANG: 'C.UTF-8' } }
}
