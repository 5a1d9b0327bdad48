import { createHash, randomBytes } from 'node:crypto'
import type { Sql } from '../platform/database.ts'
import type { MasterRing } from './master-ring.ts'
import { decrypt, derive, encode, encrypt } from './seal.ts'

/** A key under the master key: an organisation's, a blind index's, a purpose's. */
export interface VaultKey {
  epoch: number
  key: Buffer
}

export interface VaultKeys {
  /** The epoch that seals today; made on first use. */
  newest(name: string): Promise<VaultKey>
  /** Null when that epoch is gone. */
  at(name: string, epoch: number): Promise<VaultKey | null>
  /** A row as it was read together with something else. */
  unwrap(name: string, row: WrappedRow): Buffer
  /** Adds an epoch, which from then on is the newest, and retires those before it. */
  addEpoch(name: string): Promise<number>
  /** Puts a key that was there before (derived from the old master key) in its row. */
  keep(name: string, key: Buffer): Promise<void>
  /** Takes the row's key from under one master key and puts it under another. */
  wrapUnder(name: string, row: WrappedRow, masterEpoch: number): Buffer
  /** Lets go of every key at hand: a destroyed one must not live on in this memory. */
  forget(): void
}

export interface WrappedRow {
  epoch: number
  master_epoch: number
  wrapped: Buffer
}

const prefix = 'organisation/'
export const organisationKeyName = (id: string) => `${prefix}${id}`
export const indexKeyName = (organisationId: string) => `index/${organisationId}`
export const purposeKeyName = (word: string) => `purpose/${word}`

// As many unwrapped keys as are kept at hand: two for each organisation of a province, with room.
const mostKept = 10_000

export function openVaultKeys(sql: Sql, ring: MasterRing): VaultKeys {
  // By the wrapped bytes themselves: whatever happens to the rows, a wrong key cannot come out.
  const kept = new Map<string, Buffer>()
  const boundOf = (name: string, epoch: number, masterEpoch: number) =>
    encode(['vault_key', name, epoch, masterEpoch])
  const wrap = (name: string, epoch: number, masterEpoch: number, key: Buffer) =>
    encrypt(derive(ring.key(masterEpoch), ['wrap']), masterEpoch, boundOf(name, epoch, masterEpoch), key)

  const unwrap: VaultKeys['unwrap'] = (name, { epoch, master_epoch, wrapped }) => {
    const master = ring.key(master_epoch)
    const hash = createHash('sha256')
      .update(`${name}/${epoch}/${master_epoch}/`)
      .update(wrapped)
      .digest('base64')
    const known = kept.get(hash)
    if (known) return known
    const key = decrypt(derive(master, ['wrap']), boundOf(name, epoch, master_epoch), wrapped)
    if (kept.size >= mostKept) kept.clear()
    kept.set(hash, key)
    return key
  }

  const insert = async (name: string, epoch: number, key: Buffer) => {
    const master = ring.newest()
    const organisation = name.startsWith(prefix) ? name.slice(prefix.length) : null
    const added = await sql`
      insert into vault_key (name, organisation_id, epoch, master_epoch, wrapped)
      values (${name}, ${organisation}, ${epoch}, ${master}, ${wrap(name, epoch, master, key)})
      on conflict do nothing returning epoch`
    return added.length > 0
  }

  const find = async (name: string) => {
    const [row] = await sql<WrappedRow[]>`
      select epoch, master_epoch, wrapped from vault_key where name = ${name}
      order by retired_at is null desc, epoch desc limit 1`
    return row ? { epoch: row.epoch, key: unwrap(name, row) } : null
  }

  return {
    unwrap,
    newest: async (name) => {
      const found = await find(name)
      if (found) return found
      await insert(name, 1, randomBytes(32))
      // Another vault may have been first; its row counts.
      const made = await find(name)
      if (!made) throw new Error('a vault key was not kept')
      return made
    },
    at: async (name, epoch) => {
      const [row] = await sql<WrappedRow[]>`
        select epoch, master_epoch, wrapped from vault_key where name = ${name} and epoch = ${epoch}`
      return row ? { epoch, key: unwrap(name, row) } : null
    },
    addEpoch: async (name) => {
      const [last] = await sql<{ epoch: number }[]>`
        select coalesce(max(epoch), 0)::int as epoch from vault_key where name = ${name}`
      const epoch = (last?.epoch ?? 0) + 1
      await insert(name, epoch, randomBytes(32))
      await sql`update vault_key set retired_at = now() where name = ${name} and epoch < ${epoch} and retired_at is null`
      return epoch
    },
    keep: async (name, key) => void (await insert(name, 1, key)),
    wrapUnder: (name, row, masterEpoch) => wrap(name, row.epoch, masterEpoch, unwrap(name, row)),
    // Not written over: somebody may be sealing with one at this moment.
    forget: () => kept.clear(),
  }
}
