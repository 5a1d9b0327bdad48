import { accessSync, constants, existsSync, mkdirSync, realpathSync } from 'node:fs'
import { rmdir } from 'node:fs/promises'
import { type Account, chooseAccount } from './account.ts'
import { createCluster, hasCluster, removeUnfinished } from './cluster.ts'
import { abandonedHomes, findHome, type Home, openHome } from './home.ts'
import { ownFolder } from './owner-lock.ts'
import { answers, end, findPostmaster, launch, type Postmaster, runsFrom, settle } from './postmaster.ts'
import { isAlive, signal } from './processes.ts'
import { openPrograms, type Programs } from './programs.ts'
import { checkServerVersion } from './server-version.ts'
import { openSocketDir, superuser, writeSettings } from './settings.ts'
import { StartRefusal } from './start-refusal.ts'

export { checkServerVersion, StartRefusal }

/** The PostgreSQL server of a data folder, ours until `stop`. */
export interface Engine {
  /** The bootstrap superuser, for the deploy; the product itself never logs in as it. */
  readonly superuser: string
  /** The folder of the Unix socket, the only place where it listens. */
  readonly socketDir: string
  readonly port: number
  /** It was already running, its last owner killed, and was taken over. */
  readonly adopted: boolean
  /** Ends the server in order; it is gone when this resolves. Calling it again does no more. */
  stop(): Promise<void>
}

/**
 * Starts the PostgreSQL server of a data folder, making folder and database at the first start; takes over one whose
 * owner was killed, and raises it again when it is killed itself. Ends with this process: in order by `stop`, else at
 * its exit; a kill −9 is mended by the next start.
 * @param settings.dataDir made when it is not there
 * @param settings.say gets one line for each thing that the operator should know or wait for
 * @throws StartRefusal when this data folder, this account or this machine does not allow it
 */
export async function startEngine(settings: {
  dataDir: string
  say: (line: string) => void
}): Promise<Engine> {
  const dataDir = openDataDir(settings.dataDir)
  const letGo = [await ownFolder(dataDir)]
  const release = () => {
    for (const go of letGo.splice(0)) go()
  }
  try {
    const known = findHome(dataDir)
    const account = chooseAccount(existsSync(known.database) ? known.database : null)
    const home = openHome(dataDir, account, settings.say)
    // A copied data folder names the same database as its original.
    if (home.dir !== dataDir) letGo.push(await ownFolder(home.dir))
    for (const old of abandonedHomes(dataDir, home)) await endAbandoned(old, settings.say)
    const programs = openPrograms(account, home, settings.say)
    await removeUnfinished(home)
    if (!hasCluster(home, programs.major)) {
      settings.say('Đang tạo cơ sở dữ liệu… (creating the database)')
      await createCluster(home, programs, account)
    }
    const raise = () => raiseServer(home, programs, account, settings.say)
    return await own(await raise(), { release, raise, say: settings.say })
  } catch (error) {
    release()
    throw error
  }
}

/** Its owner was killed and its data folder deleted; the server is ended, the data is for the operator to delete. */
async function endAbandoned(home: Home, say: (line: string) => void): Promise<void> {
  const server = findPostmaster(home.database)
  if (server !== null) await end(server)
  say(`Cơ sở dữ liệu cũ vẫn còn ở ${home.dir}; hãy xóa nếu không cần (a former database is still there).`)
}

interface Raised {
  readonly server: Postmaster
  readonly adopted: boolean
}

/** The server of a database folder: the one that runs there from these programs, else a new one. */
async function raiseServer(
  home: Home,
  programs: Programs,
  account: Account,
  say: (line: string) => void,
): Promise<Raised> {
  for (;;) {
    const left = await settle(home.database, say)
    writeSettings(home, account, left?.socketDir ?? openSocketDir(home, account))
    if (left !== null && runsFrom(left, programs)) {
      signal(left.pid, 'SIGHUP')
      return { server: left, adopted: true }
    }
    if (left !== null) await end(left)
    else {
      const started = await launch(home, programs, account)
      if (started !== null) return { server: started, adopted: false }
    }
  }
}

interface Owning {
  release(): void
  raise(): Promise<Raised>
  say(line: string): void
}

async function own(first: Raised, { release, raise, say }: Owning): Promise<Engine> {
  let { server } = first
  const endWithUs = () => isAlive(server.pid) && signal(server.pid, 'SIGINT')
  process.once('exit', endWithUs)
  // A server that was killed, as when the machine runs out of memory, is raised again in the same place.
  let raising: Promise<void> | undefined
  const watch = setInterval(() => {
    if (raising !== undefined || isAlive(server.pid)) return
    say('Cơ sở dữ liệu dừng ngoài ý muốn, đang mở lại… (the database ended unexpectedly, starting it again)')
    raising = raise()
      .then((raised) => {
        server = raised.server
      })
      .catch((error: Error) => {
        clearInterval(watch)
        say(error.message)
      })
      .finally(() => {
        raising = undefined
      })
  }, 500).unref()
  let stopping: Promise<void> | undefined
  const stop = async () => {
    clearInterval(watch)
    await raising
    await end(server)
    await rmdir(server.socketDir).catch(() => undefined)
    process.off('exit', endWithUs)
    release()
  }
  try {
    await answers(server)
  } catch (error) {
    await stop()
    throw error
  }
  return {
    superuser,
    socketDir: server.socketDir,
    port: server.port,
    adopted: first.adopted,
    stop: () => {
      stopping ??= stop()
      return stopping
    },
  }
}

/**
 * Makes the data folder when it is not there.
 * @returns its real path
 * @throws StartRefusal when it cannot be written
 */
export function openDataDir(path: string): string {
  try {
    mkdirSync(path, { recursive: true })
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK)
    return realpathSync(path)
  } catch {
    throw new StartRefusal(
      `Không ghi được vào thư mục dữ liệu ${path}; hãy chọn thư mục khác bằng KE_VAI_DATA`,
      'the data folder cannot be written; choose another with KE_VAI_DATA',
    )
  }
}

/**
 * Connects to an engine that another process of ours, the running product, owns.
 * @returns null when none runs on this data folder
 */
export async function findRunningEngine(
  dataDir: string,
): Promise<Pick<Engine, 'socketDir' | 'port' | 'superuser'> | null> {
  if (!existsSync(dataDir)) return null
  const server = findPostmaster(findHome(realpathSync(dataDir)).database)
  return server?.ready ? { socketDir: server.socketDir, port: server.port, superuser } : null
}
