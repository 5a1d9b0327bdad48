import { randomBytes } from 'node:crypto'
import type { Sql } from '../platform/database.ts'
import type { FreshKey, KeyOwner } from '../platform/vault.ts'
import type { MasterRing } from './master-ring.ts'
import { decrypt, decryptOld, derive, deriveOld, encode, encrypt, oldVersion } from './seal.ts'
import { organisationKeyName, type VaultKeys } from './vault-keys.ts'

/** The key of a person or a case in the vault's memory, for the moment of one request. */
export interface OwnKey {
  key: Buffer
  organisationId: string
}

interface KeyRow {
  owner_id: string
  wrapped: Buffer
  organisation_id: string | null
  epoch: number
  over: Buffer
  master_epoch: number
}

interface OldRow {
  person_id: string
  wrapped: Buffer
  organisation_id: string
}

export interface OwnKeys {
  make(ids: readonly string[], organisationId: string): Promise<FreshKey[]>
  /**
   * Those that are there, by owner. Read each time: a destroyed key opens nothing from that moment on.
   * @param allowed rows are read meanwhile; nothing is unwrapped before it, and nothing at all when it refuses
   */
  load(ids: readonly string[], allowed?: Promise<unknown>): Promise<Map<string, OwnKey>>
  unwrapFresh(fresh: FreshKey): Promise<OwnKey>
  /** Wraps up to `most` keys of the epoch anew under the newest; answers how many. */
  wrapAnew(organisationId: string, epoch: number, most: number): Promise<number>
}

/** Those of persons, who were there before organisations had keys. */
export interface PersonKeys extends OwnKeys {
  /** Brings keys that lie under the master key itself (as before there were organisations' keys) under those. */
  takeOver(): Promise<{ taken: number; refused: number }>
}

const tableOf = { person: 'person_key', case: 'case_key' } as const

function wrapping(owner: KeyOwner) {
  const boundOf = (id: string, organisation: string, epoch: number) =>
    encode([tableOf[owner], id, organisation, epoch])
  const wrap = (id: string, organisation: string, over: { epoch: number; key: Buffer }, key: Buffer) =>
    encrypt(derive(over.key, ['wrap']), over.epoch, boundOf(id, organisation, over.epoch), key)
  const unwrap = (id: string, organisation: string, epoch: number, over: Buffer, wrapped: Buffer) =>
    decrypt(derive(over, ['wrap']), boundOf(id, organisation, epoch), wrapped)
  return { wrap, unwrap }
}

/** The keys of all persons, or of all cases, each wrapped by its organisation's. */
export function openOwnKeys(owner: KeyOwner, sql: Sql, keys: VaultKeys): OwnKeys {
  const { wrap, unwrap } = wrapping(owner)
  const [table, id] = [sql(tableOf[owner]), sql(`${owner}_id`)]

  const load: OwnKeys['load'] = async (ids, allowed) => {
    // Key and the key over it in one statement: between two a rotation could have moved her.
    const rows = await sql<KeyRow[]>`
      select own.${id} as owner_id, own.wrapped, own.organisation_id, own.epoch,
        vault_key.wrapped as over, vault_key.master_epoch
      from ${table} own join vault_key using (organisation_id, epoch) where own.${id} = any (${[...ids]}::uuid[])`
    await allowed
    return new Map(
      rows.flatMap((row) => {
        const { owner_id, organisation_id, epoch, over, master_epoch, wrapped } = row
        if (organisation_id === null) return []
        const above = keys.unwrap(organisationKeyName(organisation_id), {
          epoch,
          master_epoch,
          wrapped: over,
        })
        const key = unwrap(owner_id, organisation_id, epoch, above, wrapped)
        return [[owner_id, { key, organisationId: organisation_id }] as const]
      }),
    )
  }

  return {
    load,
    make: async (ids, organisationId) => {
      const over = await keys.newest(organisationKeyName(organisationId))
      return ids.map((ownerId) => {
        const wrapped = wrap(ownerId, organisationId, over, randomBytes(32))
        return { ownerId, organisationId, epoch: over.epoch, wrapped }
      })
    },
    unwrapFresh: async ({ ownerId, organisationId, epoch, wrapped }) => {
      const over = await keys.at(organisationKeyName(organisationId), epoch)
      if (!over) throw new Error('a fresh key under an epoch that is gone')
      return { key: unwrap(ownerId, organisationId, epoch, over.key, wrapped), organisationId }
    },
    wrapAnew: async (organisationId, epoch, most) => {
      const name = organisationKeyName(organisationId)
      const [old, newest] = [await keys.at(name, epoch), await keys.newest(name)]
      if (!old || newest.epoch === epoch) return 0
      const rows = await sql<{ owner_id: string; wrapped: Buffer }[]>`
        select ${id} as owner_id, wrapped from ${table} where organisation_id = ${organisationId} and epoch = ${epoch}
        limit ${most}`
      const moved = rows.map(({ owner_id, wrapped }) => {
        const key = unwrap(owner_id, organisationId, epoch, old.key, wrapped)
        return { owner: owner_id, wrapped: wrap(owner_id, organisationId, newest, key).toString('hex') }
      })
      // The row says its epoch beside its bytes: both change together or not at all.
      await sql`
        update ${table} own set wrapped = decode(moved.wrapped, 'hex'), epoch = ${newest.epoch}
        from json_to_recordset(${JSON.stringify(moved)}::text::json) as moved (owner uuid, wrapped text)
        where own.${id} = moved.owner and organisation_id = ${organisationId} and epoch = ${epoch}`
      return rows.length
    },
  }
}

export function openPersonKeys(sql: Sql, ring: MasterRing, keys: VaultKeys): PersonKeys {
  const { wrap } = wrapping('person')
  return {
    ...openOwnKeys('person', sql, keys),
    takeOver: async () => {
      let [taken, refused] = [0, 0]
      const rows = await sql<
        OldRow[]
      >`select person_id, wrapped, organisation_id from policy.vault_old_keys()`
      for (const { person_id, wrapped, organisation_id } of rows) {
        try {
          if (wrapped[0] !== oldVersion) throw new Error('not of the first form')
          const key = decryptOld(deriveOld(ring.key(1), 'wrap'), `person_key|${person_id}`, wrapped)
          const over = await keys.newest(organisationKeyName(organisation_id))
          const anew = wrap(person_id, organisation_id, over, key)
          await sql`update person_key set wrapped = ${anew}, organisation_id = ${organisation_id}, epoch = ${over.epoch}
            where person_id = ${person_id} and organisation_id is null`
          taken += 1
        } catch {
          // A row that does not open stays as it is: it must not keep the others from opening.
          refused += 1
        }
      }
      return { taken, refused }
    },
  }
}
