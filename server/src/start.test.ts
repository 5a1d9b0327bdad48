import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { people } from '../../database/seed/network.ts'
import { isRoot, may } from './platform/engine/account.ts'
import { signInAt } from './testing/product-client.ts'
import { clearAway, leftovers, newFolder, ProductProcess, servers } from './testing/product-process.ts'

const nobody = { uid: 65534, gid: 65534, name: 'nobody' }

afterEach(clearAway, 60_000)

/** Starts a product that must refuse, and returns what it said: one sentence, no stack. */
async function refusal(...how: ConstructorParameters<typeof ProductProcess>): Promise<string> {
  const refused = new ProductProcess(...how)
  const code = await refused.ended()
  expect(refused.output).not.toContain('http://')
  const lines = refused.errors.split('\n').filter((line) => line.trim() !== '')
  expect(lines, refused.errors).toHaveLength(1)
  expect(lines[0]).toMatch(/^\p{Lu}.* \(.+\)\.$/u)
  expect(code).toBe(1)
  return lines[0] ?? ''
}

async function startsWell(dataDir: string): Promise<void> {
  const product = new ProductProcess(dataDir)
  await product.ready()
  expect(servers(dataDir)).toHaveLength(1)
  expect(await product.stop()).toBe(0)
  expect(leftovers(dataDir, product.pid)).toEqual([])
}

describe('a start', { timeout: 120_000 }, () => {
  it('says where it serves and who can sign in; Ctrl-C ends everything; the next one is quick', async () => {
    const dataDir = newFolder()
    const first = new ProductProcess(dataDir)
    const address = await first.ready()
    const firstSeconds = (Date.now() - first.began) / 1000
    for (const { username, displayName } of people)
      expect(first.output).toContain(`${username.padEnd(12)} ${displayName}`)
    const cookie = await signInAt(address, 'tham')
    expect(servers(dataDir)).toHaveLength(1)
    expect(leftovers(dataDir, first.pid)).toContain(String(first.pid))
    expect(await first.stop()).toBe(0)
    expect(first.errors).toBe('')
    expect(leftovers(dataDir, first.pid)).toEqual([])
    expect(existsSync(join(dataDir, 'database/postmaster.pid'))).toBe(false)

    const second = new ProductProcess(dataDir)
    const again = await second.ready()
    const secondSeconds = (Date.now() - second.began) / 1000
    console.log(`first start ${firstSeconds.toFixed(1)} s, second start ${secondSeconds.toFixed(1)} s`)
    expect(secondSeconds).toBeLessThan(15)
    expect(second.output).not.toContain('creating the database')
    const me = await fetch(`${again}/api/me`, { headers: { cookie } })
    expect(me.status, 'a sign-in of the first run still holds').toBe(200)
    expect(await second.stop()).toBe(0)
    expect(leftovers(dataDir, second.pid)).toEqual([])
  })

  it('ends although connections are held open, silent or in the middle of a request', async () => {
    const product = new ProductProcess(newFolder())
    const { port } = new URL(await product.ready())
    const head = 'POST /api/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n'
    const said = ['', `${head}Content-Length: 99\r\n\r\n{`, 'GET /api/health HTTP/1.1\r\nHost: x\r\n\r\n']
    const sockets = said.map((text) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.write(text)).on('error', () => {})
      return socket
    })
    await pause(300)
    const told = Date.now()
    expect(await product.stop()).toBe(0)
    // Without being cut, the silent ones would be waited for a minute.
    expect(Date.now() - told).toBeLessThan(20_000)
    for (const socket of sockets) socket.destroy()
  })

  it.each([
    ['while initdb works', 'Đang tạo', 0],
    ['while PostgreSQL starts', 'Đang tạo', 1],
    ['when the database has just been made', 'sẵn sàng', 1],
  ])('is broken off by Ctrl-C %s, and the next one goes on', async (_, words, atLeast) => {
    const dataDir = newFolder()
    const product = new ProductProcess(dataDir)
    await product.until(words)
    while (atLeast > 0 && !existsSync(join(dataDir, 'database/postmaster.pid'))) await pause(5)
    expect(await product.stop()).toBe(0)
    expect(product.errors).toBe('')
    expect(leftovers(dataDir, product.pid)).toEqual([])
    await startsWell(dataDir)
  })

  it('serves on when PostgreSQL is killed under it, though nobody reads its lines any more', async () => {
    const dataDir = newFolder()
    const product = new ProductProcess(dataDir)
    const address = await product.ready()
    product.child.stdout.destroy()
    product.child.stderr.destroy()
    for (const postmaster of servers(dataDir)) process.kill(postmaster, 'SIGKILL')
    // The fault is written to a pipe without a reader.
    const seen = new Set<number>()
    while (!seen.has(200)) {
      const { status } = await fetch(`${address}/api/health`)
      expect([200, 503]).toContain(status)
      seen.add(status)
      await pause(20)
    }
    expect(product.hasEnded).toBe(false)
    expect(await product.stop()).toBe(0)
  })
})

