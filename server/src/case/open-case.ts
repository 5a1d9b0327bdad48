import type { Arrival } from '@ke-vai/contract/case/case.ts'
import { caseOpen, caseTake } from '@ke-vai/contract/case/case.ts'
import type { CaseChannel } from '@ke-vai/contract/case/codes.ts'
import { factsOfArrival } from '@ke-vai/contract/case/facts.ts'
import { received } from '@ke-vai/contract/case/reception.ts'
import { type CommandContext, command } from '../platform/commands.ts'
import type { Tx } from '../platform/database.ts'
import { Refused } from '../platform/refused.ts'
import { beginFromEscort } from '../verification/begin.ts'
import { startChildClocks } from './child-clocks.ts'
import { identityBound } from './identity.ts'
import { joinTeam } from './team.ts'
import { writeEntry } from './write-entry.ts'

/** The next codes of the province: 'HS-22-000147'. They follow one another and say nothing of the person. */
export async function nextCaseCodes(tx: Tx, province: string, howMany: number): Promise<string[]> {
  const [row] = await tx<{ last: number }[]>`
    insert into case_code_counter (province, last) values (${province}, ${howMany})
    on conflict (province) do update set last = case_code_counter.last + ${howMany} returning last`
  if (!row) throw new Error('the code counter gave no row')
  const first = row.last - howMany + 1
  return Array.from({ length: howMany }, (_, i) => `HS-${province}-${String(first + i).padStart(6, '0')}`)
}

export interface NewCase extends Arrival {
  caseId: string
  channel: CaseChannel
}

type Opened = Pick<CommandContext, 'tx' | 'actor' | 'province' | 'deviceTime' | 'vault'>

/**
 * Opens one case for each arrival at the agency, each with a code, a key of its own, her sealed name and the entry of
 * her reception. Nobody carries them yet. The caller owes the audit lines.
 * @returns codes in the order of the arrivals
 */
export async function openCases(
  context: Opened,
  organisationId: string,
  receptionId: string | null,
  arrivals: readonly NewCase[],
): Promise<string[]> {
  const { tx, actor, province, vault } = context
  const codes = await nextCaseCodes(tx, province, arrivals.length)
  const keys = await vault.makeCaseKeys(
    arrivals.map(({ caseId }) => caseId),
    organisationId,
  )
  const sealed = await vault.sealAll(
    arrivals.map(({ caseId, calledBy }, i) => ({
      key: { case: caseId, fresh: keys[i] },
      bound: identityBound(caseId, 1),
      value: { calledBy },
    })),
  )
  for (const [i, each] of arrivals.entries()) {
    const [code, key, identity] = [codes[i], keys[i], sealed[i]]
    if (!code || !key || !identity) throw new Error('fewer codes or keys than arrivals')
    const facts = factsOfArrival(each)
    await tx`
      insert into case_file (province, id, organisation_id, code, reception_id, channel, opened_at, opened_by, received_at,
        triage, track, age_band, sex, language, needs_interpreter, nationality)
      values (${province}, ${each.caseId}, ${organisationId}, ${code}, ${receptionId}, ${each.channel}, now(), ${actor.id},
        now(), ${each.triage}, ${facts.track}, ${facts.ageBand}, ${facts.sex}, ${facts.language}, ${facts.needsInterpreter},
        ${facts.nationality})`
    await tx`insert into case_key (province, case_id, organisation_id, epoch, wrapped)
      values (${province}, ${each.caseId}, ${organisationId}, ${key.epoch}, ${key.wrapped})`
    await tx`insert into case_identity (province, case_id, sealed) values (${province}, ${each.caseId}, ${identity})`
    await writeEntry(context, received, {
      caseId: each.caseId,
      body: receivedBody(each),
      fresh: key,
    })
    if (facts.track === 'child')
      await startChildClocks(tx, province, { caseId: each.caseId, organisationId }, new Date())
  }
  return codes
}

/** The coded part of an arrival, as its entry keeps it. */
export const receivedBody = ({ channel, triage, sex, ageBand, language, nationality }: NewCase) => ({
  channel,
  triage,
  sex,
  ageBand,
  language,
  nationality,
})

export const openCase = command(caseOpen, async (args, context) => {
  const { tx, actor, province, reach, audit } = context
  const [code] = await openCases(context, args.organisationId, null, [args])
  if (!code) throw new Error('no code was given')
  // Whoever receives her carries her, unless her role is to receive only.
  if (reach === 'all' && actor.roles.includes('case_manager'))
    await joinTeam(tx, actor, province, args.caseId, actor.id, 'manager')
  await audit({ subjectKind: 'case', subjectId: args.caseId, fields: ['identity', 'reception'] })
  return { id: args.caseId, code }
})

export const takeCase = command(caseTake, async (args, context) => {
  const { tx, actor, province, audit } = context
  const [waiting] = await tx`
    select id from case_file where province = ${province} and id = ${args.caseId} and manager_id is null`
  if (!waiting) throw new Refused('notFound')
  await joinTeam(tx, actor, province, args.caseId, actor.id, 'manager')
  // Of whom a club brings, the agency knows nothing until somebody there meets her.
  await tx`update case_file set received_at = now()
    where province = ${province} and id = ${args.caseId} and received_at is null and reception_id is null`
  const verified = await beginFromEscort(context, args)
  const fields = verified ? ['team', 'verification'] : ['team']
  await audit({ subjectKind: 'case', subjectId: args.caseId, fields })
  return { done: true as const }
})
