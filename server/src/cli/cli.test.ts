import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { identityOpen, personRegister } from '@ke-vai/contract/register/person.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { runCommand } from '../platform/commands.ts'
import { root } from '../platform/config.ts'
import { connectAs } from '../platform/database.ts'
import { registerCommands } from '../register/register.ts'
import { type Running, startDatabase } from '../running.ts'
import { masterKeyPath } from '../vault/key-path.ts'

let folder: string
let product: Running | null = null
const clubId = demoId('club/tuan-chau')
const personId = randomUUID()
const expected = new URL('../ledger/fixtures/so-theo-doi-tuan-chau-2022.expected.json', import.meta.url)
const book = join(root, 'server/src/ledger/fixtures/so-theo-doi-tuan-chau-2022.xlsx')

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ke-vai-cli-'))
})
afterAll(async () => {
  await product?.stop()
  await rm(folder, { recursive: true, force: true })
})

interface Ended {
  code: number | null
  out: string
  err: string
}

/** `npx ke-vai …`, as an administrator types it, on a data folder of this test. */
function keVai(dataDir: string, ...words: string[]): Promise<Ended> {
  const { DATABASE_URL: _, ...env } = process.env
  const child = spawn('npx', ['--no-install', 'ke-vai', ...words], {
    cwd: root,
    env: { ...env, KE_VAI_DATA: join(folder, dataDir) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended: Ended = { code: null, out: '', err: '' }
  child.stdout.on('data', (text) => {
    ended.out += text
  })
  child.stderr.on('data', (text) => {
    ended.err += text
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ ...ended, code }))
  })
}

const start = (dataDir: string) =>
  startDatabase({ port: 0, dataDir: join(folder, dataDir), databaseUrl: undefined }, () => {})

/** Sends a command as the board of the club, on a database that this test started. */
async function send(running: Running, definition: { name: string }, args: Record<string, unknown>) {
  const app = connectAs(running.server, running.database, 'ke_vai_operator', 1)
  try {
    const command = registerCommands.find((each) => each.definition.name === definition.name)
    if (!command) throw new Error(`${definition.name} has no handler`)
    const arrival = { id: randomUUID(), deviceTime: new Date().toISOString(), args }
    return await runCommand(app, running.vault, { accountId: demoId('account/tham') }, command, arrival)
  } finally {
    await app.end()
  }
}

const openHer = (running: Running) =>
  send(running, identityOpen, { clubId, personId, reason: 'prepare_visit' })

test('help is there in both languages; what is not understood is one sentence and exit code 2', async () => {
  const help = await keVai('none', '--help')
  expect(help).toMatchObject({ code: 0 })
  for (const word of [
    'import-register',
    'month-report',
    'backup',
    'restore',
    'Sao lưu',
    'Back everything up',
  ])
    expect(help.out).toContain(word)
  const unknown = await keVai('none', 'nope')
  expect(unknown).toMatchObject({ code: 2, out: '' })
  expect(unknown.err).toContain('Không có lệnh này')
  expect(await keVai('none', 'month-report', '--club', 'tuan-chau', '--month', '2022-13')).toMatchObject({
    code: 2,
  })
  const nothing = await keVai('none', 'backup', join(folder, 'nothing.kevai'))
  expect(nothing).toMatchObject({ code: 1 })
  expect(nothing.err).toContain('chưa có dữ liệu')
  expect(existsSync(join(folder, 'none'))).toBe(false)
}, 120_000)

