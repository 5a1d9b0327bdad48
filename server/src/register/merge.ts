import {
  mergeRule,
  personMerge,
  personUnmerge,
  undoDays,
  undoTooLate,
} from '@ke-vai/contract/register/merge.ts'
import type { ResultSet } from '../platform/approval.ts'
import { type CommandContext, command } from '../platform/commands.ts'
import { requireSubject } from '../platform/guard.ts'
import { Refused } from '../platform/refused.ts'

type Context = Pick<CommandContext, 'tx' | 'reach' | 'province'>

interface Pair {
  clubId: string
  keptId: string
  mergedId: string
}

interface LineRow {
  id: string
  merged_into: string | null
  member_id: string | null
  holds_others: boolean
}

/** Both lines, held until the end of the transaction; the second one is guarded like the first. */
async function selectPair({ tx, reach, province }: Context, { clubId, keptId, mergedId }: Pair) {
  const subject = { kind: 'person', arg: 'mergedId' } as const
  await requireSubject(tx, subject, mergedId, { province, reach, target: { clubId } })
  const rows = await tx<LineRow[]>`
    select id, merged_into, member_id,
      exists (select from person other where other.province = person.province and other.merged_into = person.id) as holds_others
    from person where province = ${province} and club_id = ${clubId} and id in (${keptId}, ${mergedId})
    order by id for update`
  const kept = rows.find((row) => row.id === keptId)
  const merged = rows.find((row) => row.id === mergedId)
  if (!kept || !merged) throw new Refused('notFound')
  return { kept, merged }
}

async function requireMergeable(context: Context, args: Pair): Promise<void> {
  const { kept, merged } = await selectPair(context, args)
  const refusal = mergeRule(args, {
    keptMergedInto: kept.merged_into,
    mergedMergedInto: merged.merged_into,
    mergedHoldsOthers: merged.holds_others,
    keptMemberId: kept.member_id,
    mergedMemberId: merged.member_id,
  })
  if (refusal) throw new Refused(refusal)
}

export const mergePersons = command(
  personMerge,
  async (args, context) => {
    const { tx, actor, province, approval, audit } = context
    if (!approval) throw new Refused('secondPersonNeeded')
    // The paper first: the database lets a line be merged only as a paper says.
    await tx`
      insert into person_merge (province, id, club_id, kept_id, merged_id, merged_by, approved_by, undo_until)
      values (${province}, ${args.mergeId}, ${args.clubId}, ${args.keptId}, ${args.mergedId}, ${actor.id},
        ${approval.approvedBy}, now() + ${undoDays} * interval '1 day')`
    await tx`update person set merged_into = ${args.keptId}
      where province = ${province} and club_id = ${args.clubId} and id = ${args.mergedId}`
    for (const subjectId of [args.keptId, args.mergedId])
      await audit({ subjectKind: 'person', subjectId, fields: ['merge'], reason: args.reason })
    return { id: args.mergeId }
  },
  async (args, context): Promise<ResultSet> => {
    await requireMergeable(context, args)
    return { ids: [args.keptId, args.mergedId], counts: { lines: 2 } }
  },
)

interface PaperRow {
  in_time: boolean
}

async function requireUndoable(context: Context, args: Pair & { mergeId: string }): Promise<void> {
  const { merged } = await selectPair(context, args)
  const { tx, province } = context
  const [paper] = await tx<PaperRow[]>`
    select undo_until > now() as in_time from person_merge
    where province = ${province} and club_id = ${args.clubId} and id = ${args.mergeId} and kept_id = ${args.keptId}
      and merged_id = ${args.mergedId} and undone_at is null`
  if (!paper || merged.merged_into !== args.keptId) throw new Refused('notFound')
  if (!paper.in_time) throw new Refused(undoTooLate)
}

export const unmergePersons = command(
  personUnmerge,
  async (args, { tx, actor, province, audit }) => {
    await tx`update person_merge set undone_at = now(), undone_by = ${actor.id}
      where province = ${province} and club_id = ${args.clubId} and id = ${args.mergeId} and undone_at is null`
    await tx`update person set merged_into = null
      where province = ${province} and club_id = ${args.clubId} and id = ${args.mergedId}`
    for (const subjectId of [args.keptId, args.mergedId])
      await audit({ subjectKind: 'person', subjectId, fields: ['merge'] })
    return { done: true as const }
  },
  async (args, context): Promise<ResultSet> => {
    await requireUndoable(context, args)
    return { ids: [args.mergeId, args.keptId, args.mergedId], counts: { lines: 2 } }
  },
)
