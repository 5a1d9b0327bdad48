import { houseChain } from '../platform/audit.ts'
import type { Tx } from '../platform/database.ts'

/**
 * The condition on rows of `audit_event` that the server's own lock sets: lines of the organisation and of those below
 * it; of the house's chain the lines of accounts that hold a role there; nobody from whom the reader is excluded.
 */
export function withinOrganisation(tx: Tx, organisationId: string) {
  return tx`(
    (chain in (
        with recursive tree as (
          select ${organisationId}::uuid as id
          union
          select organisation.id from organisation join tree on organisation.parent_id = tree.id
        )
        select id from tree)
      or (chain = ${houseChain} and account_id = any ((select policy.overseen_accounts(${organisationId}))::uuid[])))
    and (subject_id is null or subject_id <> all ((select policy.excluded_subjects())::uuid[])))`
}

/** The names of accounts by their ids. */
export async function namesOfAccounts(
  tx: Tx,
  ids: Iterable<string | null>,
): Promise<Map<string, { id: string; name: string }>> {
  const known = [...new Set(ids)].filter((id) => id !== null)
  const rows = await tx<{ id: string; name: string }[]>`
    select account_id as id, display_name as name from policy.audit_accounts(${known}) order by name, id`
  return new Map(rows.map(({ id, name }) => [id, { id, name }]))
}
