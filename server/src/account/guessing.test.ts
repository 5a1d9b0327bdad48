import { signIn } from '@ke-vai/contract/account/sign-in.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPassword } from '../../../database/seed/network.ts'
import { type TestDatabase, testDatabase } from '../platform/testing/test-database.ts'
import { makeProduct } from '../product.ts'
import { makeQueue } from './hash-queue.ts'
import { Browser, codeOf } from './testing/browser.ts'

// Behind a proxy, so that a test can come from several addresses.
const origin = 'https://kevai.example'
let database: TestDatabase
let http: Awaited<ReturnType<typeof makeProduct>>
let address: string
beforeAll(async () => {
  database = await testDatabase()
  http = await makeProduct(database, database.vault, origin)
  address = await http.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await http.close()
  await database.close()
})

const from = (network: string) =>
  new Browser(address, { origin, 'x-forwarded-for': `198.51.100.9, ${network}` })

async function timeOf(work: Promise<{ status: number }>): Promise<{ status: number; took: number }> {
  const began = Date.now()
  const { status } = await work
  return { status, took: Date.now() - began }
}

/** Failures of the past minutes: of one name at one address, as guessing along a list leaves them. */
async function plant(network: string, names: number, each: number): Promise<void> {
  // One real failure tells the hash of the address, which only the running server can make.
  await from(network).post(signIn, { username: `ai-đó-${network}`, password: 'thử' })
  await database.dangerous`
    insert into sign_in_failure (username_hash, address_hash)
    select sha256(convert_to('planted ' || name, 'UTF8')), (select address_hash from sign_in_failure order by at desc limit 1)
    from generate_series(1, ${names}) name, generate_series(1, ${each})`
}

test('guessing along many names is slowed at its address, and nowhere else', async () => {
  await plant('203.0.113.5', 10, 6)
  const guess = await timeOf(from('203.0.113.5').post(signIn, { username: 'khai', password: 'thử' }))
  expect(guess.took).toBeGreaterThan(4_900)
  const elsewhere = await timeOf(
    from('203.0.113.6').post(signIn, { username: 'khai', password: demoPassword }),
  )
  expect(elsewhere.status).toBe(200)
  expect(elsewhere.took).toBeLessThan(4_500)
}, 30_000)

test('one person who mistypes often does not slow her colleagues at the same address', async () => {
  await plant('203.0.113.7', 1, 60)
  const colleague = await timeOf(
    from('203.0.113.7').post(signIn, { username: 'nga', password: demoPassword }),
  )
  expect(colleague.took).toBeLessThan(4_500)
})

test('a browser that she has used comes in at once while others guess her name', async () => {
  const hers = from('203.0.113.8')
  expect((await hers.post(signIn, { username: 'lai', password: demoPassword })).status).toBe(200)
  for (let guess = 0; guess < 9; guess++)
    await database.dangerous`insert into sign_in_failure (username_hash) values (sha256(convert_to('lai', 'UTF8')))`
  const stranger = await timeOf(from('203.0.113.9').post(signIn, { username: 'lai', password: 'thử' }))
  expect(stranger.took).toBeGreaterThan(4_900)
  const owner = await timeOf(hers.post(signIn, { username: 'lai', password: demoPassword }))
  expect(owner.status).toBe(200)
  expect(owner.took).toBeLessThan(4_500)
}, 30_000)

test('trying at once gains nothing: only a few tries may wait', async () => {
  for (let guess = 0; guess < 9; guess++)
    await database.dangerous`insert into sign_in_failure (username_hash) values (sha256(convert_to('son', 'UTF8')))`
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => from('203.0.113.20').post(signIn, { username: 'son', password: 'thử' })),
  )
  const codes = answers.map(codeOf)
  expect(codes.filter((code) => code === 'wrong_password')).toHaveLength(3)
  expect(codes.filter((code) => code === 'too_many_tries')).toHaveLength(5)
}, 30_000)

test('behind HTTPS the cookies are tied to the host', async () => {
  const answer = await from('203.0.113.30').post(signIn, { username: 'pao', password: demoPassword })
  for (const line of answer.headers.getSetCookie()) {
    expect(line).toMatch(/^__Host-ke_vai/)
    expect(line).toMatch(/; Secure/)
    expect(line).toMatch(/; HttpOnly/)
  }
})

test('a page of another origin is refused even when it names the host right', async () => {
  const browser = new Browser(address, { origin: 'http://kevai.example' })
  expect((await browser.post(signIn, { username: 'pao', password: demoPassword })).status).toBe(403)
})

test('so many hashes run at once, so many wait, the rest is refused; a known device goes first', async () => {
  const queue = makeQueue(2, 2)
  const order: string[] = []
  let running = 0
  let most = 0
  const work = (name: string) => async () => {
    running += 1
    most = Math.max(most, running)
    await new Promise((go) => setTimeout(go, 20))
    running -= 1
    order.push(name)
  }
  const all = ['a', 'b', 'c', 'd'].map((name) => queue(work(name)))
  await expect(queue(work('e'))).rejects.toThrow('too_many_tries')
  all.push(queue(work('known'), true))
  await Promise.all(all)
  expect(most).toBe(2)
  expect(order.indexOf('known')).toBe(2)
})
