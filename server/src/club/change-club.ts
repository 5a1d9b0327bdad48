import { randomUUID } from 'node:crypto'
import { clubRename, clubSetFacts, clubSetMonthStart, clubSetState } from '@ke-vai/contract/club/club.ts'
import { clubNext, hasEnded, isWorking, stateDayRule } from '@ke-vai/contract/club/club-state.ts'
import type { ClubState } from '@ke-vai/contract/club/codes.ts'
import { type DatedName, lastDayBefore, renameRule } from '@ke-vai/contract/club/dated-name.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import { refuse } from '@ke-vai/contract/refusal.ts'
import { cleanText } from '@ke-vai/contract/text/text.ts'
import { command } from '../platform/commands.ts'
import type { Tx } from '../platform/database.ts'
import { Refused } from '../platform/refused.ts'
import { selectClubFacts, selectStateChanges } from './club-facts.ts'
import { lockClub } from './lock-club.ts'
import { requireProgramme } from './programmes.ts'

const successorGone = refuse(
  'successor_missing',
  {
    vi: 'Câu lạc bộ nhận sáp nhập không còn hoạt động. Xin chọn lại.',
    en: 'The club that it joins does not work any more. Please choose again.',
  },
  'successorClubId',
)

export const setClubState = command(clubSetState, async (args, { tx, actor, province, audit }) => {
  const state = await lockClub(tx, province, args.clubId)
  const [facts, changes] = await Promise.all([
    selectClubFacts(tx, [province], [args.clubId], Number(today().slice(0, 4))),
    selectStateChanges(tx, [province], [args.clubId]),
  ])
  const ownFacts = facts.get(args.clubId)
  if (!ownFacts) throw new Refused('notFound')
  const since = changes.get(args.clubId)?.at(-1)?.onDay ?? null
  const refusal =
    clubNext({ id: args.clubId, state, facts: ownFacts }, args) ??
    stateDayRule(args.onDay, { since, today: today() })
  if (refusal) throw new Refused(refusal)
  const successorClubId = args.state === 'merged' ? args.successorClubId : null
  if (successorClubId !== null) await requireSuccessor(tx, successorClubId)
  await tx`
    insert into club_state_change (province, id, club_id, state, on_day, reason, successor_club_id, by_account_id)
    values (${province}, ${randomUUID()}, ${args.clubId}, ${args.state}, ${args.onDay},
      ${cleanText(args.reason) || null}, ${successorClubId}, ${actor.id})`
  await tx`
    update club set state = ${args.state},
      started_on = case when ${isWorking(args.state)} then coalesce(started_on, ${args.onDay}::date) else started_on end
    where province = ${province} and id = ${args.clubId}`
  await audit({ subjectKind: 'club', subjectId: args.clubId, fields: ['state'] })
  return { done: true as const }
})

async function requireSuccessor(tx: Tx, clubId: string): Promise<void> {
  const [successor] = await tx<{ state: ClubState }[]>`select state from club where id = ${clubId}`
  if (!successor || hasEnded(successor.state)) throw new Refused(successorGone)
}

export const renameClub = command(clubRename, async (args, { tx, province, audit }) => {
  await lockClub(tx, province, args.clubId)
  const names = await tx<DatedName[]>`
    select name, valid_from as "validFrom", valid_to as "validTo" from club_name
    where province = ${province} and club_id = ${args.clubId}`
  const refusal = renameRule(names, args.validFrom)
  if (refusal) throw new Refused(refusal)
  await tx`
    update club_name set valid_to = ${lastDayBefore(args.validFrom)}
    where province = ${province} and club_id = ${args.clubId} and (valid_to is null or valid_to >= ${args.validFrom})`
  await tx`
    insert into club_name (province, club_id, name, valid_from)
    values (${province}, ${args.clubId}, ${cleanText(args.name)}, ${args.validFrom})`
  await audit({ subjectKind: 'club', subjectId: args.clubId, fields: ['name'] })
  return { done: true as const }
})

export const setClubFacts = command(clubSetFacts, async (args, { tx, province, audit }) => {
  await lockClub(tx, province, args.clubId)
  await requireProgramme(tx, args.programmeId)
  await tx`
    update club set decision_no = ${args.decisionNo}, decision_on = ${args.decisionOn}, launched_on = ${args.launchedOn},
      started_on = ${args.startedOn}, pilot = ${args.pilot}, programme_id = ${args.programmeId}
    where province = ${province} and id = ${args.clubId}`
  await audit({
    subjectKind: 'club',
    subjectId: args.clubId,
    fields: ['decision', 'launch', 'pilot', 'programme'],
  })
  return { done: true as const }
})

export const setClubMonthStart = command(clubSetMonthStart, async (args, { tx, province, audit }) => {
  await lockClub(tx, province, args.clubId)
  await tx`update club set month_start_day = ${args.day} where province = ${province} and id = ${args.clubId}`
  await audit({ subjectKind: 'club', subjectId: args.clubId, fields: ['month_start'] })
  return { done: true as const }
})
