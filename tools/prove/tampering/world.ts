import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFileSigner } from '../../../server/src/audit/head-signer.ts'
import { signHeads } from '../../../server/src/audit/keep-heads.ts'
import { readHeads, verifyIn } from '../../../server/src/audit/verify-audit.ts'
import { demoId } from '../../../server/src/demo/demo.ts'
import { asActor } from '../../../server/src/platform/actor.ts'
import { houseChain, writeAudit } from '../../../server/src/platform/audit.ts'
import type { Sql, Tx } from '../../../server/src/platform/database.ts'
import { type TestDatabase, testDatabase } from '../../../server/src/platform/testing/test-database.ts'

/** A database with lines in several chains, some of before the chain, all signed now and then. */
export interface World {
  /** The superuser, whom nothing stops. */
  dangerous: Sql
  chains: readonly string[]
  lines: number
  /** Looks at the audit as this transaction sees it. */
  look(tx: Tx): ReturnType<typeof verifyIn>
  close(): Promise<void>
}

const clubs = ['tuan-chau', 'cao-xanh', 'hung-thang', 'bach-dang'] as const

/** @param rounds after each of them the heads are signed; a round adds `perRound` lines to each chain */
export async function makeWorld(rounds: number, perRound: number): Promise<World> {
  const database = await testDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'ke-vai-tampering-'))
  const signer = await openFileSigner(dataDir)
  if (!signer) throw new Error('a fresh folder has a signer')
  await addUnchained(database)
  for (let round = 0; round < rounds; round++) {
    for (const club of clubs) await addLines(database, club, perRound)
    await signHeads({ sql: database.app, dataDir, signer })
  }
  const known = readHeads(dataDir)
  const chains = await database.dangerous<{ chain: string }[]>`select chain from audit_chain order by chain`
  const look = (tx: Tx) => verifyIn(tx, known.heads)
  const before = await database.dangerous.begin(look)
  if (before.troubles.length > 0 || known.trouble)
    throw new Error('the world does not hold before it is tampered with')
  return {
    dangerous: database.dangerous,
    chains: chains.map(({ chain }) => chain),
    lines: before.lines,
    look,
    close: async () => {
      await database.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function addLines(database: TestDatabase, club: string, lines: number): Promise<void> {
  const target = { clubId: demoId(`club/${club}`) }
  const accountId = demoId(`account/${club === 'tuan-chau' ? 'tham' : club}`)
  await asActor(database.operator, { accountId }, target, async (tx, actor) => {
    for (let i = 0; i < lines; i++) {
      // Every fifth line belongs to the house, as signing in does.
      const whose = i % 5 === 4 ? { ...actor, organisationId: null } : actor
      await writeAudit(
        tx,
        { actor: whose, province: '22', action: 'IDENTITY_OPENED', target, commandId: randomUUID() },
        {
          subjectKind: 'person',
          subjectId: randomUUID(),
          fields: ['identity'],
          ...(i % 2 ? { reason: 'call' } : {}),
        },
      )
    }
  })
}

/** As a database that is older than the chain has them: the house's first line is made again as the upgrade makes it. */
async function addUnchained({ dangerous: sql }: TestDatabase): Promise<void> {
  await sql`
    insert into audit_event (province, id, at, action, subject_kind)
    select '22', gen_random_uuid(), now() - n * interval '1 hour', 'PERSON_REGISTERED', 'person' from generate_series(1, 50) n`
  await sql.begin(async (tx) => {
    await tx`delete from audit_event where chain = ${houseChain} and seq = 1`
    await tx`delete from audit_chain where chain = ${houseChain}`
    await tx.unsafe(genesisOf(await readMigration()))
  })
}

async function readMigration(): Promise<string> {
  return readFile(new URL('../../../database/migrations/0008_audit.sql', import.meta.url), 'utf8')
}

/** The one statement of the migration that makes the first line. */
function genesisOf(migration: string): string {
  const from = migration.indexOf('with before as (')
  const to = migration.indexOf(';', from)
  if (from < 0 || to < 0) throw new Error('the migration makes no first line')
  return migration.slice(from, to)
}
