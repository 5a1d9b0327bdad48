import { type Arrival, arrival, caseIdentity } from '@ke-vai/contract/case/case.ts'
import type { SharedField } from '@ke-vai/contract/consent/codes.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import { type Shared, shared } from '@ke-vai/contract/referral/shared.ts'
import {
  type TransferState,
  transferAccept,
  transferArrive,
  transferDecline,
  transferMoved,
  transferMoveRule,
  transferOpenParcel,
} from '@ke-vai/contract/transfer/transfer.ts'
import { endDeadlines, startDeadline } from '../case/deadline.ts'
import { identityBound } from '../case/identity.ts'
import { openCases } from '../case/open-case.ts'
import { joinTeam } from '../case/team.ts'
import { writeEntry } from '../case/write-entry.ts'
import { type CommandContext, command } from '../platform/commands.ts'
import type { Tx } from '../platform/database.ts'
import { Refused } from '../platform/refused.ts'
import { requireBudget } from '../register/reading-budget.ts'
import { arrivalDays, arrivalDue } from './arrival-due.ts'
import { parcelBound } from './offer-transfer.ts'

interface Row {
  province: string
  id: string
  caseId: string
  state: TransferState
  fields: SharedField[]
  parcel: Buffer
  newCaseId: string | null
  /** The parcel still opens: her consent to the handing over stands. */
  opens: boolean
}

/** The condition on rows of `transfer` that the server's own lock sets for a receiver. */
export const withinReceived = (tx: Tx) => tx`id = any ((select policy.received_transfers())::uuid[])`

async function hold(tx: Tx, organisationId: string, transferId: string): Promise<Row> {
  const [row] = await tx<Row[]>`
    select province, id, case_id as "caseId", state, fields, parcel, new_case_id as "newCaseId",
      policy.consent_in_force(consent_id) as opens
    from transfer where id = ${transferId} and to_organisation_id = ${organisationId} and ${withinReceived(tx)}
    for no key update`
  if (!row) throw new Refused('notFound')
  return row
}

function requireMove(from: TransferState, to: TransferState): void {
  const refusal = transferMoveRule(from, to, 'to')
  if (refusal) throw new Refused(refusal)
}

async function openParcel({ vault }: Pick<CommandContext, 'vault'>, row: Row): Promise<Shared> {
  const [opened] = await vault.open({ case: row.caseId }, [
    { bound: parcelBound(row.id), sealed: row.parcel },
  ])
  return shared.parse(opened)
}

/** What of the parcel a reception asks; what was not shared stays empty. */
function arrivalOf(parcel: Shared): Arrival {
  const of = (field: SharedField) => parcel.find((each) => each.field === field)?.value || undefined
  const [sex, ageBand, language, nationality] = [of('sex'), of('age_band'), of('language'), of('nationality')]
  return arrival.parse({
    calledBy: of('called_by'),
    sex: sex ?? null,
    ageBand: ageBand ?? null,
    language: language ?? null,
    nationality,
    triage: of('needs_interpreter') === 'yes' ? ['needs_interpreter'] : [],
  })
}

export const openTransferParcel = command(transferOpenParcel, async (args, context) => {
  const row = await hold(context.tx, args.organisationId, args.transferId)
  await requireBudget(context.tx, context.actor, row.id)
  await context.audit({ subjectKind: 'transfer', subjectId: row.id, fields: row.fields })
  return { shared: await openParcel(context, row) }
})

export const acceptTransfer = command(transferAccept, async (args, context) => {
  const { tx, actor, province, audit } = context
  const row = await hold(tx, args.organisationId, args.transferId)
  requireMove(row.state, 'accepted')
  await audit({ subjectKind: 'transfer', subjectId: row.id, fields: row.fields })
  const parcel = await openParcel(context, row)
  const caseId = args.newCaseId
  const arriving = { ...arrivalOf(parcel), caseId, channel: 'agency' as const }
  const [code] = await openCases(context, args.organisationId, null, [arriving])
  if (!code) throw new Error('no code was given')
  await joinTeam(tx, actor, province, caseId, actor.id, 'manager')
  await tx`
    update transfer set state = 'accepted', answered_at = now(), new_case_id = ${caseId}
    where province = ${row.province} and id = ${row.id}`
  await tx`select policy.end_transfer(${row.id})`
  await startDeadline(tx, province, {
    caseId,
    organisationId: args.organisationId,
    kind: 'transfer_arrival',
    aboutId: row.id,
    startedAt: new Date(),
    dueAt: await arrivalDue(tx, new Date()),
    parameter: arrivalDays,
  })
  return { id: caseId, code }
})

export const declineTransfer = command(transferDecline, async (args, { tx, audit }) => {
  const row = await hold(tx, args.organisationId, args.transferId)
  requireMove(row.state, 'declined')
  await audit({ subjectKind: 'transfer', subjectId: row.id, fields: ['declined'] })
  await tx`
    update transfer set state = 'declined', answered_at = now(), decline_reason = ${args.reason}
    where province = ${row.province} and id = ${row.id}`
  await tx`select policy.end_transfer(${row.id})`
  return { done: true as const }
})

/** She is there: who she is goes over into the new case, as far as she agreed and still agrees. */
export const arriveTransfer = command(transferArrive, async (args, context) => {
  const { tx, province, vault, audit } = context
  const row = await hold(tx, args.organisationId, args.transferId)
  requireMove(row.state, 'arrived')
  if (args.arrivedOn > today() || row.newCaseId === null) throw new Refused('badShape')
  const caseId = row.newCaseId
  await audit({ subjectKind: 'transfer', subjectId: row.id, fields: ['arrived', ...row.fields] })
  const parcel = row.opens ? await openParcel(context, row) : []
  const of = (field: SharedField) => parcel.find((each) => each.field === field)?.value || null
  const [mine] = await tx<{ version: number }[]>`
    select version from case_identity where province = ${province} and case_id = ${caseId} for no key update`
  if (!mine) throw new Refused('notFound')
  if (row.opens) {
    const identity = caseIdentity.parse({
      calledBy: of('called_by') ?? '',
      legalName: of('legal_name'),
      birth: of('birth'),
      phone: of('phone'),
      address: of('address'),
      family: of('family'),
      paper: of('paper'),
    })
    const version = mine.version + 1
    const [sealed] = await vault.seal({ case: caseId }, [
      { bound: identityBound(caseId, version), value: identity },
    ])
    await tx`
      update case_identity set sealed = ${sealed ?? null}, version = ${version}
      where province = ${province} and case_id = ${caseId}`
  }
  await writeEntry(context, transferMoved, {
    caseId,
    body: { transferId: row.id, to: 'arrived', reason: null },
    words: { need: of('need') ?? '' },
    onDay: args.arrivedOn,
  })
  await endDeadlines(tx, province, { caseId, kind: 'transfer_arrival', aboutId: row.id }, 'met')
  await tx`
    update transfer set state = 'arrived', arrived_on = ${args.arrivedOn}, escort = ${args.escort}
    where province = ${row.province} and id = ${row.id}`
  return { done: true as const }
})
