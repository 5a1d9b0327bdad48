import type { Sql } from '../platform/database.ts'
import { masterKeyPath } from './key-path.ts'
import { makeMasterKey, readMasterKeys } from './master-key-file.ts'
import { type MasterRing, makeMasterRing, markOf } from './master-ring.ts'
import { deriveOld } from './seal.ts'
import { openVaultKeys, purposeKeyName } from './vault-keys.ts'

/** Under which word `deployed` keeps the one-way mark of a master key. */
export const markName = (epoch: number) => (epoch === 1 ? 'master_key' : `master_key/${epoch}`)

/** The marks of the master keys that this database knows, by epoch. */
export async function selectMarks(sql: Sql): Promise<Map<number, string>> {
  const rows = await sql<{ what: string; hash: string }[]>`
    select what, hash from deployed where what = 'master_key' or what like 'master\\_key/%'`
  return new Map(rows.map(({ what, hash }) => [Number(what.split('/')[1] ?? 1), hash]))
}

export async function insertMark(sql: Sql, epoch: number, key: Buffer): Promise<void> {
  await sql`insert into deployed (what, hash) values (${markName(epoch)}, ${markOf(key)}) on conflict do nothing`
}

export async function isInShares(sql: Sql): Promise<boolean> {
  const rows = await sql`select from deployed where what = 'master_key_custody' and hash = 'shares'`
  return rows.length > 0
}

/** Says in whose custody the master key is from now on. */
export async function setInShares(sql: Sql, inShares: boolean): Promise<void> {
  await sql`delete from deployed where what = 'master_key_custody'`
  if (inShares) await sql`insert into deployed (what, hash) values ('master_key_custody', 'shares')`
}

/**
 * The master keys of this database, from the files of the data folder. The first start makes the key and leaves its
 * mark; from then on a key that is missing or another one makes nothing new, it leaves the vault shut until it is put
 * back, or until two operators have brought their shares.
 */
export async function openRing(sql: Sql, dataDir: string, say: (line: string) => void): Promise<MasterRing> {
  const known = await selectMarks(sql)
  if (known.size === 0) {
    const key = (await readMasterKeys(dataDir)).get(1) ?? (await makeMasterKey(dataDir, 1))
    await insertMark(sql, 1, key)
  }
  const marks = await selectMarks(sql)
  const ring = makeMasterRing()
  // By its mark and not by its name: a key put back by hand may lie under another.
  for (const key of (await readMasterKeys(dataDir)).values())
    for (const [epoch, mark] of marks) if (mark === markOf(key)) ring.add(epoch, key)
  const newest = Math.max(...marks.keys())
  if (ring.isOpen() && ring.newest() === newest) {
    if (known.size > 0) await keepOldPurposes(sql, ring)
    return ring
  }
  say(
    (await isInShares(sql))
      ? 'Khóa đang do ba người giữ; thông tin riêng đóng kín cho tới khi hai người mở bằng: npx ke-vai unlock (identities stay shut until two of three operators unlock them).'
      : `CHÚ Ý: ${masterKeyPath(dataDir, newest)} không có hoặc không phải khóa của dữ liệu này; thông tin riêng đóng kín cho tới khi đặt lại đúng khóa (the key is missing or another one: identities stay shut).`,
  )
  return makeMasterRing()
}

/**
 * What was sealed for a purpose before there were rows of keys lies under keys derived from the first master key. They
 * get rows, so that the master key can be changed without them.
 */
export async function keepOldPurposes(sql: Sql, ring: MasterRing): Promise<void> {
  const rows = await sql`select from vault_key limit 1`
  if (rows.length > 0) return
  const keys = openVaultKeys(sql, ring)
  for (const word of ['police', 'member_background', 'ledger-row'])
    await keys.keep(purposeKeyName(word), deriveOld(ring.key(1), word))
}
