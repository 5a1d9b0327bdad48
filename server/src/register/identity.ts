import { type Identity, identity as identityShape } from '@ke-vai/contract/register/person.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/database.ts'
import { Refused } from '../platform/refused.ts'
import type { Bound, FreshKey, IndexToken, Vault } from '../platform/vault.ts'

interface Place {
  province: string
  clubId: string
  personId: string
}

const boundTo = (personId: string, version: number): Bound => ({
  table: 'person_identity',
  row: personId,
  field: 'identity',
  version,
})

/** Notes of a contact and answers of a screening lie under her key too. */
export const noteBound = (contactId: string): Bound => ({
  table: 'contact',
  row: contactId,
  field: 'note',
  version: 1,
})
export const answersBound = (screeningId: string): Bound => ({
  table: 'screening',
  row: screeningId,
  field: 'answers',
  version: 1,
})

/** A new person's identity, ready to be stored with her row. */
export interface SealedPerson {
  personId: string
  organisationId: string
  key: FreshKey
  sealed: Buffer
  tokens: readonly IndexToken[]
}

/** Seals new persons' identities, each under a key of her own; three questions to the vault, however many they are. */
export async function sealPersons(
  vault: Vault,
  actor: Actor,
  people: readonly { personId: string; identity: Identity }[],
): Promise<SealedPerson[]> {
  const { organisationId } = actor
  if (people.length === 0) return []
  if (organisationId === null) throw new Refused('notFound')
  const keys = await vault.makePersonKeys(
    people.map(({ personId }) => personId),
    organisationId,
  )
  const [sealed, tokens] = await Promise.all([
    vault.sealAll(
      people.map(({ personId, identity }, i) => ({
        key: { person: personId, fresh: keys[i] },
        bound: boundTo(personId, 1),
        value: identity,
      })),
    ),
    vault.indexTokens(
      organisationId,
      people.map(({ identity }) => identity),
    ),
  ])
  return people.map(({ personId }, i) => {
    const [key, bytes] = [keys[i], sealed[i]]
    if (!key || !bytes) throw new Error('the vault sealed fewer than it was given')
    return { personId, organisationId, key, sealed: bytes, tokens: tokens[i] ?? [] }
  })
}

/** Stores what was sealed for a person whose row is there. */
export async function insertIdentity(
  tx: Tx,
  place: Omit<Place, 'personId'>,
  { personId, organisationId, key, sealed, tokens }: SealedPerson,
): Promise<void> {
  const { province, clubId } = place
  await tx`insert into person_key (province, person_id, wrapped, organisation_id, epoch)
    values (${province}, ${personId}, ${key.wrapped}, ${organisationId}, ${key.epoch})`
  await tx`insert into person_identity (province, person_id, club_id, sealed)
    values (${province}, ${personId}, ${clubId}, ${sealed})`
  await insertTokens(tx, { ...place, personId }, organisationId, tokens)
}

async function insertTokens(
  tx: Tx,
  { province, clubId, personId }: Place,
  organisationId: string,
  tokens: readonly IndexToken[],
): Promise<void> {
  if (tokens.length === 0) return
  const ofHer = { province, club_id: clubId, person_id: personId, organisation_id: organisationId }
  await tx`insert into identity_index ${tx(tokens.map(({ kind, token }) => ({ ...ofHer, kind, token })))}`
}

/** Puts a corrected identity in the old one's place, and its index with it. */
export async function updateIdentity(
  tx: Tx,
  vault: Vault,
  actor: Actor,
  place: Place,
  identity: Identity,
): Promise<void> {
  const { province, clubId, personId } = place
  const [row] = await tx<{ version: number }[]>`
    select version from person_identity
    where province = ${province} and person_id = ${personId} and club_id = ${clubId} for update`
  if (!row || actor.organisationId === null) throw new Refused('notFound')
  const version = row.version + 1
  const [[sealed], [tokens]] = await Promise.all([
    vault.seal({ person: personId }, [{ bound: boundTo(personId, version), value: identity }]),
    vault.indexTokens(actor.organisationId, [identity]),
  ])
  if (!sealed) throw new Error('the vault sealed nothing')
  await tx`update person_identity set sealed = ${sealed}, version = ${version}
    where province = ${province} and person_id = ${personId} and club_id = ${clubId}`
  await tx`delete from identity_index where province = ${province} and person_id = ${personId} and club_id = ${clubId}`
  await insertTokens(tx, place, actor.organisationId, tokens ?? [])
}

interface SealedRow {
  person_id: string
  sealed: Buffer
  version: number
}

const openingOf = ({ person_id, sealed, version }: SealedRow) => ({
  key: { person: person_id },
  bound: boundTo(person_id, version),
  sealed,
})

/** Opens one identity of the club. The caller owes the audit line, written before. */
export async function selectIdentity(tx: Tx, vault: Vault, place: Place): Promise<Identity> {
  return openSealed(vault, await selectSealed(tx, place))
}

/** One identity of the club, still sealed. */
export async function selectSealed(tx: Tx, place: Place): Promise<SealedRow> {
  const [row] = await tx<SealedRow[]>`
    select person_id, sealed, version from person_identity
    where province = ${place.province} and person_id = ${place.personId} and club_id = ${place.clubId}`
  if (!row) throw new Refused('notFound')
  return row
}

/** Opens it. The caller owes the audit line, written before. */
export async function openSealed(vault: Vault, row: SealedRow): Promise<Identity> {
  const [opened] = await vault.openAll([openingOf(row)])
  return identityShape.parse(opened)
}

/**
 * Opens the identities of these persons of the club at once, for a list that two people agreed on. The caller owes the
 * audit lines, written before.
 */
export async function selectIdentities(
  tx: Tx,
  vault: Vault,
  { province, clubId }: Omit<Place, 'personId'>,
  personIds: readonly string[],
): Promise<Map<string, Identity>> {
  const rows = await tx<SealedRow[]>`
    select person_id, sealed, version from person_identity
    where province = ${province} and club_id = ${clubId} and person_id = any (${[...personIds]}::uuid[])`
  const opened = await vault.openAll(rows.map(openingOf), { book: true })
  return new Map(rows.map((row, i) => [row.person_id, identityShape.parse(opened[i])]))
}

/**
 * Opens every identity of the club, to compare a workbook with it; not of persons whom the actor is kept from, nor of
 * those who were erased. The caller owes the audit line.
 */
export async function selectClubIdentities(
  tx: Tx,
  vault: Vault,
  place: Omit<Place, 'personId'>,
): Promise<Map<string, Identity>> {
  const rows = await tx<SealedRow[]>`
    select person_id, sealed, version from person_identity
      join person on person.province = person_identity.province and person.id = person_identity.person_id
    where person_identity.province = ${place.province} and person_identity.club_id = ${place.clubId}
      and person.erased_at is null and person.id <> all ((select policy.excluded_persons())::uuid[])`
  const opened = await vault.openAll(rows.map(openingOf), { book: true })
  return new Map(rows.map((row, i) => [row.person_id, identityShape.parse(opened[i])]))
}
