import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { demoPassword, people } from '../../database/seed/network.ts'
import { keepAuditHeads } from './audit/audit.ts'
import { keepErasedList } from './backup/backup.ts'
import { searchPlaces } from './place/place.ts'
import { readConfig } from './platform/config.ts'
import { openDatabase } from './platform/database.ts'
import { StartRefusal } from './platform/engine/engine.ts'
import { makeProduct } from './product.ts'
import { startDatabase } from './running.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

/** What has been started, and how each thing is ended; the last one first. */
type Closers = (() => Promise<unknown>)[]

/** Starts the product and stays until it is told to stop. */
async function main(): Promise<void> {
  // A terminal that was closed, or a `| head` that is through, reads no more; people are still being served.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  const closers: Closers = []
  const told = new AbortController()
  const starting = start(closers, told.signal)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, async () => {
      // A terminal's Ctrl-C comes twice: from the terminal and from npm.
      if (told.signal.aborted) return
      told.abort()
      await closeAll(closers)
      // What was still being started is there only now, and must not outlive us.
      await starting.catch(() => {})
      await closeAll(closers)
      process.exit(0)
    })
  try {
    await starting
  } catch (error) {
    if (told.signal.aborted) return
    await closeAll(closers)
    const known = error instanceof StartRefusal
    process.stderr.write(`${known ? error.message : (error as Error).stack}\n`)
    process.exit(1)
  }
}

async function start(closers: Closers, told: AbortSignal): Promise<void> {
  const config = readConfig()
  const running = await startDatabase(config, say, (stop) => closers.push(stop), 'server')
  told.throwIfAborted()
  const database = openDatabase(running.server, running.database)
  closers.push(database.close)
  closers.push(await keepAuditHeads(database.app, config, say))
  closers.push(await keepErasedList(running.server, running.database, config.dataDir))
  const http = await makeProduct(database, running.vault, config.origin)
  closers.push(() => closeHttp(http))
  told.throwIfAborted()
  await listen(http, config.port)
  say(`\nKề Vai: http://127.0.0.1:${(http.server.address() as AddressInfo).port}`)
  if (running.demo) sayDemo()
  else say('Người quản trị đầu tiên: npx ke-vai first-administrator --name "…" (nếu chưa có ai).')
  say('Ctrl-C để dừng.')
  // The first search would wait half a second for the index of places; now nobody does.
  await searchPlaces(database.app, { q: '' }).catch(() => {})
}

function sayDemo(): void {
  say(`Đăng nhập bằng một trong các tên sau, mật khẩu chung của bản thử: ${demoPassword}`)
  for (const { username, displayName, role, club } of people)
    say(`  ${username.padEnd(12)} ${displayName} (${role}${club ? ` · ${club}` : ''})`)
}

async function closeAll(closers: Closers): Promise<void> {
  for (let close = closers.pop(); close; close = closers.pop()) await close().catch(() => {})
}

/** Requests under way have a moment to end; a browser's silent connection, which Node takes for busy, has no more. */
async function closeHttp(http: FastifyInstance): Promise<void> {
  const cut = setTimeout(() => http.server.closeAllConnections(), 2_000)
  await http.close()
  clearTimeout(cut)
}

async function listen(http: FastifyInstance, port: number): Promise<void> {
  try {
    await http.listen({ host: '127.0.0.1', port })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error
    const [why, inEnglish] =
      code === 'EACCES'
        ? ['không được phép dùng trên máy này', 'may not be used by this account']
        : ['đang có chương trình khác dùng', 'is taken']
    throw new StartRefusal(
      `Cổng ${port} ${why}: hãy chọn cổng khác bằng PORT=…`,
      `port ${port} ${inEnglish}: choose another with PORT=…`,
    )
  }
}

await main()
