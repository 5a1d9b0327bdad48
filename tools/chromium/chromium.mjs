// A real Chromium for the browser tests: the machine's, Debian's where we may install it, else an npm one.
import { spawn, spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { chromiumFromNpm } from './chromium-from-npm.mjs'

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]

const alwaysArgs = [
  '--headless=new',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Containers give /dev/shm 64 MB, in which pages crash.
  '--disable-dev-shm-usage',
]

/** @type {Promise<{ path: string, args: string[] }> | undefined} */
let found

/**
 * Finds a Chromium and, when there is none, installs one: Debian's as root, else the one of tools/chromium.
 * `KE_VAI_CHROMIUM` names one to use instead. Looks once per process.
 * @returns {Promise<{ path: string, args: string[] }>} the program, and the flags that it needs on this machine
 */
export function findChromium() {
  found ??= look()
  return found
}

async function look() {
  const named = process.env.KE_VAI_CHROMIUM
  if (named !== undefined && named !== '' && !canRun(named)) {
    throw new Error(`KE_VAI_CHROMIUM không chạy được: ${named} (cannot be run)`)
  }
  const path = named || usualPlaces.find(canRun) || chromiumFromDebian() || (await chromiumFromNpm())
  return { path, args: [...alwaysArgs, ...(await sandboxArgs(path))] }
}

/** @param {string} path */
function canRun(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** @returns {string | undefined} */
function chromiumFromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  console.log(
    'Đang cài Chromium của Debian để thử giao diện… (installing Debian’s Chromium for the browser tests)',
  )
  const apt = (/** @type {string[]} */ ...words) =>
    spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=300', ...words], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
    })
  apt('update')
  const installed = apt('install', '-y', '--no-install-recommends', 'chromium')
  if (installed.status === 0) return usualPlaces.find(canRun)
  console.log(`Debian không cài được Chromium (Debian’s could not be installed): ${installed.stderr.trim()}`)
  return undefined
}

/**
 * Chromium refuses its sandbox to root; elsewhere it is dropped only where the kernel does not allow it, which a
 * browser shows by not coming up at all.
 * @param {string} path
 */
async function sandboxArgs(path) {
  if (process.getuid?.() === 0) return ['--no-sandbox']
  // Spoken to over a pipe, since the npm one knows no --dump-dom.
  const pipes = /** @type {const} */ (['ignore', 'ignore', 'ignore', 'pipe', 'pipe'])
  const trial = spawn(path, [...alwaysArgs, '--remote-debugging-pipe'], { stdio: [...pipes] })
  const limit = setTimeout(() => trial.kill('SIGKILL'), 20_000)
  const say = /** @type {import('node:stream').Writable} */ (trial.stdio[3])
  const answers = /** @type {import('node:stream').Readable} */ (trial.stdio[4])
  answers.resume()
  // A browser that died of its sandbox reads no more.
  say.on('error', () => undefined)
  say.write('{"id":1,"method":"Target.createTarget","params":{"url":"about:blank"}}\0')
  say.write('{"id":2,"method":"Browser.close"}\0')
  const code = await new Promise((resolve) => trial.once('error', resolve).once('close', resolve))
  clearTimeout(limit)
  return code === 0 ? [] : ['--no-sandbox']
}
