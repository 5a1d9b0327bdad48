import { stayNotReceived, stayRequested, stayReserved } from '@ke-vai/contract/stay/entries.ts'
import { otherPlaceRule, stayMoveRule, stayRequestRule } from '@ke-vai/contract/stay/rules.ts'
import { stayNotReceive, stayRequest, stayReserve } from '@ke-vai/contract/stay/stay.ts'
import { holdCase } from '../case/move.ts'
import { writeEntry } from '../case/write-entry.ts'
import { command } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'
import { readStays } from './read-stays.ts'

export const requestStay = command(stayRequest, async (args, context) => {
  const { caseId, stayId, words } = args
  const { state } = await holdCase(context, caseId)
  const refusal = stayRequestRule(await readStays(context, caseId), state)
  if (refusal) throw new Refused(refusal)
  const id = await writeEntry(context, stayRequested, { caseId, id: stayId, body: {}, words: { words } })
  await context.audit({ subjectKind: 'case_entry', subjectId: id, fields: ['stay'] })
  return { id }
})

export const reserveStay = command(stayReserve, async (args, context) => {
  const { caseId, stayId, bed } = args
  await holdCase(context, caseId)
  const refusal = stayMoveRule(await readStays(context, caseId), stayId, 'reserved')
  if (refusal) throw new Refused(refusal)
  const id = await writeEntry(context, stayReserved, { caseId, body: { stayId, bed } })
  await context.audit({ subjectKind: 'case_entry', subjectId: id, fields: ['stay'] })
  return { id }
})

export const notReceiveForStay = command(stayNotReceive, async (args, context) => {
  const { caseId, stayId, reason, otherPlace, place } = args
  await holdCase(context, caseId)
  const stays = await readStays(context, caseId)
  const refusal = stayMoveRule(stays, stayId, 'not_received') ?? otherPlaceRule(place)
  if (refusal) throw new Refused(refusal)
  const body = { stayId, reason, otherPlace }
  const id = await writeEntry(context, stayNotReceived, { caseId, body, words: { place } })
  await context.audit({ subjectKind: 'case_entry', subjectId: id, fields: ['stay', reason] })
  return { id }
})
