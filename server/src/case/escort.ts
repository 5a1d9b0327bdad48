import {
  alreadyOnTheWay,
  chooseAgency,
  escorted,
  escortRule,
  noAgency,
  receptionEscort,
  receptionEscortStep,
} from '@ke-vai/contract/case/escort.ts'
import { command } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'
import type { Bound } from '../platform/vault.ts'
import { requireKeptLine } from '../register/one-person.ts'
import { startDeadline } from './deadline.ts'
import { nextCaseCodes } from './open-case.ts'
import { selectAgencies } from './show-reception.ts'
import { writeEntry } from './write-entry.ts'

export const escortBound = (escortId: string, field: 'companion' | 'officer'): Bound => ({
  table: 'escort',
  row: escortId,
  field,
  version: 1,
})

/** One press: the case at the agency, the notice to the provincial health body, the clock, and the first time stamp. */
export const escort = command(receptionEscort, async (args, context) => {
  const { tx, actor, province, vault, deviceTime, audit } = context
  const { clubId, personId, escortId, caseId, leftAt, office } = args
  const now = new Date()
  const refusal = escortRule({ leftAt, arrivedAt: null, receivedAt: null }, now)
  if (refusal) throw new Refused(refusal)
  await requireKeptLine(tx, province, clubId, personId)
  // Two presses at once, from two phones, are one way: her row is held while the other is looked for.
  await tx`select id from person where province = ${province} and id = ${personId} for no key update`
  const [open] = await tx`
    select id from escort where province = ${province} and person_id = ${personId} and received_at is null
      and left_at > now() - interval '1 day'`
  if (open) throw new Refused(alreadyOnTheWay)

  const agencies = await selectAgencies(tx, province)
  if (agencies.length === 0) throw new Refused(noAgency)
  const agency =
    args.agencyId === null && agencies.length === 1
      ? agencies[0]
      : agencies.find(({ id }) => id === args.agencyId)
  if (!agency) throw new Refused(args.agencyId === null ? chooseAgency : 'notFound')

  const [code] = await nextCaseCodes(tx, province, 1)
  const [key] = await vault.makeCaseKeys([caseId], agency.id)
  if (!code || !key) throw new Error('no code or key was given')
  // Its first entry is counted here: the club that opens the case does not read it.
  await tx`
    insert into case_file (province, id, organisation_id, code, club_id, person_id, channel, opened_at, opened_by, last_seq)
    values (${province}, ${caseId}, ${agency.id}, ${code}, ${clubId}, ${personId}, 'club', now(), ${actor.id}, 1)`
  await tx`
    insert into case_key (province, case_id, organisation_id, epoch, wrapped)
    values (${province}, ${caseId}, ${agency.id}, ${key.epoch}, ${key.wrapped})`
  const [identity, companion] = await vault.sealAll([
    {
      key: { case: caseId, fresh: key },
      bound: { table: 'case_identity', row: caseId, field: 'identity', version: 1 },
      value: { calledBy: '' },
    },
    {
      key: { case: caseId, fresh: key },
      bound: escortBound(escortId, 'companion'),
      value: { companion: args.companion, officeWords: args.officeWords },
    },
  ])
  if (!identity || !companion) throw new Error('nothing was sealed')
  await tx`insert into case_identity (province, case_id, sealed) values (${province}, ${caseId}, ${identity})`
  await writeEntry(context, escorted, {
    caseId,
    body: { escortId, office, leftAt: new Date(leftAt).toISOString() },
    fresh: key,
    seq: 1,
  })
  await tx`
    insert into escort (province, id, club_id, person_id, case_id, office, left_at, companion_sealed, device_time, recorded_by)
    values (${province}, ${escortId}, ${clubId}, ${personId}, ${caseId}, ${office}, ${leftAt}, ${companion}, ${deviceTime},
      ${actor.id})`
  await tx`
    insert into health_notice (province, id, case_id, organisation_id, code, told_at, told_by)
    select ${province}, gen_random_uuid(), ${caseId}, organisation.id, ${code}, ${now}, ${actor.id}
    from organisation where organisation.province = ${province} and organisation.kind = 'health_department'`
  // «Ngay»: the law gives no number of hours, so the end is the beginning; met by this very press.
  await startDeadline(tx, province, {
    caseId,
    organisationId: agency.id,
    kind: 'notify_health',
    startedAt: new Date(leftAt),
    dueAt: null,
    parameter: null,
    metAt: now,
  })
  await audit({ subjectKind: 'person', subjectId: personId, fields: ['escort'] })
  return { code, notifiedAt: now.toISOString() }
})

interface Way {
  case_id: string
  left_at: Date
  arrived_at: Date | null
  received_at: Date | null
}

export const stepEscort = command(receptionEscortStep, async (args, context) => {
  const { tx, province, vault, audit } = context
  const [way] = await tx<Way[]>`
    select case_id, left_at, arrived_at, received_at from escort
    where province = ${province} and club_id = ${args.clubId} and person_id = ${args.personId} and id = ${args.escortId}
    for update`
  if (!way) throw new Refused('notFound')
  const times = {
    leftAt: way.left_at.toISOString(),
    arrivedAt: args.arrivedAt ?? way.arrived_at?.toISOString() ?? null,
    receivedAt: args.receivedAt ?? way.received_at?.toISOString() ?? null,
  }
  const refusal = escortRule(times, new Date())
  if (refusal) throw new Refused(refusal)
  const [officer = null] =
    args.officer === ''
      ? []
      : await vault.seal({ case: way.case_id }, [
          { bound: escortBound(args.escortId, 'officer'), value: { officer: args.officer } },
        ])
  await tx`
    update escort set arrived_at = ${times.arrivedAt}, received_at = ${times.receivedAt},
      officer_sealed = coalesce(${officer}, officer_sealed)
    where province = ${province} and id = ${args.escortId}`
  await audit({ subjectKind: 'person', subjectId: args.personId, fields: ['escort'] })
  return { done: true as const }
})
