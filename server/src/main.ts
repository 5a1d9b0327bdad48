import type { AddressInfo } from 'node:net'
import { demoPassword, people } from '../../database/seed/network.ts'
import { readConfig } from './platform/config.ts'
import { openDatabase } from './platform/database.ts'
import { StartRefusal } from './platform/engine/engine.ts'
import { makeProduct } from './product.ts'
import { startDatabase } from './running.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

/** Starts the product and stays until it is told to stop. */
async function main(): Promise<void> {
  const config = readConfig()
  const closers: (() => Promise<void>)[] = []
  let stopping: Promise<void> | null = null
  const stop = async () => {
    for (const close of closers.reverse()) await close().catch(() => {})
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      stopping ??= stop().then(() => process.exit(0))
    })
  try {
    const running = await startDatabase(config, say)
    closers.push(running.stop)
    const database = openDatabase(running.server, running.database)
    closers.push(database.close)
    const http = await makeProduct(database, running.vault)
    closers.push(() => http.close())
    await listen(http, config.port)
    say(`\nKề Vai: http://127.0.0.1:${(http.server.address() as AddressInfo).port}`)
    say(`Đăng nhập bằng một trong các tên sau, mật khẩu chung của bản thử: ${demoPassword}`)
    for (const person of people)
      say(
        `  ${person.username.padEnd(12)} ${person.displayName} (${person.role}${person.club ? ` · ${person.club}` : ''})`,
      )
    say('Ctrl-C để dừng.')
  } catch (error) {
    if (stopping) return
    await stop()
    const known = error instanceof StartRefusal
    process.stderr.write(`${known ? error.message : (error as Error).stack}\n`)
    process.exit(1)
  }
}

async function listen(http: Awaited<ReturnType<typeof makeProduct>>, port: number): Promise<void> {
  try {
    await http.listen({ host: '127.0.0.1', port })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    throw new StartRefusal(
      `Cổng ${port} đang có chương trình khác dùng: hãy chọn cổng khác bằng PORT=…`,
      `port ${port} is taken: choose another with PORT=…`,
    )
  }
}

await main()
