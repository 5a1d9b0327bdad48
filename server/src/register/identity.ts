import type { Identity } from '@ke-vai/contract/register/person.ts'
import type { Tx } from '../platform/database.ts'
import { Refused } from '../platform/refused.ts'
import type { Vault } from '../platform/vault.ts'

interface Place {
  province: string
  clubId: string
  personId: string
}

const boundTo = (personId: string) => `person_identity|${personId}`

/** Seals a new person's identity under a key of her own. */
export async function insertIdentity(
  tx: Tx,
  vault: Vault,
  place: Place,
  identity: Identity,
): Promise<Buffer> {
  const { key, wrapped } = vault.makeKey(place.personId)
  const sealed = vault.seal(key, boundTo(place.personId), identity)
  await tx`insert into person_key (province, person_id, wrapped) values (${place.province}, ${place.personId}, ${wrapped})`
  await tx`insert into person_identity (province, person_id, club_id, sealed)
    values (${place.province}, ${place.personId}, ${place.clubId}, ${sealed})`
  return key
}

interface SealedRow {
  person_id: string
  wrapped: Buffer
  sealed: Buffer
}

/** Opens one identity of the club. The caller owes the audit line, written before. */
export async function selectIdentity(tx: Tx, vault: Vault, place: Place): Promise<Identity> {
  const [row] = await tx<SealedRow[]>`
    select person_id, wrapped, sealed from person_identity join person_key using (province, person_id)
    where province = ${place.province} and person_id = ${place.personId} and club_id = ${place.clubId}`
  if (!row) throw new Refused('notFound')
  return openRow(vault, row)
}

/** Opens every identity of the club, to compare a workbook with it. The caller owes the audit line. */
export async function selectClubIdentities(
  tx: Tx,
  vault: Vault,
  place: Omit<Place, 'personId'>,
): Promise<Map<string, Identity>> {
  const rows = await tx<SealedRow[]>`
    select person_id, wrapped, sealed from person_identity join person_key using (province, person_id)
    where province = ${place.province} and club_id = ${place.clubId}`
  return new Map(rows.map((row) => [row.person_id, openRow(vault, row)]))
}

/** The person's own key, to seal a note that belongs to her. */
export async function selectPersonKey(
  tx: Tx,
  vault: Vault,
  province: string,
  personId: string,
): Promise<Buffer> {
  const [row] = await tx<{ wrapped: Buffer }[]>`
    select wrapped from person_key where province = ${province} and person_id = ${personId}`
  if (!row) throw new Refused('notFound')
  return vault.unwrapKey(personId, row.wrapped)
}

// The vault sealed exactly this shape; nobody else can write a row that opens.
function openRow(vault: Vault, row: SealedRow): Identity {
  return vault.open(
    vault.unwrapKey(row.person_id, row.wrapped),
    boundTo(row.person_id),
    row.sealed,
  ) as Identity
}
