import { today } from '@ke-vai/contract/date/date.ts'
import { entitledTo } from '@ke-vai/contract/entitlement/entitled-to.ts'
import { entitlementPropose, entitlementWrite } from '@ke-vai/contract/entitlement/entitlement.ts'
import {
  entitlementEntries,
  entitlementKey,
  entitlementKinds,
  entitlementRule,
  foldEntitlements,
} from '@ke-vai/contract/entitlement/state.ts'
import { refuse } from '@ke-vai/contract/refusal.ts'
import { selectEntries } from '../case/entries.ts'
import { writeEntry } from '../case/write-entry.ts'
import { command } from '../platform/commands.ts'
import type { Tx } from '../platform/database.ts'
import { Refused } from '../platform/refused.ts'
import { findLine, selectFacts } from './facts.ts'
import { lawTables } from './law-tables.ts'

export const proposeEntitlements = command(entitlementPropose, async (args, context) => {
  const { tx, province, audit } = context
  const { caseId } = args
  await holdEntries(tx, province, caseId)
  const facts = await selectFacts(tx, province, caseId, today())
  const { lines } = entitledTo(lawTables, facts)
  const now = foldEntitlements(await selectEntries(tx, province, caseId, entitlementKinds))
  let proposed = 0
  for (const line of lines) {
    if (line.basis !== 'right' && line.basis !== 'case_by_case') continue
    const { regime, code, basis } = line
    // What waited for a decision, or was not hers, is hers now; what she does not want now is not pressed on her.
    const written = now.get(entitlementKey(line))
    const waited = written?.basis === 'none' || written?.basis === 'needs_nationality'
    if (written && !(waited && (written.state === 'waiting' || written.state === 'not_eligible'))) continue
    const body = { regime, code, basis, source: lawTables[regime].source }
    await writeEntry(context, entitlementEntries.proposed, { caseId, body })
    proposed += 1
  }
  await audit({ subjectKind: 'case', subjectId: caseId, fields: ['entitlement'] })
  return { proposed }
})

export const writeEntitlement = command(entitlementWrite, async (args, context) => {
  const { tx, province, audit } = context
  const { caseId, regime, code, state, onDay, note } = args
  if (onDay > today()) throw new Refused(inFuture)
  await holdEntries(tx, province, caseId)
  const line = findLine(await selectFacts(tx, province, caseId, onDay), { regime, code })
  if (!line) throw new Refused('notFound')
  const now = foldEntitlements(await selectEntries(tx, province, caseId, entitlementKinds))
  const refusal = entitlementRule(line, now.get(entitlementKey(line))?.state ?? null, state)
  if (refusal) throw new Refused(refusal)
  const body = { regime, code: line.code, basis: line.basis, source: lawTables[regime].source }
  const words = note === '' ? null : { note }
  const id = await writeEntry(context, entitlementEntries[state], {
    caseId,
    body,
    words,
    onDay,
    id: args.entryId,
  })
  await audit({ subjectKind: 'case_entry', subjectId: id, fields: ['entitlement'] })
  return { id }
})

const inFuture = refuse(
  'entitlement_in_future',
  { vi: 'Ngày này chưa tới. Xin ghi ngày đã diễn ra.', en: 'This day is still to come.' },
  'onDay',
)

/** The rule looks at what is written; its row is held, so that nobody writes meanwhile. */
async function holdEntries(tx: Tx, province: string, caseId: string): Promise<void> {
  const [row] =
    await tx`select id from case_file where province = ${province} and id = ${caseId} for no key update`
  if (!row) throw new Refused('notFound')
}
