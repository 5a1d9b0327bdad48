import { planApprove, planSet, statuteIssue, targetRule, targetSet } from '@ke-vai/contract/club/year-plan.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import { reachOf } from '@ke-vai/contract/permissions.ts'
import { refuse } from '@ke-vai/contract/refusal.ts'
import { command } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'
import { lockClub } from './lock-club.ts'

export const issueStatute = command(statuteIssue, async (args, { tx, province, audit }) => {
  await lockClub(tx, province, args.clubId)
  const [last] = await tx<{ version: number }[]>`
    select coalesce(max(version), 0)::int as version from club_statute
    where province = ${province} and club_id = ${args.clubId}`
  const version = (last?.version ?? 0) + 1
  await tx`update club_statute set in_force = false
    where province = ${province} and club_id = ${args.clubId} and in_force`
  await tx`
    insert into club_statute (province, id, club_id, version, issued_by, issued_on, cadence, board_cadence, quorum_percent, text)
    values (${province}, ${args.statuteId}, ${args.clubId}, ${version}, ${args.issuedBy}, ${args.issuedOn},
      ${args.cadence}, ${args.boardCadence}, ${args.quorumPercent}, ${args.text})`
  await audit({ subjectKind: 'statute', subjectId: args.statuteId, fields: ['statute'] })
  return { id: args.statuteId, version }
})

/** The plan of the year; a changed plan waits for approval again. The first id of the year stays. */
export const setPlan = command(planSet, async (args, { tx, province, audit }) => {
  await lockClub(tx, province, args.clubId)
  const [plan] = await tx<{ id: string }[]>`
    insert into club_plan (province, id, club_id, year, objectives, activities)
    values (${province}, ${args.planId}, ${args.clubId}, ${args.year}, ${args.objectives},
      ${JSON.stringify(args.activities)}::text::jsonb)
    on conflict (province, club_id, year) do update
      set objectives = excluded.objectives, activities = excluded.activities, approved_on = null
    returning id`
  if (!plan) throw new Error('the plan gave no row')
  await audit({ subjectKind: 'plan', subjectId: plan.id, fields: ['objectives', 'activities'] })
  return { id: plan.id }
})

const approvedInFuture = refuse(
  'approved_in_future',
  { vi: 'Ngày duyệt chưa tới. Xin xem lại ngày.', en: 'The day has not come yet. Please check it.' },
  'approvedOn',
)
const planMissing = refuse(
  'plan_missing',
  {
    vi: 'Câu lạc bộ chưa có kế hoạch của năm này để duyệt.',
    en: 'The club has no plan of this year to approve yet.',
  },
  'year',
)

export const approvePlan = command(planApprove, async (args, { tx, province, audit }) => {
  await lockClub(tx, province, args.clubId)
  if (args.approvedOn > today()) throw new Refused(approvedInFuture)
  const [plan] = await tx<{ id: string }[]>`
    update club_plan set approved_on = ${args.approvedOn}
    where province = ${province} and club_id = ${args.clubId} and year = ${args.year} returning id`
  if (!plan) throw new Refused(planMissing)
  await audit({ subjectKind: 'plan', subjectId: plan.id, fields: ['approval'] })
  return { done: true as const }
})

const notTheClubs = refuse(
  'programme_target',
  {
    vi: 'Chỉ tiêu của chương trình do cán bộ Hội hoặc tỉnh đặt.',
    en: "The programme's target is set by the Union officer or the province.",
  },
  'setBy',
)

/** Replaces the target of the same setter alone: the club's and the programme's stand side by side. */
export const setTarget = command(targetSet, async (args, { tx, actor, province, audit }) => {
  await lockClub(tx, province, args.clubId)
  const refusal = targetRule(args)
  if (refusal) throw new Refused(refusal)
  if (args.setBy === 'programme' && !actor.roles.some((role) => reachOf(role, 'club.manage') !== null))
    throw new Refused(notTheClubs)
  await tx`
    delete from target where province = ${province} and club_id = ${args.clubId} and year = ${args.year}
      and indicator = ${args.indicator} and set_by = ${args.setBy}`
  await tx`
    insert into target (province, id, club_id, year, indicator, set_by, minimum, maximum, unit, source)
    values (${province}, ${args.targetId}, ${args.clubId}, ${args.year}, ${args.indicator}, ${args.setBy},
      ${args.minimum}, ${args.maximum}, ${args.unit}, ${args.source})`
  await audit({ subjectKind: 'target', subjectId: args.targetId, fields: ['target'] })
  return { id: args.targetId }
})
