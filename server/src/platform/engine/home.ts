import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type Account, isRoot, may } from './account.ts'
import { writeDurably } from './durable.ts'
import { StartRefusal } from './start-refusal.ts'

/** Where the database of a data folder lives: the data folder itself, or a folder of `/var/lib/ke-vai`. */
export interface Home {
  readonly dir: string
  /** The cluster, made by initdb. */
  readonly database: string
  readonly settings: string
  readonly log: string
}

/** Where a root that may not let PostgreSQL into the data folder keeps databases and the engine's programs. */
export const sharedState = '/var/lib/ke-vai'

const pointerName = 'database-is-at'

function homeIn(dir: string): Home {
  return {
    dir,
    database: join(dir, 'database'),
    settings: join(dir, 'database-settings'),
    log: join(dir, 'database.log'),
  }
}

/** The home that a data folder already has; a folder that was never used has it inside itself. */
export function findHome(dataDir: string): Home {
  const pointer = join(dataDir, pointerName)
  if (!existsSync(pointer)) return homeIn(dataDir)
  const dir = readFileSync(pointer, 'utf8').trim()
  // Root follows this file, so it may lead nowhere else.
  if (!/^\/var\/lib\/ke-vai\/[0-9a-f]{16}-[0-9a-f]{8}$/.test(dir) || !existsSync(dir)) {
    throw new StartRefusal(
      `Tệp ${pointer} chỉ tới một cơ sở dữ liệu không còn ở đó; hãy đưa thư mục ấy trở lại hoặc chọn KE_VAI_DATA khác`,
      'it names a database that is not there; bring that folder back or choose another KE_VAI_DATA',
    )
  }
  return homeIn(dir)
}

/**
 * The home to start from; decides it, once, for a data folder that has none.
 * @param dataDir its real path
 */
export function openHome(dataDir: string, account: Account, say: (line: string) => void): Home {
  const home = findHome(dataDir)
  if (!isRoot || home.dir !== dataDir) return home
  letIn(account, dataDir)
  if (may(account, 'x', dataDir)) return home
  if (existsSync(home.database)) {
    throw new StartRefusal(
      `Tài khoản ${account.name} không vào được ${home.database}; hãy cho phép đi qua các thư mục cha (chmod o+x)`,
      `account ${account.name} cannot enter it; allow it through the parent folders`,
    )
  }
  const name = `${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}-${randomBytes(4).toString('hex')}`
  const elsewhere = homeIn(join(sharedState, name))
  makeShared(elsewhere.dir)
  writeDurably(join(dataDir, pointerName), `${elsewhere.dir}\n`)
  say(
    `Cơ sở dữ liệu nằm ở ${elsewhere.dir}, vì tài khoản ${account.name} không vào được ${dataDir} (the database lives there: PostgreSQL’s account cannot enter the data folder).`,
  )
  return elsewhere
}

/** Databases that this data folder had elsewhere before it was deleted and made anew; they are nobody's now. */
export function abandonedHomes(dataDir: string, home: Home): Home[] {
  if (home.dir === dataDir) return []
  const ofThisPath = basename(home.dir).slice(0, 17)
  const names = readdirSync(sharedState).filter(
    (name) => name.startsWith(ofThisPath) && name !== basename(home.dir),
  )
  return names.map((name) => homeIn(join(sharedState, name)))
}

/** Makes a folder of root's that every account may pass through. */
export function makeShared(dir: string): void {
  try {
    for (const folder of [sharedState, dir]) {
      mkdirSync(folder, { recursive: true, mode: 0o755 })
      chmodSync(folder, folder === sharedState ? 0o755 : 0o711)
    }
  } catch {
    throw new StartRefusal(
      `Không ghi được vào ${sharedState}; hãy đặt KE_VAI_DATA vào một thư mục mà mọi tài khoản đi qua được`,
      'it cannot be written; set KE_VAI_DATA to a folder whose parents every account may enter',
    )
  }
}

/** Opens root's own data folder, never one above it, to the group of the account that owns the database. */
function letIn(account: Account, dataDir: string): void {
  const folder = statSync(dataDir)
  if (may(account, 'x', dataDir) || !may(account, 'x', dirname(dataDir)) || folder.uid !== 0) return
  chownSync(dataDir, 0, account.gid)
  chmodSync(dataDir, (folder.mode & 0o700) | 0o010)
}
