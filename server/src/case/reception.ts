import type { CaseChannel } from '@ke-vai/contract/case/codes.ts'
import { factsOfArrival } from '@ke-vai/contract/case/facts.ts'
import {
  receptionEnd,
  receptionEndRule,
  receptionOpen,
  receptionReceive,
  receptionRule,
} from '@ke-vai/contract/case/group.ts'
import { received } from '@ke-vai/contract/case/reception.ts'
import { type CommandContext, command } from '../platform/commands.ts'
import type { Tx } from '../platform/database.ts'
import { Refused } from '../platform/refused.ts'
import { startChildClocks } from './child-clocks.ts'
import { keepFacts } from './facts.ts'
import { identityBound } from './identity.ts'
import { type NewCase, openCases, receivedBody } from './open-case.ts'
import { writeEntry } from './write-entry.ts'

export const openReception = command(receptionOpen, async (args, { tx, actor, province, audit }) => {
  await tx`
    insert into reception (province, id, organisation_id, kind, channel, handed_over_by, expected, started_at, recorded_by)
    values (${province}, ${args.receptionId}, ${args.organisationId}, 'group', ${args.channel}, ${args.handedOverBy},
      ${args.expected}, now(), ${actor.id})`
  await audit({ subjectKind: 'reception', subjectId: args.receptionId })
  return { id: args.receptionId }
})

interface Held {
  channel: CaseChannel
  endedAt: Date | null
}

/** The reception, held until the transaction ends, so that nobody ends it while people are being received. */
async function holdReception(
  tx: Tx,
  province: string,
  of: { organisationId: string; receptionId: string },
): Promise<Held> {
  const [row] = await tx<Held[]>`
    select channel, ended_at as "endedAt" from reception
    where province = ${province} and id = ${of.receptionId} and organisation_id = ${of.organisationId} for update`
  if (!row) throw new Refused('notFound')
  return row
}

interface Code {
  case_id: string
  code: string
  received_at: Date | null
}

export const receiveGroup = command(receptionReceive, async (args, context) => {
  const { tx, province, audit } = context
  const { organisationId, receptionId } = args
  const held = await holdReception(tx, province, args)
  const refusal = receptionRule(held)
  if (refusal) throw new Refused(refusal)
  const codes = await tx<
    Code[]
  >`select case_id, code, received_at from policy.reception_codes(${receptionId})`
  const announced = new Map(codes.map((each) => [each.case_id, each]))
  const arrivals: NewCase[] = args.arrivals.map((each) => ({ ...each, channel: held.channel }))
  const codeOf = new Map<string, string>()
  for (const each of arrivals) {
    const found = announced.get(each.caseId)
    if (!found) continue
    // Somebody else was quicker, or it is sent a second time under another id.
    if (found.received_at !== null) throw new Refused('idReused')
    await receiveAnnounced(context, organisationId, each)
    codeOf.set(each.caseId, found.code)
  }
  const fresh = arrivals.filter(({ caseId }) => !announced.has(caseId))
  const opened = fresh.length > 0 ? await openCases(context, organisationId, receptionId, fresh) : []
  for (const [i, { caseId }] of fresh.entries()) codeOf.set(caseId, opened[i] ?? '')
  for (const { caseId } of arrivals)
    await audit({ subjectKind: 'case', subjectId: caseId, fields: ['identity', 'reception'] })
  return { cases: arrivals.map(({ caseId }) => ({ id: caseId, code: codeOf.get(caseId) ?? '' })) }
})

type Receiving = Pick<CommandContext, 'tx' | 'actor' | 'province' | 'deviceTime' | 'vault'>

/** Her case is there since she was announced: what she is asked now is written into it, once. */
async function receiveAnnounced(context: Receiving, organisationId: string, each: NewCase): Promise<void> {
  const { tx, province, vault } = context
  const { caseId, calledBy } = each
  const [identity] = await vault.seal({ case: caseId }, [
    { bound: identityBound(caseId, 1), value: { calledBy } },
  ])
  if (!identity) throw new Error('nothing was sealed')
  await tx`insert into case_identity (province, case_id, sealed) values (${province}, ${caseId}, ${identity})`
  await writeEntry(context, received, { caseId, body: receivedBody(each) })
  const facts = factsOfArrival(each)
  await keepFacts(tx, province, caseId, facts)
  if (facts.track === 'child') await startChildClocks(tx, province, { caseId, organisationId }, new Date())
  // Last: from now on nobody but her team writes here.
  await tx`update case_file set triage = ${each.triage}, received_at = now()
    where province = ${province} and id = ${caseId}`
}

export const endReception = command(receptionEnd, async (args, { tx, province, audit }) => {
  const held = await holdReception(tx, province, args)
  const codes = await tx<Code[]>`
    select case_id, code, received_at from policy.reception_codes(${args.receptionId})`
  const left = codes.filter(({ received_at }) => received_at === null).length
  const refusal = receptionEndRule(held, left, args.withoutThem)
  if (refusal) throw new Refused(refusal)
  await tx`update reception set ended_at = now() where province = ${province} and id = ${args.receptionId}`
  await audit({ subjectKind: 'reception', subjectId: args.receptionId })
  return { done: true as const }
})
