import { standing } from '@ke-vai/contract/case/entry.ts'
import { type CaseFacts, caseSetFacts, factsRule, factsSet } from '@ke-vai/contract/case/facts.ts'
import { command } from '../platform/commands.ts'
import type { Tx } from '../platform/database.ts'
import { Refused } from '../platform/refused.ts'
import { dropChildClocks, startChildClocks } from './child-clocks.ts'
import { selectEntries } from './entries.ts'
import { writeEntry } from './write-entry.ts'

/** The columns of a case in step with its facts. */
export async function keepFacts(tx: Tx, province: string, caseId: string, facts: CaseFacts): Promise<void> {
  const { track, sex, ageBand, language, needsInterpreter, nationality, foundIn, issues } = facts
  await tx`
    update case_file set track = ${track}, sex = ${sex}, age_band = ${ageBand}, language = ${language},
      needs_interpreter = ${needsInterpreter}, nationality = ${nationality}, found_in = ${foundIn}, issues = ${issues}
    where province = ${province} and id = ${caseId}`
}

export const setFacts = command(caseSetFacts, async (args, context) => {
  const { tx, province, audit } = context
  const { organisationId, caseId, herOwnChoice, ...facts } = args
  const refusal = factsRule({ ...facts, herOwnChoice })
  if (refusal) throw new Refused(refusal)
  const [row] = await tx<{ track: CaseFacts['track'] }[]>`
    select track from case_file where province = ${province} and id = ${caseId} for no key update`
  if (!row) throw new Refused('notFound')
  const before = standing(await selectEntries(tx, province, caseId, [factsSet.kind]), factsSet).at(-1)
  const id = await writeEntry(context, factsSet, { caseId, body: facts, supersedes: before?.id ?? null })
  await keepFacts(tx, province, caseId, facts)
  if (row.track !== facts.track) {
    if (facts.track === 'child') await startChildClocks(tx, province, { caseId, organisationId }, new Date())
    else await dropChildClocks(tx, province, caseId)
  }
  await audit({ subjectKind: 'case', subjectId: caseId, fields: ['facts'] })
  return { id }
})
