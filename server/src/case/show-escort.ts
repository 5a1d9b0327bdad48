import {
  type EscortShown,
  escortOpen,
  escortsOfPerson,
  healthNotices,
  noticeSee,
} from '@ke-vai/contract/case/escort.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import { z } from 'zod'
import { command } from '../platform/commands.ts'
import { selectNumber } from '../platform/parameter.ts'
import { read } from '../platform/reads.ts'
import { Refused } from '../platform/refused.ts'
import { selectLines } from '../register/one-person.ts'
import { escortBound } from './escort.ts'

interface Times {
  leftAt: Date
  arrivedAt: Date | null
  receivedAt: Date | null
}
const shownTimes = ({ leftAt, arrivedAt, receivedAt }: Times) => ({
  leftAt: leftAt.toISOString(),
  arrivedAt: arrivedAt?.toISOString() ?? null,
  receivedAt: receivedAt?.toISOString() ?? null,
})

export const listEscorts = read(escortsOfPerson, async ({ params }, { tx, province }) => {
  const lines = await selectLines(tx, province, params.clubId, params.personId)
  const rows = await tx<(Times & Pick<EscortShown, 'id' | 'office'>)[]>`
    select id, office, left_at as "leftAt", arrived_at as "arrivedAt", received_at as "receivedAt" from escort
    where province = ${province} and club_id = ${params.clubId} and person_id = any (${lines.map(({ id }) => id)}::uuid[])
    order by left_at desc`
  return { escorts: rows.map(({ id, office, ...times }) => ({ id, office, ...shownTimes(times) })) }
})

const companionWords = z.object({ companion: z.string(), officeWords: z.string() })
const officerWords = z.object({ officer: z.string() })

export const openEscort = command(escortOpen, async (args, { tx, province, vault, audit }) => {
  const [row] = await tx<(Times & { companion: Buffer | null; officer: Buffer | null })[]>`
    select left_at as "leftAt", arrived_at as "arrivedAt", received_at as "receivedAt",
      companion_sealed as companion, officer_sealed as officer
    from escort where province = ${province} and case_id = ${args.caseId} and id = ${args.escortId}`
  if (!row) throw new Refused('notFound')
  await audit({ subjectKind: 'case', subjectId: args.caseId, fields: ['escort'] })
  const sealed = [
    ...(row.companion ? [{ bound: escortBound(args.escortId, 'companion'), sealed: row.companion }] : []),
    ...(row.officer ? [{ bound: escortBound(args.escortId, 'officer'), sealed: row.officer }] : []),
  ]
  const opened = await vault.open({ case: args.caseId }, sealed)
  const { companion, officeWords } = row.companion
    ? companionWords.parse(opened[0])
    : { companion: '', officeWords: '' }
  const { officer } = row.officer ? officerWords.parse(opened.at(-1)) : { officer: '' }
  return { ...shownTimes(row), companion, officeWords, officer }
})

interface NoticeRow {
  id: string
  code: string
  toldAt: Date
  seenAt: Date | null
  begun: boolean
}

export const listNotices = read(healthNotices, async ({ params, query }, { tx, province }) => {
  const rows = await tx<NoticeRow[]>`
    select id, code, told_at as "toldAt", seen_at as "seenAt", exists (select from verification
      where verification.province = health_notice.province and verification.case_id = health_notice.case_id) as begun
    from health_notice
    where province = ${province} and organisation_id = ${params.organisationId}
    order by told_at desc limit ${query.limit}`
  const days = await selectNumber(tx, 'verification_initial_days', today())
  const now = new Date()
  return {
    notices: rows.map(({ begun, toldAt, seenAt, ...row }) => {
      const dueAt = days === null ? null : new Date(toldAt.getTime() + days * 86_400_000)
      return {
        ...row,
        kind: 'somebody_reports' as const,
        toldAt: toldAt.toISOString(),
        seenAt: seenAt?.toISOString() ?? null,
        waits: begun ? null : { dueAt: dueAt?.toISOString() ?? null, overdue: dueAt !== null && dueAt < now },
      }
    }),
  }
})

export const seeNotice = command(noticeSee, async (args, { tx, actor, province, audit }) => {
  const [seen] = await tx`
    update health_notice set seen_at = coalesce(seen_at, now()), seen_by = coalesce(seen_by, ${actor.id})
    where province = ${province} and organisation_id = ${args.organisationId} and id = ${args.noticeId} returning id`
  if (!seen) throw new Refused('notFound')
  await audit({ subjectKind: 'health_notice', subjectId: args.noticeId })
  return { done: true as const }
})
