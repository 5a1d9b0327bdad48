import { today } from '@ke-vai/contract/date/date.ts'
import { stayBegun, stayReserved } from '@ke-vai/contract/stay/entries.ts'
import { stayBeginRule, twoRolesRule } from '@ke-vai/contract/stay/rules.ts'
import { stayBegin } from '@ke-vai/contract/stay/stay.ts'
import { holdCase } from '../case/move.ts'
import { writeEntry } from '../case/write-entry.ts'
import { type CommandContext, command } from '../platform/commands.ts'
import { selectNumber } from '../platform/parameter.ts'
import { Refused } from '../platform/refused.ts'
import { endOf, selectDays, startOfDays } from './clocks.ts'
import { readStays } from './read-stays.ts'

/** From now, or where it is written later from the end of that day: rest is rather too long than too short. */
async function restUntil({ tx }: CommandContext, onDay: string): Promise<string | null> {
  const hours = await selectNumber(tx, 'stay_rest_hours', onDay)
  const from = onDay === today() ? new Date() : endOf(onDay)
  return hours === null ? null : new Date(from.getTime() + hours * 3_600_000).toISOString()
}

export const beginStay = command(stayBegin, async (args, context) => {
  const { tx, province, audit } = context
  const { caseId, stayId, bed, onDay, health, allergies, healthWords, belongings } = args
  await holdCase(context, caseId)
  const stays = await readStays(context, caseId)
  const team = await tx<{ part: string }[]>`
    select part from case_member where province = ${province} and case_id = ${caseId} and until is null`
  const refusal = stayBeginRule(stays, stayId, args, today()) ?? twoRolesRule(team.map(({ part }) => part))
  if (refusal) throw new Refused(refusal)
  if (stays.find((each) => each.id === stayId)?.state === 'requested')
    await writeEntry(context, stayReserved, { caseId, body: { stayId, bed } })
  const body = { stayId, bed, onDay, health, rulesExplained: true, herYes: true } as const
  const id = await writeEntry(context, stayBegun, {
    caseId,
    onDay,
    body: { ...body, restUntil: await restUntil(context, onDay) },
    words: { allergies, health: healthWords, belongings },
  })
  for (const kind of ['stay_review', 'stay_warning', 'stay_limit'] as const) {
    const counted = await selectDays(context, kind, onDay)
    // Whoever is written down later was not looked at meanwhile: her first review counts from today.
    await startOfDays(context, args, kind, { from: kind === 'stay_review' ? today() : onDay, counted })
  }
  await audit({ subjectKind: 'case_entry', subjectId: id, fields: ['stay'] })
  return { id }
})
