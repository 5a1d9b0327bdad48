import { caseIdentity } from '@ke-vai/contract/case/case.ts'
import { refuse } from '@ke-vai/contract/refusal.ts'
import { foldText } from '@ke-vai/contract/text/text.ts'
import { askRule, clueTold, foldTracing, tracingKinds } from '@ke-vai/contract/tracing/state.ts'
import { cluesSent } from '@ke-vai/contract/tracing/tracing.ts'
import type { z } from 'zod'
import { selectEntries } from '../case/entries.ts'
import { identityBound } from '../case/identity.ts'
import { entryBound } from '../case/write-entry.ts'
import type { CommandContext } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'
import { requireBudget } from '../register/reading-budget.ts'

const names = refuse(
  'clue_names_her',
  {
    vi: 'Trong phần sẽ gửi có tên, số điện thoại hoặc giấy tờ của người được hỗ trợ. Xin ghi lại điều ấy mà không nêu tên.',
    en: 'What would be sent holds her name, number or paper. Please write that clue without it.',
  },
  'clueIds',
)

/**
 * What these clues say, in the order chosen: exactly what the other body will read. Opened for the actor alone, and refused
 * when something of it names her. The caller has written the audit line and asked for a fresh proof.
 */
export async function openChosenClues(
  context: Pick<CommandContext, 'tx' | 'actor' | 'province' | 'vault'>,
  caseId: string,
  clueIds: readonly string[],
): Promise<z.infer<typeof cluesSent>> {
  const { tx, actor, province, vault } = context
  const now = foldTracing(await selectEntries(tx, province, caseId, tracingKinds))
  const refusal = askRule(now, clueIds)
  if (refusal) throw new Refused(refusal)
  await requireBudget(tx, actor, caseId)
  const rows = await tx<{ id: string; sealed: Buffer }[]>`
    select id, sealed from case_entry
    where province = ${province} and case_id = ${caseId} and id = any (${[...clueIds]}) and sealed is not null`
  const [identity] = await tx<{ sealed: Buffer; version: number }[]>`
    select sealed, version from case_identity where province = ${province} and case_id = ${caseId}`
  if (!identity) throw new Refused('notFound')
  const [who, ...opened] = await vault.open({ case: caseId }, [
    { bound: identityBound(caseId, identity.version), sealed: identity.sealed },
    ...rows.map(({ id, sealed }) => ({ bound: entryBound(id, clueTold.tier), sealed })),
  ])
  const saidOf = new Map(rows.map(({ id }, i) => [id, clueTold.sealed.parse(opened[i]).words] as const))
  const kindOf = new Map(now.clues.map(({ id, kind }) => [id, kind] as const))
  const sent = cluesSent.parse(clueIds.map((id) => ({ kind: kindOf.get(id), words: saidOf.get(id) ?? '' })))
  const { calledBy, legalName, phone, paper } = caseIdentity.parse(who)
  const said = sent.map(({ words }) => ` ${foldText(words)} `)
  const digits = sent.map(({ words }) => words.replace(/\D/gu, ''))
  const isNamed = [calledBy, legalName].some((name) => {
    const folded = foldText(name ?? '')
    return folded !== '' && said.some((each) => each.includes(` ${folded} `))
  })
  const isNumbered = [phone, paper].some((number) => {
    const known = (number ?? '').replace(/\D/gu, '')
    return known.length >= 6 && digits.some((each) => each.includes(known))
  })
  if (isNamed || isNumbered) throw new Refused(names)
  return sent
}
