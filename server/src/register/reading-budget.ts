import { today } from '@ke-vai/contract/date/date.ts'
import type { Role } from '@ke-vai/contract/permissions.ts'
import { readingBudgets } from '@ke-vai/contract/register/identity.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/database.ts'
import { Refused } from '../platform/refused.ts'

/**
 * One person more than she opened today, or one of them again: refuses with `reading_budget_spent` when it would be
 * one too many, and leaves a line of alarm. Her own openings wait for one another here until the transaction ends, so
 * it is asked before the audit line of the opening is written.
 */
export async function requireBudget(tx: Tx, actor: Actor, personId: string): Promise<void> {
  const day = today()
  const held = actor.roles.filter((role) => readingBudgets[role] !== undefined)
  const [spent] = await tx<{ others: number; again: boolean; set: Record<string, number> }[]>`
    select opened.others, opened.again,
      (select coalesce(jsonb_object_agg(key, value), '{}') from (
        select distinct on (key) key, value from parameter
        where key = any (${held.map(keyOf)}) and valid_from <= ${day} and (valid_to is null or valid_to >= ${day})
        order by key, valid_from desc) valid
        where jsonb_typeof(value) = 'number') as set
    from policy.opened_today(${personId}) opened`
  if (!spent) throw new Error('the budget was not counted')
  if (spent.again) return
  const allowed = Math.max(0, ...held.map((role) => spent.set[keyOf(role)] ?? readingBudgets[role] ?? 0))
  if (spent.others >= allowed)
    throw new Refused('budgetSpent', {
      action: 'READING_BUDGET_SPENT',
      subjectKind: 'person',
      subjectId: personId,
    })
}

const keyOf = (role: Role) => `reading_budget_${role}`
