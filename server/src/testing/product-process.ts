import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { root } from '../platform/config.ts'
import { findRunningEngine, startEngine } from '../platform/engine/engine.ts'

const folders: string[] = []
const started: ProductProcess[] = []

/** A folder of the test's own, which other accounts may pass through. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ke-vai-start-'))
  chmodSync(folder, 0o711)
  folders.push(folder)
  return folder
}

/** The product as `npm start` runs it when all is installed and built, in a process group of its own. */
export class ProductProcess {
  output = ''
  errors = ''
  readonly began = Date.now()
  readonly child: ChildProcessByStdio<null, Readable, Readable>

  constructor(dataDir: string, env: NodeJS.ProcessEnv = {}, as: { uid?: number; gid?: number } = {}) {
    const own = { PORT: '0', KE_VAI_DATA: dataDir, DATABASE_URL: '', ...env }
    this.child = spawn(process.execPath, ['--import', 'tsx', 'server/src/main.ts'], {
      ...as,
      cwd: root,
      detached: true,
      env: { ...process.env, ...own },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    started.push(this)
    this.child.stdout.setEncoding('utf8').on('data', (text: string) => {
      this.output += text
    })
    this.child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.errors += text
    })
  }

  get pid(): number {
    return this.child.pid ?? 0
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null
  }

  /** Where it serves, once it has said so and answers that it is ready. */
  async ready(): Promise<string> {
    await this.until('Ctrl-C để dừng.')
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(this.output)?.[0] ?? ''
    const health = await fetch(`${address}/api/health`)
    if (health.status !== 200) throw new Error(`health: ${health.status}`)
    return address
  }

  /** Waits until it has printed some words; one that ends without them is an error. */
  async until(words: string): Promise<void> {
    while (!this.output.includes(words)) {
      if (this.hasEnded) throw new Error(`ended before «${words}»: ${this.output}${this.errors}`)
      await pause(5)
    }
  }

  /** Resolves with its exit code when it is gone and all that it printed is here; null when a signal killed it. */
  async ended(): Promise<number | null> {
    if (!this.hasEnded) await once(this.child, 'close')
    return this.child.exitCode
  }

  /** As Ctrl-C does. */
  stop(): Promise<number | null> {
    this.child.kill('SIGINT')
    return this.ended()
  }

  /** kill −9, of Node alone. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL')
    await this.ended()
  }
}

/** What is still alive of a product: its process group, and whatever was told of, or stands in, its folder. */
export function leftovers(folder: string, group?: number): string[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
  return pids.filter((pid) => {
    const stat = read(pid, 'stat')
    const [state, , leader] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (!state || 'ZX'.includes(state)) return false
    const told = `${read(pid, 'cmdline')}\0${read(pid, 'environ')}\0${standsIn(pid)}/`
    return told.includes(`${folder}/`) || told.includes(`${folder}\0`) || Number(leader) === group
  })
}

/** The servers on a folder: PostgreSQL processes there whose parent is not one of them. */
export function servers(folder: string): number[] {
  const all = leftovers(folder).filter((pid) => /^\S+ \(postgres\)/.test(read(pid, 'stat')))
  const parentOf = (pid: string) => {
    const stat = read(pid, 'stat')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? ''
  }
  return all.filter((pid) => !all.includes(parentOf(pid))).map(Number)
}

function read(pid: string, file: 'stat' | 'cmdline' | 'environ'): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}

function standsIn(pid: string): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return ''
  }
}

/** Ends whatever a test, failed or not, has left. */
export async function endProducts(): Promise<void> {
  for (const each of started.splice(0)) if (!each.hasEnded) await each.kill()
}

/** Ends whatever a test has left, and removes its folders. */
export async function clearAway(): Promise<void> {
  await endProducts()
  for (const folder of folders.splice(0)) {
    // A killed product leaves its server, which only its next owner can end.
    if (existsSync(folder) && (await findRunningEngine(folder).catch(() => null)))
      await (await startEngine({ dataDir: folder, say: () => {} })).stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
