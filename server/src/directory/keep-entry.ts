import { randomUUID } from 'node:crypto'
import { addDays, today } from '@ke-vai/contract/date/date.ts'
import {
  directoryAdd,
  directoryChange,
  directoryCheck,
  directoryReport,
  directoryWithdraw,
} from '@ke-vai/contract/directory/directory.ts'
import { directoryRule } from '@ke-vai/contract/directory/entry.ts'
import { command } from '../platform/commands.ts'
import type { Tx } from '../platform/database.ts'
import { selectNumber } from '../platform/parameter.ts'
import { Refused } from '../platform/refused.ts'

export const addEntry = command(directoryAdd, async (args, { tx, actor, province, audit }) => {
  const { facts } = args
  const refusal = directoryRule(facts)
  if (refusal) throw new Refused(refusal)
  await requireOrganisation(tx, facts.providerOrganisationId)
  await tx`
    insert into directory_entry (province, id, owner_organisation_id, provider, provider_organisation_id, kind, name,
      description, area, phone, fee, fee_note, hours, hours_note, languages, for_whom, capacity, source, added_by)
    values (${province}, ${args.entryId}, ${args.organisationId}, ${facts.provider}, ${facts.providerOrganisationId},
      ${facts.kind}, ${facts.name}, ${facts.description}, ${facts.area}, ${facts.phone}, ${facts.fee}, ${facts.feeNote},
      ${facts.hours}, ${facts.hoursNote}, ${facts.languages}, ${facts.forWhom}, ${facts.capacity}, ${facts.source}, ${actor.id})`
  await audit({ subjectKind: 'directory_entry', subjectId: args.entryId, fields: ['entry'] })
  return { id: args.entryId }
})

export const changeEntry = command(directoryChange, async (args, { tx, audit }) => {
  const province = await holdEntry(tx, args)
  const { facts } = args
  const refusal = directoryRule(facts)
  if (refusal) throw new Refused(refusal)
  await requireOrganisation(tx, facts.providerOrganisationId)
  await tx`
    update directory_entry set provider = ${facts.provider}, provider_organisation_id = ${facts.providerOrganisationId},
      kind = ${facts.kind}, name = ${facts.name}, description = ${facts.description}, area = ${facts.area},
      phone = ${facts.phone}, fee = ${facts.fee}, fee_note = ${facts.feeNote}, hours = ${facts.hours},
      hours_note = ${facts.hoursNote}, languages = ${facts.languages}, for_whom = ${facts.forWhom},
      capacity = ${facts.capacity}, source = ${facts.source}, changed_at = now()
    where province = ${province} and id = ${args.entryId}`
  await audit({ subjectKind: 'directory_entry', subjectId: args.entryId, fields: ['entry'] })
  return { done: true as const }
})

export const checkEntry = command(directoryCheck, async (args, { tx, actor, audit }) => {
  const province = await holdEntry(tx, args)
  const checkedOn = today()
  const days = await selectNumber(tx, 'directory_check_days', checkedOn)
  const nextCheckOn = days === null ? null : addDays(checkedOn, days)
  await tx`
    update directory_entry set checked_on = ${checkedOn}, checked_by = ${actor.id}, next_check_on = ${nextCheckOn}
    where province = ${province} and id = ${args.entryId}`
  await audit({ subjectKind: 'directory_entry', subjectId: args.entryId, fields: ['check'] })
  return { checkedOn, nextCheckOn }
})

export const withdrawEntry = command(directoryWithdraw, async (args, { tx, audit }) => {
  const province = await holdEntry(tx, args)
  await tx`update directory_entry set withdrawn_on = ${today()} where province = ${province} and id = ${args.entryId}`
  await audit({ subjectKind: 'directory_entry', subjectId: args.entryId, fields: ['entry'] })
  return { done: true as const }
})

export const reportEntry = command(directoryReport, async (args, { tx, actor, audit }) => {
  const [entry] = await tx<{ province: string }[]>`
    select province from directory_entry where id = ${args.entryId} and withdrawn_on is null`
  if (!entry) throw new Refused('notFound')
  await tx`insert into directory_report (province, id, entry_id, problem, reported_by)
    values (${entry.province}, ${randomUUID()}, ${args.entryId}, ${args.problem}, ${actor.id})`
  await audit({ subjectKind: 'directory_entry', subjectId: args.entryId, fields: ['report'] })
  return { done: true as const }
})

/** The owner's entry, held until the transaction ends. Answers with the province that its row carries. */
export async function holdEntry(
  tx: Tx,
  { organisationId, entryId }: { organisationId: string; entryId: string },
): Promise<string> {
  const [entry] = await tx<{ province: string }[]>`
    select province from directory_entry
    where id = ${entryId} and owner_organisation_id = ${organisationId} and withdrawn_on is null`
  if (!entry) throw new Refused('notFound')
  return entry.province
}

async function requireOrganisation(tx: Tx, id: string | null): Promise<void> {
  if (id === null) return
  const known = await tx`select id from organisation where id = ${id}`
  if (known.length === 0) throw new Refused('notFound')
}
