import type { CaseChannel } from '@ke-vai/contract/case/codes.ts'
import { handOverRule, receptionHandOver } from '@ke-vai/contract/case/group.ts'
import type { HandingBody } from '@ke-vai/contract/case/reception-codes.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import { command } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'
import { nextCaseCodes } from './open-case.ts'

const bodies: Readonly<Record<string, { body: HandingBody; channel: CaseChannel }>> = {
  border_guard: { body: 'border_guard', channel: 'border_handover' },
  police: { body: 'police', channel: 'rescue' },
}

/** Each of the group gets a code and a key at the agency; he who hands them over never reads what is written there. */
export const handOver = command(receptionHandOver, async (args, context) => {
  const { tx, actor, province, vault, audit } = context
  const refusal = handOverRule(args.onDay, today())
  if (refusal) throw new Refused(refusal)
  const organisations = await tx<{ id: string; kind: string }[]>`
    select id, kind from organisation where province = ${province} and id in (${args.organisationId}, ${args.agencyId})`
  const own = organisations.find(({ id }) => id === args.organisationId)
  const agency = organisations.find(({ id, kind }) => id === args.agencyId && kind === 'social_work_centre')
  if (!own || !agency) throw new Refused('notFound')
  const { body, channel } = bodies[own.kind] ?? { body: 'other' as const, channel: 'agency' as const }
  await tx`
    insert into reception (province, id, organisation_id, kind, channel, handed_over_by, handed_over_by_organisation_id,
      gate, on_day, languages, in_danger, expected, started_at, recorded_by)
    values (${province}, ${args.receptionId}, ${agency.id}, 'handover', ${channel}, ${body}, ${own.id}, ${args.gate},
      ${args.onDay}, ${args.languages}, ${args.inDanger}, ${args.caseIds.length}, now(), ${actor.id})`
  const codes = await nextCaseCodes(tx, province, args.caseIds.length)
  const keys = await vault.makeCaseKeys(args.caseIds, agency.id)
  for (const [i, caseId] of args.caseIds.entries()) {
    const [code, key] = [codes[i], keys[i]]
    if (!code || !key) throw new Error('fewer codes or keys than people')
    await tx`
      insert into case_file (province, id, organisation_id, code, reception_id, channel, opened_at, opened_by)
      values (${province}, ${caseId}, ${agency.id}, ${code}, ${args.receptionId}, ${channel}, now(), ${actor.id})`
    await tx`
      insert into case_key (province, case_id, organisation_id, epoch, wrapped)
      values (${province}, ${caseId}, ${agency.id}, ${key.epoch}, ${key.wrapped})`
    await audit({ subjectKind: 'case', subjectId: caseId, fields: ['reception'] })
  }
  return { cases: args.caseIds.map((id, i) => ({ id, code: codes[i] ?? '' })) }
})
