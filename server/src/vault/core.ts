import { createHmac } from 'node:crypto'
import type { Credential } from '../platform/actor.ts'
import type { Sql } from '../platform/database.ts'
import { Refused } from '../platform/refused.ts'
import type { Opening } from '../platform/vault.ts'
import type { Asking } from './asking.ts'
import { tokensOf } from './blind-index.ts'
import { fillIndex } from './fill-index.ts'
import { fillSafeContact } from './fill-safe-contact.ts'
import { type Limits, makeMeter } from './limits.ts'
import type { MasterRing } from './master-ring.ts'
import { hasOwner, loadNamed, type OwnKeyName, ownerOf } from './named-keys.ts'
import { type OwnKeys, openOwnKeys, openPersonKeys, type PersonKeys } from './person-keys.ts'
import { boundBytes, decrypt, decryptOld, encrypt, epochOf, fieldKey, oldVersion } from './seal.ts'
import { searchIdentities } from './search-identities.ts'
import { indexKeyName, openVaultKeys, purposeKeyName, type VaultKeys } from './vault-keys.ts'
import { mayOpen, needsNoStepUp } from './who-asks.ts'

/** The vault where its keys are. */
export interface Core extends Asking {
  /** Brings what earlier versions left into today's form: old keys, persons without index. Safe to run again. */
  catchUp(): Promise<void>
  keys: VaultKeys
  personKeys: PersonKeys
  caseKeys: OwnKeys
}

export interface CoreOptions {
  sql: Sql
  ring: MasterRing
  /** True for the command line's own vault: it takes an account's id for whoever asks. The server's never does. */
  accounts: boolean
  limits?: Limits | undefined
  now?: () => number
}

const isIdentity = ({ key, bound }: Opening) => 'person' in key && bound.table === 'person_identity'

// A person or a case has one key; it is destroyed and never renewed, only what wraps it is.
const ownEpoch = 1

// What is opened lies under a stored key: a key handed in with the question would be whoever asks's own.
const asStoredOwn = (key: OwnKeyName): OwnKeyName =>
  'person' in key ? { person: key.person } : { case: key.case }
const asStored = ({ key }: Opening) => ({ key: hasOwner(key) ? asStoredOwn(key) : key })

/** The vault itself, over its own login to the database. Holds keys: it runs in the vault's process, and in tests. */
export function makeCore({ sql, ring, accounts, limits, now }: CoreOptions): Core {
  const keys = openVaultKeys(sql, ring)
  const personKeys = openPersonKeys(sql, ring, keys)
  const caseKeys = openOwnKeys('case', sql, keys)
  const owned = { person: personKeys, case: caseKeys }
  const meter = makeMeter(limits, now)

  const taken = (who: Credential | null) => {
    if (who !== null && 'accountId' in who && !accounts) throw new Refused('signedOut')
    return who
  }

  const sealAll: Core['sealAll'] = async (sealings) => {
    const keyOf = await loadNamed(owned, sealings)
    const sealed: Buffer[] = []
    for (const { key, bound, value } of sealings) {
      const plain = Buffer.from(JSON.stringify(value) ?? 'null')
      if (hasOwner(key)) {
        const { key: own, organisationId } = keyOf(key)
        const place = boundBytes(bound, ownerOf(key).id, organisationId)
        sealed.push(encrypt(fieldKey(own, bound), ownEpoch, place, plain))
      } else {
        const newest = await keys.newest(purposeKeyName(key.purpose))
        sealed.push(encrypt(fieldKey(newest.key, bound), newest.epoch, boundBytes(bound, '', ''), plain))
      }
    }
    return sealed
  }

  const openOne = async (
    keyOf: Awaited<ReturnType<typeof loadNamed>>,
    { key, bound, sealed }: Opening,
  ): Promise<unknown> => {
    const isOld = sealed[0] === oldVersion
    const oldPlace = `${bound.table}|${bound.row}`
    if (hasOwner(key)) {
      const { key: own, organisationId } = keyOf(asStoredOwn(key))
      const plain = isOld
        ? decryptOld(own, oldPlace, sealed)
        : decrypt(fieldKey(own, bound), boundBytes(bound, ownerOf(key).id, organisationId), sealed)
      return JSON.parse(plain.toString())
    }
    const its = await keys.at(purposeKeyName(key.purpose), isOld ? 1 : epochOf(sealed))
    if (!its) throw new Refused('notFound')
    const plain = isOld
      ? decryptOld(its.key, oldPlace, sealed)
      : decrypt(fieldKey(its.key, bound), boundBytes(bound, '', ''), sealed)
    return JSON.parse(plain.toString())
  }

  const mayHave = async (who: Credential | null, openings: readonly Opening[], book: boolean) => {
    const asker = await mayOpen(sql, who, openings)
    // What is the server's own (a code that signs somebody in) is not counted as an opening, nor what every page
    // of a person shows.
    const counted = asker === 'the server' ? 0 : openings.filter((each) => !needsNoStepUp(each)).length
    if (book) meter.book(asker, openings.length)
    else if (counted > 0) meter.openings(asker, counted)
  }

  /** @param allowed who is refused there has nothing unwrapped */
  const openUnasked = async (openings: readonly Opening[], allowed?: Promise<unknown>) => {
    const keyOf = await loadNamed(owned, openings.map(asStored), allowed)
    await allowed
    const values: unknown[] = []
    for (const each of openings) values.push(await openOne(keyOf, each))
    return values
  }

  return {
    keys,
    personKeys,
    caseKeys,
    makeKeys: (owner, ids, organisationId) => owned[owner].make(ids, organisationId),
    sealAll,
    openAll: async (who, openings, book) => {
      if (openings.length === 0) return []
      // The wider bound is there to compare a book of names; notes and answers of a screening are opened one by one.
      if (book && !openings.every(isIdentity)) throw new Refused('notFound')
      // While the database is asked whether she may, the keys are read as they lie: wrapped.
      const allowed = mayHave(taken(who), openings, book)
      allowed.catch(() => {})
      return openUnasked(openings, allowed)
    },
    hash: async (purpose, texts) => {
      const { key } = await keys.newest(purposeKeyName(purpose))
      return texts.map((text) => createHmac('sha256', key).update(text).digest())
    },
    indexTokens: async (organisationId, people) => {
      const { key } = await keys.newest(indexKeyName(organisationId))
      return people.map((person) => tokensOf(key, person))
    },
    search: async (who, organisationId, clubId, asked) => {
      const { key } = await keys.newest(indexKeyName(organisationId))
      const place = { organisationId, clubId }
      return searchIdentities({ sql, meter, key, open: openUnasked }, taken(who), place, asked)
    },
    state: async () => {
      const [custody] = await sql`select from deployed where what = 'master_key_custody' and hash = 'shares'`
      return { open: ring.isOpen(), custody: custody ? 'shares' : 'file' }
    },
    fits: async () => {
      const [one] = await sql<{ person_id: string }[]>`select person_id from person_key limit 1`
      if (!one) return null
      return personKeys.load([one.person_id]).then(
        (found) => found.size === 1,
        () => false,
      )
    },
    catchUp: async () => {
      await personKeys.takeOver()
      await fillIndex(sql, keys, openUnasked)
      await fillSafeContact(sql, sealAll)
    },
  }
}
