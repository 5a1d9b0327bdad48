import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { contactRecord } from '@ke-vai/contract/register/contact.ts'
import { personRegister } from '@ke-vai/contract/register/person.ts'
import { afterEach, expect, it } from 'vitest'
import { clubs, people } from '../../database/seed/network.ts'
import { demoId } from './demo/demo.ts'
import { dangerousConnectForDeploy, type Sql } from './platform/database.ts'
import { findRunningEngine } from './platform/engine/engine.ts'
import { sendTo, signInAt } from './testing/product-client.ts'
import { clearAway, leftovers, newFolder, ProductProcess, servers } from './testing/product-process.ts'

const rounds = Number(process.env.KE_VAI_KILLS ?? 20)
const timeout = 60_000 + rounds * 30_000
const clubId = demoId('club/tuan-chau')

afterEach(clearAway, 120_000)

/** Looks into the database of a product that runs, as the bootstrap superuser. */
async function look<T>(dataDir: string, ask: (sql: Sql) => Promise<T>): Promise<T> {
  const engine = await findRunningEngine(dataDir)
  if (engine === null) throw new Error('no server')
  const sql = dangerousConnectForDeploy(engine, 'ke_vai')
  try {
    return await ask(sql)
  } finally {
    await sql.end()
  }
}

/** How many of everything that a first start loads. */
const network = (dataDir: string) =>
  look(
    dataDir,
    async (sql) =>
      (
        await sql`select (select count(*)::int from account) as accounts, (select count(*)::int from club) as clubs,
          (select count(*)::int from place) as places, (select count(*)::int from place_succession) as successions,
          (select count(*)::int from role_grant) as grants, (select count(*)::int from pg_policies) as policies,
          (select count(*)::int from schema_migration) as migrations`
      )[0],
  )

/** Waits until initdb is through. */
async function cluster(dataDir: string): Promise<void> {
  while (!existsSync(join(dataDir, 'database'))) await pause(2)
}

/** A first start that nothing disturbs: how long it takes and what it loads. */
async function firstStart() {
  const dataDir = newFolder()
  const product = new ProductProcess(dataDir)
  await cluster(dataDir)
  const untilCluster = Date.now() - product.began
  await product.ready()
  const milliseconds = Date.now() - product.began
  const loaded = await network(dataDir)
  expect(await product.stop()).toBe(0)
  return { milliseconds, untilCluster, network: loaded }
}

it(`a first start killed at any moment, ${rounds} times: the next one works and leaves nothing`, {
  timeout,
}, async () => {
  // Two at a time, as below, so that they take as long as those that are killed.
  const whole = await Promise.all([firstStart(), firstStart()])
  let usual = Math.max(...whole.map(({ milliseconds }) => milliseconds))
  const untilCluster = Math.min(...whole.map((each) => each.untilCluster))
  const expected = whole[0]?.network
  expect(expected).toMatchObject({ accounts: people.length + 1, clubs: clubs.length })

  let early = 0
  let late = 0
  let withCluster = 0
  let withNetwork = 0
  const round = async (number: number) => {
    const dataDir = newFolder()
    const product = new ProductProcess(dataDir)
    // Each round has its own part of the way and a random moment in it; every second one a part after initdb, where
    // most is written in little time.
    const part = (number + Math.random()) / rounds
    if (number % 2 === 0) await pause(part * usual)
    else {
      await cluster(dataDir)
      await pause(part * (usual - untilCluster))
    }
    const serverToo = number % 3 === 2
    const alive = serverToo ? leftovers(dataDir) : []
    await product.kill()
    for (const pid of [...alive, ...(serverToo ? leftovers(dataDir) : [])]) killNow(Number(pid))
    if (product.output.includes('Ctrl-C')) {
      late += 1
      usual *= 0.9
    } else early += 1
    if (existsSync(join(dataDir, 'database'))) withCluster += 1
    if (product.output.includes('sẵn sàng')) withNetwork += 1
    const next = new ProductProcess(dataDir)
    await next.ready()
    expect(servers(dataDir)).toHaveLength(1)
    expect(await network(dataDir)).toEqual(expected)
    expect(await next.stop()).toBe(0)
    expect(next.errors).toBe('')
    expect(leftovers(dataDir, next.pid)).toEqual([])
    expect(leftovers(dataDir, product.pid)).toEqual([])
    expect(readdirSync(dataDir).filter((name) => name.includes('.new'))).toEqual([])
    rmSync(dataDir, { recursive: true })
  }
  // One that was ready a moment before its kill does not count; another takes its place.
  let next = 0
  const lane = async () => {
    while (next < rounds || (early < rounds && next < rounds * 2)) {
      next += 1
      await round((next - 1) % rounds)
    }
  }
  await Promise.all([lane(), lane()])
  expect(early).toBeGreaterThanOrEqual(rounds)
  console.log(
    `${early} first starts killed on their way, ${late} just after; ${withCluster} had a cluster, ${withNetwork} the network`,
  )
})

