import {
  type ChildLink,
  childEnterSchool,
  childLinkCase,
  childLinked,
  childLinkRule,
  childNameRepresentative,
  childPlan,
  childPlanned,
  childTakeMeasure,
  childTrackRule,
  measureTaken,
  representativeNamed,
  schoolEntered,
  schoolRule,
} from '@ke-vai/contract/case/child.ts'
import { type EntryKind, standing } from '@ke-vai/contract/case/entry.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import { type CommandContext, command } from '../platform/commands.ts'
import { withinCaseReach } from '../platform/guard.ts'
import { Refused } from '../platform/refused.ts'
import { endDeadlines } from './deadline.ts'
import { selectEntries } from './entries.ts'
import { writeEntry } from './write-entry.ts'

type Track = 'adult' | 'child'

/** The child's case, held; refuses where it is not on a child's track. */
async function holdChild({ tx, province }: CommandContext, caseId: string): Promise<void> {
  const [row] = await tx<{ track: Track }[]>`
    select track from case_file where province = ${province} and id = ${caseId} for no key update`
  if (!row) throw new Refused('notFound')
  const refusal = childTrackRule(row.track)
  if (refusal) throw new Refused(refusal)
}

/** The entry that a new one of the same kind takes the place of. */
async function standingId(
  { tx, province }: CommandContext,
  caseId: string,
  kind: EntryKind,
): Promise<string | null> {
  return standing(await selectEntries(tx, province, caseId, [kind.kind]), kind).at(-1)?.id ?? null
}

const line = (caseId: string) => ({ subjectKind: 'case', subjectId: caseId, fields: ['child'] })

export const nameRepresentative = command(childNameRepresentative, async (args, context) => {
  const { caseId, relation, suspected, name, words } = args
  await holdChild(context, caseId)
  const id = await writeEntry(context, representativeNamed, {
    caseId,
    body: { relation, suspected },
    words: { name, words },
    supersedes: await standingId(context, caseId, representativeNamed),
  })
  await context.audit(line(caseId))
  return { id }
})

export const takeMeasure = command(childTakeMeasure, async (args, context) => {
  const { tx, province, audit } = context
  const { caseId, measures, words } = args
  await holdChild(context, caseId)
  const id = await writeEntry(context, measureTaken, {
    caseId,
    body: { measures: [...new Set(measures)] },
    words: { words },
  })
  await endDeadlines(tx, province, { caseId, kind: 'child_emergency' }, 'met')
  await audit(line(caseId))
  return { id }
})

export const planForChild = command(childPlan, async (args, context) => {
  const { tx, province, audit } = context
  const { caseId, plan, childOpinion, childWords, carerOpinion, carerWords } = args
  await holdChild(context, caseId)
  const id = await writeEntry(context, childPlanned, {
    caseId,
    body: { childOpinion, carerOpinion },
    words: { plan, childWords, carerWords },
    supersedes: await standingId(context, caseId, childPlanned),
  })
  await endDeadlines(tx, province, { caseId, kind: 'child_plan' }, 'met')
  await audit(line(caseId))
  return { id }
})

export const enterSchool = command(childEnterSchool, async (args, context) => {
  const { tx, province, audit } = context
  const { caseId, where, on } = args
  await holdChild(context, caseId)
  const refusal = schoolRule({ where, on }, today())
  if (refusal) throw new Refused(refusal)
  const id = await writeEntry(context, schoolEntered, {
    caseId,
    body: { where, on },
    supersedes: await standingId(context, caseId, schoolEntered),
  })
  await endDeadlines(tx, province, { caseId, kind: 'child_school' }, 'met')
  await audit(line(caseId))
  return { id }
})

interface Linked {
  id: string
  track: Track
}

/** Links a child with the adult she came with, or with her sibling, in whose case it is written as well. */
export const linkChild = command(childLinkCase, async (args, context) => {
  const { tx, province, audit } = context
  const { caseId, withCaseId, as } = args
  // Both rows are held, always in the same order, so that two links never wait for one another in a circle.
  const rows = await tx<Linked[]>`
    select id, track from case_file
    where province = ${province} and id in (${caseId}, ${withCaseId}) and organisation_id = ${args.organisationId}
      and ${withinCaseReach(tx, 'assigned')} order by id for no key update`
  const child = rows.find(({ id }) => id === caseId)
  const other = rows.find(({ id }) => id === withCaseId)
  if (!child || !other) throw new Refused('notFound')
  const refusal = childLinkRule(child, other, as)
  if (refusal) throw new Refused(refusal)
  const id = await writeLink(context, child, other, as)
  if (as === 'sibling' && other.track === 'child') await writeLink(context, other, child, as)
  if (as === 'accompanies')
    await tx`update case_file set accompanies_id = ${withCaseId} where province = ${province} and id = ${caseId}`
  await audit(line(caseId))
  if (as === 'sibling') await audit(line(withCaseId))
  return { id }
})

async function writeLink(
  context: CommandContext,
  child: Linked,
  other: Linked,
  as: ChildLink,
): Promise<string> {
  const links = standing(
    await selectEntries(context.tx, context.province, child.id, [childLinked.kind]),
    childLinked,
  )
  // A child came with one adult; of siblings there may be several.
  const before = links.find((each) =>
    as === 'accompanies' ? each.body.as === as : each.body.as === as && each.body.caseId === other.id,
  )
  return writeEntry(context, childLinked, {
    caseId: child.id,
    body: { caseId: other.id, as },
    supersedes: before?.id ?? null,
  })
}
