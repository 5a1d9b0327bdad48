import { type ChildProcess, spawn } from 'node:child_process'
import { connect } from 'node:net'
import type { Duplex } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { root } from '../platform/config.ts'
import { StartRefusal } from '../platform/engine/start-refusal.ts'
import { Refused } from '../platform/refused.ts'
import type { Vaults } from '../platform/vault.ts'
import { askOver, type Line } from './ask.ts'
import type { Orders } from './asking.ts'
import { handOut } from './hand-out.ts'
import { isInOwnFolder, vaultSocketPath } from './key-path.ts'
import { type Beginning, orders, questions, word } from './message.ts'

/** A vault in a process of its own, and what its owner may do with it. */
export interface VaultProcess {
  vaults: Vaults
  /** What the command line orders of its own vault; the server's takes none from the server. */
  orders: Orders
  pid(): number | undefined
  stop(): Promise<void>
}

const file = fileURLToPath(new URL('process.ts', import.meta.url))

interface Child {
  process: ChildProcess
  line: Line
  ended: Promise<void>
}

/**
 * Starts the vault's process and keeps one running: when it dies it is started again, and what is asked meanwhile is
 * refused with `busy`. It ends with its owner, however that one ends.
 * @throws StartRefusal when its key file is damaged
 */
export async function startVault(told: Beginning, say: (line: string) => void): Promise<VaultProcess> {
  let stopped = false
  let child: Child | null = await startChild(told, say)
  const watch = (alive: Child) => {
    void alive.ended.then(async () => {
      child = null
      for (let wait = 50; !stopped && child === null; wait = Math.min(wait * 2, 5_000)) {
        await pause(wait)
        if (stopped) return
        // What the operator had to know was said at the first start.
        child = await startChild(told, () => {}).catch(() => null)
      }
      if (child && stopped) child.process.kill('SIGKILL')
      else if (child) watch(child)
    })
  }
  watch(child)

  const line: Line['ask'] = async (name, shape, args) => {
    if (!child) throw new Refused('busy')
    return child.line.ask(name, shape, args)
  }
  return {
    pid: () => child?.process.pid,
    vaults: handOut({
      makeKeys: (owner, ids, organisationId) =>
        line('makeKeys', questions.makeKeys, { owner, ids: [...ids], organisationId }),
      sealAll: (sealings) => line('sealAll', questions.sealAll, { sealings: [...sealings] }),
      openAll: (who, openings, book) =>
        line('openAll', questions.openAll, { who, openings: [...openings], book }),
      hash: (purpose, texts) => line('hash', questions.hash, { purpose, texts: [...texts] }),
      indexTokens: (organisationId, people) =>
        line('indexTokens', questions.indexTokens, {
          organisationId,
          people: people.map(({ name, birth, phone, paper }) => ({ name, birth, phone, paper })),
        }),
      search: (who, organisationId, clubId, asked) =>
        line('search', questions.search, { who, organisationId, clubId, asked }),
      state: () => line('state', questions.state, {}),
      fits: () => line('fits', questions.fits, {}),
    }),
    orders: ordersOver(line),
    stop: async () => {
      stopped = true
      const last = child
      last?.process.stdio[3]?.destroy()
      await last?.ended
    },
  }
}

/**
 * The orders of the vault that a running server on this data folder owns, over its private socket; null when none
 * answers there.
 */
export async function orderRunningVault(dataDir: string): Promise<(Orders & { close(): void }) | null> {
  const path = vaultSocketPath(dataDir)
  if (!isInOwnFolder(path)) return null
  const stream = connect(path)
  const there = await new Promise<boolean>((resolve) => {
    stream.once('connect', () => resolve(true))
    stream.once('error', () => resolve(false))
  })
  if (!there) return null
  const line = askOver(stream, () => {})
  return { ...ordersOver(line.ask), close: () => stream.destroy() }
}

function ordersOver(ask: Line['ask']): Orders {
  return {
    split: () => ask('split', orders.split, {}),
    confirmSplit: (one, other) => ask('confirmSplit', orders.confirmSplit, { one, other }),
    unlock: (share) => ask('unlock', orders.unlock, { share }),
    rotate: (master) => ask('rotate', orders.rotate, { master }),
  }
}

async function startChild(told: Beginning, say: (line: string) => void): Promise<Child> {
  const { PATH, HOME, TMPDIR } = process.env
  const env = Object.fromEntries(Object.entries({ PATH, HOME, TMPDIR }).filter(([, value]) => value))
  const started = spawn(process.execPath, ['--import', 'tsx', file], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  })
  const stream = started.stdio[3] as unknown as Duplex
  const ended = new Promise<void>((resolve) => {
    started.once('exit', () => resolve())
    started.once('error', () => resolve())
  })
  let isReady = () => {}
  let isNotReady = (_: Error) => {}
  const ready = new Promise<void>((resolve, reject) => {
    isReady = resolve
    isNotReady = reject
  })
  const line = askOver(stream, (message) => {
    const heard = word.safeParse(message)
    if (!heard.success) return
    if ('say' in heard.data) say(heard.data.say)
    else if ('ready' in heard.data) isReady()
    else if ('startFault' in heard.data)
      isNotReady(Object.assign(new Error('the vault could not start'), { code: heard.data.startFault }))
    else isNotReady(Object.assign(new StartRefusal('', ''), { message: heard.data.startRefusal }))
  })
  void ended.then(() => {
    stream.destroy()
    isNotReady(new Error('the vault ended before it was ready'))
  })
  line.tell(told)
  try {
    await ready
  } catch (error) {
    started.kill('SIGKILL')
    await ended
    throw error
  }
  return { process: started, line, ended }
}
