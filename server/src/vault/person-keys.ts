import { randomBytes } from 'node:crypto'
import type { Sql } from '../platform/database.ts'
import type { FreshKey } from '../platform/vault.ts'
import type { MasterRing } from './master-ring.ts'
import { decrypt, decryptOld, derive, deriveOld, encode, encrypt, oldVersion } from './seal.ts'
import { organisationKeyName, type VaultKeys } from './vault-keys.ts'

/** A person's key in the vault's memory, for the moment of one request. */
export interface PersonKey {
  key: Buffer
  organisationId: string
}

interface KeyRow {
  person_id: string
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

export interface PersonKeys {
  make(personIds: readonly string[], organisationId: string): Promise<FreshKey[]>
  /** Those that are there, by person. Read each time: a destroyed key opens nothing from that moment on. */
  load(personIds: readonly string[]): Promise<Map<string, PersonKey>>
  unwrapFresh(fresh: FreshKey): Promise<PersonKey>
  /** Wraps up to `most` keys of the epoch anew under the newest; answers how many. */
  wrapAnew(organisationId: string, epoch: number, most: number): Promise<number>
  /** Brings keys that lie under the master key itself (as before there were organisations' keys) under those. */
  takeOver(): Promise<{ taken: number; refused: number }>
}

export function openPersonKeys(sql: Sql, ring: MasterRing, keys: VaultKeys): PersonKeys {
  const boundOf = (person: string, organisation: string, epoch: number) =>
    encode(['person_key', person, organisation, epoch])
  const wrap = (person: string, organisation: string, over: { epoch: number; key: Buffer }, key: Buffer) =>
    encrypt(derive(over.key, ['wrap']), over.epoch, boundOf(person, organisation, over.epoch), key)
  const unwrap = (person: string, organisation: string, epoch: number, over: Buffer, wrapped: Buffer) =>
    decrypt(derive(over, ['wrap']), boundOf(person, organisation, epoch), wrapped)

  const load: PersonKeys['load'] = async (personIds) => {
    // Key and the key over it in one statement: between two a rotation could have moved her.
    const rows = await sql<KeyRow[]>`
      select person_id, person_key.wrapped, person_key.organisation_id, person_key.epoch,
        vault_key.wrapped as over, vault_key.master_epoch
      from person_key join vault_key using (organisation_id, epoch) where person_id = any (${[...personIds]}::uuid[])`
    return new Map(
      rows.flatMap((row) => {
        const { person_id, organisation_id, epoch, over, master_epoch, wrapped } = row
        if (organisation_id === null) return []
        const above = keys.unwrap(organisationKeyName(organisation_id), {
          epoch,
          master_epoch,
          wrapped: over,
        })
        const key = unwrap(person_id, organisation_id, epoch, above, wrapped)
        return [[person_id, { key, organisationId: organisation_id }] as const]
      }),
    )
  }

  return {
    load,
    make: async (personIds, organisationId) => {
      const over = await keys.newest(organisationKeyName(organisationId))
      return personIds.map((personId) => {
        const wrapped = wrap(personId, organisationId, over, randomBytes(32))
        return { personId, organisationId, epoch: over.epoch, wrapped }
      })
    },
    unwrapFresh: async ({ personId, organisationId, epoch, wrapped }) => {
      const over = await keys.at(organisationKeyName(organisationId), epoch)
      if (!over) throw new Error('a fresh key under an epoch that is gone')
      return { key: unwrap(personId, organisationId, epoch, over.key, wrapped), organisationId }
    },
    wrapAnew: async (organisationId, epoch, most) => {
      const name = organisationKeyName(organisationId)
      const [old, newest] = [await keys.at(name, epoch), await keys.newest(name)]
      if (!old || newest.epoch === epoch) return 0
      const rows = await sql<{ person_id: string; wrapped: Buffer }[]>`
        select person_id, wrapped from person_key where organisation_id = ${organisationId} and epoch = ${epoch}
        limit ${most}`
      const moved = rows.map(({ person_id, wrapped }) => {
        const key = unwrap(person_id, organisationId, epoch, old.key, wrapped)
        return { person: person_id, wrapped: wrap(person_id, organisationId, newest, key).toString('hex') }
      })
      // The row says its epoch beside its bytes: both change together or not at all.
      await sql`
        update person_key set wrapped = decode(moved.wrapped, 'hex'), epoch = ${newest.epoch}
        from json_to_recordset(${JSON.stringify(moved)}::text::json) as moved (person uuid, wrapped text)
        where person_id = moved.person and organisation_id = ${organisationId} and epoch = ${epoch}`
      return rows.length
    },
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
