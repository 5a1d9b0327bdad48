import type { Sql } from '../platform/database.ts'
import type { Rotated } from './asking.ts'
import { insertMark, markName, selectMarks, setInShares } from './custody.ts'
import { makeMasterKey, removeMasterKey } from './master-key-file.ts'
import type { MasterRing } from './master-ring.ts'
import type { OwnKeys, PersonKeys } from './person-keys.ts'
import { organisationKeyName, type VaultKeys, type WrappedRow } from './vault-keys.ts'

/** What a rotation works on. */
export interface Rotating {
  sql: Sql
  ring: MasterRing
  keys: VaultKeys
  personKeys: PersonKeys
  caseKeys: OwnKeys
  dataDir: string
}

const batch = 100

/**
 * Gives every organisation a new key, wraps each person's key anew under it and destroys the old one, while requests
 * go on. A row says its epoch beside its bytes, so whenever this is killed each row opens under exactly one epoch, and
 * running it again goes on from there.
 */
export async function rotateOrganisations(rotating: Rotating): Promise<Rotated> {
  const { sql, keys } = rotating
  const rows = await sql<{ organisation_id: string }[]>`
    select distinct organisation_id from vault_key where organisation_id is not null`
  for (const { organisation_id } of rows) await keys.addEpoch(organisationKeyName(organisation_id))
  return { ...(await finishOrganisations(rotating)), organisations: rows.length }
}

/** Goes on with what a rotation left. */
export async function finishOrganisations({ sql, keys, personKeys, caseKeys }: Rotating): Promise<Rotated> {
  const done: Rotated = { organisations: 0, persons: 0, left: 0 }
  const old = await sql<{ organisation_id: string; epoch: number }[]>`
    select organisation_id, epoch from vault_key where organisation_id is not null
      and epoch < (select max(epoch) from vault_key newest where newest.name = vault_key.name)`
  for (const { organisation_id, epoch } of old) {
    for (;;) {
      const moved =
        (await personKeys.wrapAnew(organisation_id, epoch, batch)) +
        (await caseKeys.wrapAnew(organisation_id, epoch, batch))
      done.persons += moved
      if (moved === 0) break
    }
    if (!(await destroyEpoch(sql, organisation_id, epoch))) done.left += 1
  }
  keys.forget()
  return done
}

/** The foreign keys of person_key and case_key hold what somebody still names, even one who has not yet committed. */
async function destroyEpoch(sql: Sql, organisationId: string, epoch: number): Promise<boolean> {
  try {
    await sql.begin(async (tx) => {
      await tx`set local lock_timeout = '2s'`
      await tx`delete from vault_key where organisation_id = ${organisationId} and epoch = ${epoch}`
    })
    return true
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === '23503' || code === '55P03') return false
    throw error
  }
}

/**
 * Makes a new master key in the data folder, puts every key under it and destroys the old one. A key that was in the
 * hands of operators lies in a file after this, until it is split again.
 */
export async function rotateMaster(rotating: Rotating): Promise<void> {
  const { sql, ring, dataDir } = rotating
  ring.newest()
  const epoch = Math.max(...(await selectMarks(sql)).keys()) + 1
  const key = await makeMasterKey(dataDir, epoch)
  // The mark comes before the first use: a key without a mark has nothing under it.
  await insertMark(sql, epoch, key)
  await setInShares(sql, false)
  ring.add(epoch, key)
  await finishMaster(rotating)
}

/** Goes on with what a change of the master key left. */
export async function finishMaster({ sql, ring, keys, dataDir }: Rotating): Promise<void> {
  const newest = ring.newest()
  for (;;) {
    const rows = await sql<(WrappedRow & { name: string })[]>`
      select name, epoch, master_epoch, wrapped from vault_key where master_epoch < ${newest} limit ${batch}`
    if (rows.length === 0) break
    for (const row of rows)
      await sql`update vault_key set wrapped = ${keys.wrapUnder(row.name, row, newest)}, master_epoch = ${newest}
        where name = ${row.name} and epoch = ${row.epoch} and master_epoch = ${row.master_epoch}`
  }
  const old = await sql`select from policy.vault_old_keys() limit 1`
  if (old.length > 0) return
  for (const epoch of (await selectMarks(sql)).keys())
    if (epoch < newest) {
      // First the key, then the word of it: what is killed between the two is finished at the next start.
      removeMasterKey(dataDir, epoch)
      ring.forget(epoch)
      await sql`delete from deployed where what = ${markName(epoch)}`
    }
}
