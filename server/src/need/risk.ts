import { today } from '@ke-vai/contract/date/date.ts'
import { needPlanSafety, needSetRisk } from '@ke-vai/contract/need/need.ts'
import { foldRisk, riskKinds, riskSet, safetyPlanned } from '@ke-vai/contract/need/risk.ts'
import { refuse } from '@ke-vai/contract/refusal.ts'
import { endDeadlines, startDeadline } from '../case/deadline.ts'
import { selectEntries } from '../case/entries.ts'
import { holdCase } from '../case/move.ts'
import { writeEntry } from '../case/write-entry.ts'
import { command } from '../platform/commands.ts'
import { selectNumber } from '../platform/parameter.ts'
import { Refused } from '../platform/refused.ts'

const days = 'safety_plan_days'

export const setRisk = command(needSetRisk, async (args, context) => {
  const { tx, province, audit } = context
  const { organisationId, caseId, level, signs, words } = args
  await holdCase(context, caseId)
  const before = foldRisk(await selectEntries(tx, province, caseId, riskKinds))
  const id = await writeEntry(context, riskSet, { caseId, body: { level, signs }, words: { words } })
  await tx`
    update case_file set retrafficking_risk = ${level} where province = ${province} and id = ${caseId}`
  const after = foldRisk(await selectEntries(tx, province, caseId, riskKinds))
  if (after.owesPlan && !before.owesPlan) {
    const within = await selectNumber(tx, days, today())
    await startDeadline(tx, province, {
      caseId,
      organisationId,
      kind: 'safety_plan',
      startedAt: new Date(),
      dueAt: within === null ? null : new Date(Date.now() + within * 86_400_000),
      parameter: days,
    })
  }
  if (before.owesPlan && !after.owesPlan)
    await endDeadlines(tx, province, { caseId, kind: 'safety_plan' }, 'dropped')
  await audit({ subjectKind: 'case_entry', subjectId: id, fields: ['risk'] })
  return { id }
})

export const planSafety = command(needPlanSafety, async (args, context) => {
  const { tx, province, audit } = context
  const { caseId, plan } = args
  if (Object.values(plan).every((each) => each.trim() === '')) throw new Refused(emptyPlan)
  await holdCase(context, caseId)
  const id = await writeEntry(context, safetyPlanned, { caseId, body: {}, words: plan })
  await endDeadlines(tx, province, { caseId, kind: 'safety_plan' }, 'met')
  await audit({ subjectKind: 'case_entry', subjectId: id, fields: ['safety_plan'] })
  return { id }
})

const emptyPlan = refuse(
  'safety_plan_empty',
  {
    vi: 'Xin ghi ít nhất một điều: nơi có thể tới, người có thể gọi, hay việc làm đầu tiên.',
    en: 'Please write one thing at least: where to go, whom to call, or what to do first.',
  },
  'plan',
)