test('scenario backup: backed up while the product runs, restored into an empty folder, shut until the key is back', async () => {
  product = await start('product')
  const args = { clubId, personId, name: 'Vàng Thị Thử', groups: ['at_risk'], phone: '0900000001' }
  await send(product, personRegister, personRegister.args.parse(args))
  const file = join(folder, 'all.kevai')
  const backup = await keVai('product', 'backup', file)
  expect(backup, backup.err).toMatchObject({ code: 0 })
  expect(backup.out).toMatch(/\d+ tables, \d+ rows, [\d.]+ s/)
  const keyFile = masterKeyPath(join(folder, 'product'))
  expect(backup.out).toContain(keyFile)
  expect(await openHer(product), 'the product goes on').toMatchObject({ name: 'Vàng Thị Thử' })
  await product.stop()
  product = null

  const full = await keVai('product', 'restore', file)
  expect(full).toMatchObject({ code: 1 })
  expect(full.err).toContain('không trống')

  const wrongKey = join(folder, 'wrong.key')
  await writeFile(wrongKey, Buffer.alloc(32, 7))
  const wrong = await keVai('restored', 'restore', file, '--key', wrongKey)
  expect(wrong).toMatchObject({ code: 1 })
  expect(wrong.err).toContain('không phải là khóa của bản sao lưu')
  expect((await readdir(folder)).filter((name) => name.startsWith('restored'))).toEqual([])

  const restored = await keVai('restored', 'restore', file)
  expect(restored, restored.err).toMatchObject({ code: 0 })
  expect(restored.out).toContain('Chưa có khóa')
  expect(existsSync(masterKeyPath(join(folder, 'restored')))).toBe(false)
  const shut = await start('restored')
  await expect(openHer(shut)).rejects.toThrow()
  await shut.stop()
  await writeFile(masterKeyPath(join(folder, 'restored')), await readFile(keyFile))
  const open = await start('restored')
  expect(await openHer(open)).toMatchObject({ name: 'Vàng Thị Thử', phone: '0900000001' })
  await open.stop()

  const keyed = await keVai('keyed', 'restore', file, '--key', keyFile)
  expect(keyed, keyed.err).toMatchObject({ code: 0 })
  expect(await readFile(masterKeyPath(join(folder, 'keyed')))).toEqual(await readFile(keyFile))
  // Nobody runs now: the command starts the engine itself and stops it again.
  const again = await keVai('keyed', 'backup', join(folder, 'again.kevai'))
  expect(again, again.err).toMatchObject({ code: 0 })
  expect((await readdir(folder)).filter((name) => name.includes('restoring'))).toEqual([])
}, 240_000)

test('a register is tried, brought in and reported, also of a month that nobody opened', async () => {
  const club = ['--club', 'tuan-chau']
  const tried = await keVai('fresh', 'import-register', book, ...club, '--dry-run', '--json')
  expect(tried, tried.err).toMatchObject({ code: 0 })
  const adds = JSON.parse(tried.out).adds
  expect(adds.contacts).toBeGreaterThan(0)
  const brought = await keVai('fresh', 'import-register', book, ...club, '--accept-merges', '--json')
  expect(brought, brought.err).toMatchObject({ code: 0 })
  const { problems, added, ...figures } = JSON.parse(brought.out)
  expect(added).toEqual({ ...adds, persons: 39 })
  expect(figures).toEqual(JSON.parse(await readFile(expected, 'utf8')))
  for (const one of problems)
    expect(Object.keys(one)).toEqual(expect.arrayContaining(['sheet', 'row', 'column', 'message']))
  expect(problems.filter((one: { severity: string }) => one.severity === 'refused')).toHaveLength(2)
  const twice = await keVai('fresh', 'import-register', book, ...club, '--accept-merges')
  expect(twice.out).toContain('0 lượt tiếp cận')

  const month = ['month-report', ...club, '--month', '2022-06']
  const report = await keVai('fresh', ...month, '--json')
  expect(report, report.err).toMatchObject({ code: 0 })
  const { state, clubCode, lines } = JSON.parse(report.out)
  expect({ state, clubCode }).toEqual({ state: 'not_opened', clubCode: 'tuan-chau' })
  const contacts = lines.find((each: { code: string }) => each.code === 'contacts')
  expect(contacts.month.value).toBeGreaterThan(0)
  const text = await keVai('fresh', ...month)
  expect(text.out).toContain('Trạng thái: chưa mở')
  expect(text.out).toContain(`Lượt tiếp cận, gặp gỡ: ${contacts.month.value} lượt`)
  const files = [join(folder, 'report.xlsx'), join(folder, 'report.docx')] as const
  const written = await keVai('fresh', ...month, '--xlsx', files[0], '--docx', files[1])
  expect(written, written.err).toMatchObject({ code: 0 })
  for (const file of files) expect((await readFile(file)).subarray(0, 2).toString()).toBe('PK')
  const nobody = await keVai('fresh', 'month-report', '--club', 'khong-co', '--month', '2022-06')
  expect(nobody).toMatchObject({ code: 1 })
}, 240_000)
