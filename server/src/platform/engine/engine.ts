import { accessSync, constants, existsSync, mkdirSync, realpathSync } from 'node:fs'
import { rmdir } from 'node:fs/promises'
import { chooseAccount } from './account.ts'
import { createCluster, hasCluster, removeUnfinished } from './cluster.ts'
import { abandonedHomes, findHome, type Home, openHome } from './home.ts'
import { ownFolder } from './owner-lock.ts'
import { answers, end, findPostmaster, launch, type Postmaster, runsFrom, settle } from './postmaster.ts'
import { isAlive, signal } from './processes.ts'
import { openPrograms } from './programs.ts'
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
 * owner was killed. Ends with this process: in order by `stop`, else at its exit; a kill −9 is mended by the next start.
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
    for (;;) {
      const left = await settle(home.database, settings.say)
      writeSettings(home, account, left?.socketDir ?? openSocketDir(home, account))
      if (left !== null && runsFrom(left, programs)) {
        signal(left.pid, 'SIGHUP')
        return await own(left, true, release)
      }
      if (left !== null) await end(left)
      else {
        const started = await launch(home, programs, account)
        if (started !== null) return await own(started, false, release)
      }
    }
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

async function own(server: Postmaster, adopted: boolean, release: () => void): Promise<Engine> {
  const endWithUs = () => isAlive(server.pid) && signal(server.pid, 'SIGINT')
  process.once('exit', endWithUs)
  let stopping: Promise<void> | undefined
  const stop = async () => {
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
    adopted,
    stop: () => {
      stopping ??= stop()
      return stopping
    },
  }
}

function openDataDir(path: string): string {
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