function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It was gone already.
  }
}

interface Sent {
  id: string
  contactId: string
}

/** A contact as a device sends it; the same ids again are the same contact. */
const record = (address: string, cookie: string, personId: string, { id, contactId }: Sent) =>
  sendTo(address, cookie, contactRecord, id, {
    clubId,
    contactId,
    personId,
    onDay: '2022-06-01',
    kinds: ['visit'],
    note: 'chị vẫn khỏe',
    ruleTicked: true,
  })

it(`Node alone killed while contacts are recorded, ${rounds} times: each that was acknowledged is there once`, {
  timeout,
}, async () => {
  const dataDir = newFolder()
  const personId = randomUUID()
  const acknowledged: string[] = []
  let unanswered: Sent[] = []
  let cookie = ''
  let retried = 0
  for (let number = 0; number <= rounds; number += 1) {
    const product = new ProductProcess(dataDir)
    const address = await product.ready()
    expect(servers(dataDir)).toHaveLength(1)
    if (number === 0) {
      cookie = await signInAt(address, 'tham')
      const her = { clubId, personId, name: 'Vàng Thị Thử', groups: ['at_risk' as const] }
      expect(await sendTo(address, cookie, personRegister, randomUUID(), her)).toBe(200)
    }
    // The device sends again what was never answered, whether it had arrived or not.
    for (const sent of unanswered) {
      expect(await record(address, cookie, personId, sent)).toBe(200)
      acknowledged.push(sent.contactId)
      retried += 1
    }
    unanswered = []
    const kept = await look(
      dataDir,
      (sql) => sql<{ id: string }[]>`select id from contact where person_id = ${personId}`,
    )
    expect(kept.map(({ id }) => id).sort()).toEqual([...acknowledged].sort())
    if (number === rounds) {
      expect(await product.stop()).toBe(0)
      expect(leftovers(dataDir, product.pid)).toEqual([])
      break
    }
    const write = async () => {
      for (;;) {
        const sent = { id: randomUUID(), contactId: randomUUID() }
        const status = await record(address, cookie, personId, sent).catch(() => null)
        if (status === null) {
          unanswered.push(sent)
          return
        }
        expect(status).toBe(200)
        acknowledged.push(sent.contactId)
      }
    }
    const writers = [write(), write(), write(), write()]
    const enough = acknowledged.length + 1 + number
    while (acknowledged.length < enough) await pause(1)
    await pause(Math.random() * 30)
    await product.kill()
    await Promise.all(writers)
    expect(servers(dataDir)).toHaveLength(1)
  }
  expect(acknowledged.length - retried).toBeGreaterThan(rounds)
  expect(new Set(acknowledged).size).toBe(acknowledged.length)
  console.log(`${rounds} kills, ${acknowledged.length} contacts acknowledged (${retried} sent again), 0 lost`)
})
