import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The repository's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url))

const ending = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/**
 * Runs a program of Node's in the repository's folder, to its end. A signal that ends us ends it first, with all
 * that it started.
 * @param {string[]} args the script and its words
 * @param {{ show: boolean, mortal?: boolean, env?: Record<string, string> }} how show: its output goes to the screen,
 *   else it is only collected; mortal: it dies even when we are killed outright, so that it cannot go on writing
 *   beside our next start
 * @returns {Promise<{ code: number, output: string }>} code 0 when all went well
 */
export function runNode(args, { show, mortal = false, env = {} }) {
  const preload = new URL('end-with-owner.mjs', import.meta.url).href
  const options = `${process.env.NODE_OPTIONS ?? ''} --import=${preload}`
  const child = spawn(process.execPath, args, {
    cwd: root,
    detached: !show,
    env: {
      ...process.env,
      ...(mortal ? { NODE_OPTIONS: options, KE_VAI_OWNER: String(process.pid) } : {}),
      ...env,
    },
    stdio: show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      output += text
    })
  }
  return new Promise((resolve) => {
    const listeners = ending.map((name) => /** @type {const} */ ([name, () => end(name)]))
    const done = (/** @type {number} */ code) => {
      for (const [name, listener] of listeners) process.off(name, listener)
      resolve({ code, output })
    }
    const end = (/** @type {NodeJS.Signals} */ name) => {
      // What is shown is in our group and may end in order; what is hidden leads a group of its own.
      if (show) child.kill(name)
      else if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
      child.once('close', () => process.exit(130))
    }
    for (const [name, listener] of listeners) process.on(name, listener)
    child.once('error', (error) => {
      output += error.message
      done(1)
    })
    child.once('close', (code) => done(code ?? 1))
  })
}
