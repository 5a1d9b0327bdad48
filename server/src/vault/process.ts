import { chmodSync, mkdirSync, rmSync } from 'node:fs'
import { createServer, Socket } from 'node:net'
import { dirname } from 'node:path'
import { connectAs } from '../platform/database.ts'
import { StartRefusal } from '../platform/engine/start-refusal.ts'
import { answer, ordersTo, questionsTo } from './answer.ts'
import { makeCore } from './core.ts'
import { openRing } from './custody.ts'
import { isInOwnFolder, vaultSocketPath } from './key-path.ts'
import { type Beginning, beginning, speak } from './message.ts'
import { takeOrders } from './orders.ts'

// The vault's own process. It alone reads keys. Its owner speaks to it over an inherited socket, which nobody else can
// reach, and when that closes, however its owner ended, it ends too.

const owner = new Socket({ fd: 3, readable: true, writable: true })
let hear: (message: unknown) => void = (message) => void begin(message)
const say = speak(owner, (message) => hear(message))
owner.on('close', () => process.exit(0))
owner.on('error', () => process.exit(0))
// A terminal's Ctrl-C comes to everybody; the owner says when it is over.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
// By itself Node.js would open its debugger on this signal, to every account of the machine.
process.on('SIGUSR1', () => {})
// An error may hold a value: its code is all that is said, and the owner starts a new process.
for (const event of ['uncaughtException', 'unhandledRejection'] as const)
  process.on(event, (error: unknown) => {
    const { code, name } = error as NodeJS.ErrnoException
    process.stderr.write(`vault fault ${code ?? name}\n`)
    process.exit(1)
  })

async function begin(message: unknown): Promise<void> {
  const early: unknown[] = []
  hear = (asked) => void early.push(asked)
  try {
    const told = beginning.parse(message)
    const { core, orders } = await open(told)
    const answers = told.accounts ? { ...questionsTo(core), ...ordersTo(orders) } : questionsTo(core)
    hear = async (asked) => {
      const reply = await answer(answers, asked)
      if (reply && !say(reply)) say({ id: reply.id, fault: 'too_long' })
    }
    if (told.listens) await listen(told.dataDir, ordersTo(orders))
    say({ ready: true })
    for (const asked of early) hear(asked)
  } catch (error) {
    if (error instanceof StartRefusal) say({ startRefusal: error.message })
    // The owner knows whether this matters: one who was just told to stop has taken the database away himself.
    else say({ startFault: (error as NodeJS.ErrnoException).code ?? (error as Error).name })
  }
}

async function open({ server, database, dataDir, accounts, limits }: Beginning) {
  const sql = connectAs(server, database, 'ke_vai_vault', 4)
  const ring = await openRing(sql, dataDir, (line) => say({ say: line }))
  const core = makeCore({ sql, ring, accounts, limits })
  const orders = takeOrders(core, {
    sql,
    ring,
    keys: core.keys,
    personKeys: core.personKeys,
    caseKeys: core.caseKeys,
    dataDir,
  })
  if (ring.isOpen()) await orders.catchUp()
  return { core, orders }
}

/** Operators on this machine, under this very account, may bring shares and order a rotation. */
async function listen(dataDir: string, answers: Parameters<typeof answer>[0]): Promise<void> {
  const path = vaultSocketPath(dataDir)
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  if (!isInOwnFolder(path)) {
    say({
      say: `CHÚ Ý: thư mục ${dirname(path)} có người khác ghi được, nên kho khóa không nhận lệnh ở đó; hãy xóa thư mục ấy rồi khởi động lại (the vault takes no orders there: others may write to it).`,
    })
    return
  }
  rmSync(path, { force: true })
  const server = createServer((line) => {
    const speakBack = speak(line, async (asked) => {
      const reply = await answer(answers, asked)
      if (reply) speakBack(reply)
    })
    line.on('error', () => line.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    // Nobody else may connect, not even in the moment before the mode is set.
    const mask = process.umask(0o177)
    server.listen(path, () => {
      process.umask(mask)
      chmodSync(path, 0o600)
      resolve()
    })
  })
  server.unref()
}
