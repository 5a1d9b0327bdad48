import { generateKeyPairSync } from 'node:crypto'
import { appendFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { asActor } from '../platform/actor.ts'
import { writeAudit } from '../platform/audit.ts'
import { connectAs, type Sql } from '../platform/database.ts'
import { type TestDatabase, testDatabase } from '../platform/testing/test-database.ts'
import { headsFile, openFileSigner, publicKeyText, signerOf } from './head-signer.ts'
import { signHeads } from './keep-heads.ts'
import { readHeads, type Verification, verifyAudit, verifyIn } from './verify-audit.ts'

let database: TestDatabase
let backup: Sql
let dataDir: string

beforeAll(async () => {
  database = await testDatabase()
  backup = connectAs(database.server, database.name, 'ke_vai_backup', 1)
  dataDir = await mkdtemp(join(tmpdir(), 'ke-vai-audit-'))
  await write(20)
})
afterAll(async () => {
  await backup?.end()
  await database?.close()
  await rm(dataDir, { recursive: true, force: true })
})

async function write(lines: number): Promise<void> {
  await asActor(
    database.operator,
    { accountId: demoId('account/tham') },
    { clubId: demoId('club/tuan-chau') },
    async (tx, actor) => {
      for (let i = 0; i < lines; i++)
        await writeAudit(
          tx,
          {
            actor,
            province: '22',
            action: 'TASK_GIVEN',
            target: { clubId: demoId('club/tuan-chau') },
            commandId: null,
          },
          {
            subjectKind: 'task',
            subjectId: null,
            fields: ['content', 'member'],
            ...(i % 2 ? { reason: 'call' } : {}),
          },
        )
    },
  )
}

async function sign() {
  const signer = await openFileSigner(dataDir)
  if (!signer) throw new Error('no signer')
  return signHeads({ sql: database.app, dataDir, signer })
}
const look = async (): Promise<Verification> => verifyAudit(backup, readHeads(dataDir))

test('a database as it is deployed, and every line written since, holds', async () => {
  const verified = await look()
  expect(verified.troubles).toEqual([])
  expect(verified.lines).toBe(21)
  expect((await sign()).signed).toBe(2)
  expect((await sign()).signed).toBe(0)
  await write(3)
  expect((await sign()).signed).toBe(1)
  expect(await look()).toMatchObject({ troubles: [], headsTrouble: null, heads: 3 })
})

test('a line changed in the heads file, a shortened one, another key and an unfinished line are all told apart', async () => {
  await sign()
  const path = headsFile(dataDir)
  const whole = readFileSync(path, 'utf8')
  try {
    appendFileSync(path, '{"chain":"unfinished')
    expect(readHeads(dataDir).trouble).toBeNull()
    await write(1)
    await sign()
    expect(readHeads(dataDir)).toMatchObject({ trouble: null })
    writeFileSync(path, whole.replace(/"seq":\d+/u, '"seq":999'))
    expect(readHeads(dataDir).trouble).toEqual({ line: 1, wrong: 'not_signed_so' })
    writeFileSync(path, whole.slice(whole.indexOf('\n') + 1))
    expect(readHeads(dataDir).trouble).toEqual({ line: 1, wrong: 'not_signed_so' })
    writeFileSync(path, whole)
    const other = publicKeyText(await signerOf(generateKeyPairSync('ed25519').privateKey).publicKey())
    expect(readHeads(dataDir, undefined, other).trouble).toEqual({ line: 1, wrong: 'not_signed_so' })
    expect(readHeads(dataDir, undefined, 'no key').trouble).toEqual({ line: null, wrong: 'no_public_key' })
  } finally {
    writeFileSync(path, whole)
  }
})

test('a database set back to an earlier day is found, and not signed', async () => {
  await write(2)
  await sign()
  const undo = new Error('undo')
  const sql = database.dangerous
  const chain = demoId('organisation/union-tuan-chau')
  await sql
    .begin(async (tx) => {
      await tx`delete from audit_event where chain = ${chain} and seq > 5`
      await tx`update audit_chain set last_seq = 5, head = (select hash from audit_event where chain = ${chain} and seq = 5) where chain = ${chain}`
      const { troubles } = await verifyIn(tx, readHeads(dataDir).heads)
      expect(troubles).toEqual([{ chain, seq: 1, until: 6, at: null, wrong: 'cut' }])
      const signer = await openFileSigner(dataDir)
      if (!signer) throw new Error('no signer')
      expect(await signHeads({ sql: tx as unknown as Sql, dataDir, signer })).toEqual({
        signed: 0,
        refused: [chain],
      })
      throw undo
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error
    })
})

test('the copy of the heads is believed where the first file was shortened', async () => {
  const copyDir = join(dataDir, 'copy')
  const signer = await openFileSigner(dataDir)
  if (!signer) throw new Error('no signer')
  await write(1)
  await signHeads({ sql: database.app, dataDir, copyDir, signer })
  const path = headsFile(dataDir)
  const whole = readFileSync(path, 'utf8')
  const all = readHeads(dataDir, copyDir).heads.length
  writeFileSync(path, `${whole.split('\n').slice(0, 1).join('\n')}\n`)
  expect(readHeads(dataDir, copyDir)).toMatchObject({ trouble: null })
  expect(readHeads(dataDir, copyDir).heads).toHaveLength(all)
  writeFileSync(path, whole)
})

test('a signing key that is gone is not made anew', async () => {
  const key = join(dataDir, 'keys', 'audit-signing.key')
  renameSync(key, `${key}.away`)
  expect(await openFileSigner(dataDir)).toBeNull()
  renameSync(`${key}.away`, key)
})

test('sixteen commands at once over two clubs of one organisation: none waits in a circle', async () => {
  const clubs = [demoId('club/bach-dang'), demoId('club/hong-gai')]
  const one = (i: number) =>
    asActor(
      database.operator,
      { accountId: demoId('account/nga') },
      { clubId: clubs[i % 2] ?? '' },
      async (tx, actor) => {
        await tx`update club set pilot = pilot where id = ${clubs[i % 2] ?? ''}`
        for (let n = 0; n < 3; n++)
          await writeAudit(
            tx,
            { actor, province: '22', action: 'CLUB_FACTS_SET', target: {}, commandId: null },
            { subjectKind: 'club', subjectId: clubs[i % 2] ?? '' },
          )
      },
    )
  const ended = await Promise.allSettled(Array.from({ length: 16 }, (_, i) => one(i)))
  expect(ended.filter(({ status }) => status === 'rejected')).toEqual([])
  expect((await look()).troubles).toEqual([])
})

test('half a hundred thousand lines are verified in a second or two', async () => {
  const sql = database.dangerous
  const undo = new Error('undo')
  await sql
    .begin(async (tx) => {
      await tx`insert into audit_event (province, id, action, subject_kind, subject_id, fields)
        select '22', gen_random_uuid(), 'IDENTITY_OPENED', 'person', gen_random_uuid(), '{identity}' from generate_series(1, 50000)`
      const began = performance.now()
      const { lines } = await verifyIn(tx, [])
      const seconds = (performance.now() - began) / 1000
      console.log(`${lines} lines verified in ${seconds.toFixed(2)} s`)
      expect(lines).toBeGreaterThan(50_000)
      expect(seconds).toBeLessThan(10)
      throw undo
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error
    })
})
