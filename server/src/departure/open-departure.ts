import { departureOpen, openedDepartureWords } from '@ke-vai/contract/departure/departure.ts'
import { command } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'
import { requireBudget } from '../register/reading-budget.ts'
import { checkInBound, linesOf, selectCheckIns, wordsBound } from './plan-row.ts'

export const openDeparture = command(departureOpen, async (args, { tx, actor, province, vault, audit }) => {
  const [plan] = await tx<{ personId: string; sealed: Buffer }[]>`
    select person_id as "personId", sealed from departure_plan
    where province = ${province} and club_id = ${args.clubId} and id = ${args.planId} and ended_at is null
      and person_id in ${linesOf(tx, { ...args, province })}`
  if (!plan) throw new Refused('notFound')
  const said = (await selectCheckIns(tx, province, args.planId)).flatMap(({ id, personId, sealed }) =>
    sealed === null ? [] : [{ id, personId, sealed }],
  )
  // Counted and written down before anything is opened.
  for (const subjectId of new Set([plan.personId, ...said.map(({ personId }) => personId)])) {
    await requireBudget(tx, actor, subjectId)
    await audit({ subjectKind: 'person', subjectId, fields: ['departure'], reason: args.reason })
  }
  const [words, ...texts] = await vault.openAll([
    { key: { person: plan.personId }, bound: wordsBound(args.planId), sealed: plan.sealed },
    ...said.map(({ id, personId, sealed }) => ({
      key: { person: personId },
      bound: checkInBound(id),
      sealed,
    })),
  ])
  return {
    words: openedDepartureWords.parse(words),
    checkIns: said.map(({ id }, i) => ({ id, words: String(texts[i]) })),
  }
})
