import type { Tx } from '../platform/database.ts'
import type { KeyName } from '../platform/vault.ts'
import { selectLines } from '../register/one-person.ts'

/** Whose a consent or a referral is: of a case, or of a person in a club's register with all the lines that are she. */
export type Owner =
  | { kind: 'case'; id: string; organisationId: string }
  | { kind: 'person'; id: string; clubId: string; lines: readonly string[] }

export const caseOwner = ({ organisationId, caseId }: { organisationId: string; caseId: string }): Owner => ({
  kind: 'case',
  id: caseId,
  organisationId,
})

/** The guard has looked before that the actor reaches her. */
export async function personOwner(
  { tx, province }: { tx: Tx; province: string },
  { clubId, personId }: { clubId: string; personId: string },
): Promise<Owner> {
  const lines = await selectLines(tx, province, clubId, personId)
  return { kind: 'person', id: personId, clubId, lines: lines.map(({ id }) => id) }
}

/** The condition on rows of `consent` or `referral` that are this owner's. */
export function ownedBy(tx: Tx, owner: Owner) {
  if (owner.kind === 'case') return tx`case_id = ${owner.id}`
  return tx`club_id = ${owner.clubId} and person_id = any (${[...owner.lines]}::uuid[])`
}

/** The columns of a new row that say whose it is. */
export const ownerRow = (owner: Owner) => ({
  case_id: owner.kind === 'case' ? owner.id : null,
  person_id: owner.kind === 'person' ? owner.id : null,
  club_id: owner.kind === 'person' ? owner.clubId : null,
})

/** Of whom an audit line tells. */
export const subjectOf = ({ kind, id }: Owner) => ({ subjectKind: kind, subjectId: id })

export const keyOf = ({ kind, id }: Pick<Owner, 'kind' | 'id'>): KeyName =>
  kind === 'case' ? { case: id } : { person: id }