describe('a start is refused in one sentence, and a later one works,', { timeout: 120_000 }, () => {
  it('when the port is taken or is none', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const PORT = String((other.address() as AddressInfo).port)
    const dataDir = newFolder()
    expect(await refusal(dataDir, { PORT })).toContain(`Cổng ${PORT} đang có chương trình khác dùng`)
    expect(leftovers(dataDir)).toEqual([])
    other.close()
    for (const bad of ['tám nghìn', '70000', '-1'])
      expect(await refusal(dataDir, { PORT: bad })).toContain('PORT phải là')
    await startsWell(dataDir)
  })

  it('when the data folder is a file, or another product runs on it', async () => {
    const parent = newFolder()
    const file = join(parent, 'data')
    writeFileSync(file, 'không phải thư mục')
    expect(await refusal(file)).toContain('Không ghi được vào thư mục dữ liệu')
    expect(await refusal(file, { DATABASE_URL: 'postgres://localhost/x' })).toContain('Không ghi được')
    rmSync(file)
    const product = new ProductProcess(file)
    const address = await product.ready()
    expect(await refusal(file)).toContain('Một Kề Vai khác đang chạy')
    expect((await fetch(`${address}/api/health`)).status).toBe(200)
    expect(servers(file)).toHaveLength(1)
    expect(await product.stop()).toBe(0)
    await startsWell(file)
  })

  it.runIf(isRoot && may(nobody, 'r', fileURLToPath(import.meta.url)))(
    'when an ordinary user may not write the folder, or it is another’s',
    async () => {
      const parent = newFolder()
      chmodSync(parent, 0o755)
      const dataDir = join(parent, 'data')
      expect(await refusal(dataDir, {}, nobody)).toContain('Không ghi được vào thư mục dữ liệu')
      chmodSync(parent, 0o777)
      const product = new ProductProcess(dataDir, {}, nobody)
      await product.ready()
      expect(await product.stop()).toBe(0)
      const rootsOwn = join(newFolder(), 'data')
      await startsWell(rootsOwn)
      chmodSync(rootsOwn, 0o700)
      expect(await refusal(rootsOwn, {}, nobody)).toContain('Không ghi được')
      expect(await refusal(join(parent, 'low'), { PORT: '1' }, nobody)).toMatch(/^Cổng 1 /)
    },
  )

  it('when the database folder is half-written, whose files stay as they are', async () => {
    const dataDir = newFolder()
    mkdirSync(join(dataDir, 'database/base/1'), { recursive: true })
    writeFileSync(join(dataDir, 'database/PG_VERSION'), '18\n')
    expect(await refusal(dataDir)).toContain('không còn nguyên vẹn')
    expect(existsSync(join(dataDir, 'database/PG_VERSION'))).toBe(true)
    rmSync(join(dataDir, 'database'), { recursive: true })
    await startsWell(dataDir)
    const key = join(dataDir, 'keys/master.key')
    writeFileSync(key, 'half')
    expect(await refusal(dataDir)).toContain('master.key bị hỏng')
    expect(leftovers(dataDir)).toEqual([])
  })
})
