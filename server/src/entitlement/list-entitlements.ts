import { today } from '@ke-vai/contract/date/date.ts'
import { entitledTo } from '@ke-vai/contract/entitlement/entitled-to.ts'
import { entitlementList } from '@ke-vai/contract/entitlement/entitlement.ts'
import { entitlementKey, entitlementKinds, foldEntitlements } from '@ke-vai/contract/entitlement/state.ts'
import { selectEntries } from '../case/entries.ts'
import type { Tx } from '../platform/database.ts'
import { read } from '../platform/reads.ts'
import { selectFacts } from './facts.ts'
import { lawTables } from './law-tables.ts'

export const listEntitlements = read(entitlementList, async ({ params }, { tx, province }) => {
  const day = today()
  const [facts, entries, amounts] = await Promise.all([
    selectFacts(tx, province, params.caseId, day),
    selectEntries(tx, province, params.caseId, entitlementKinds),
    selectAmounts(tx, day),
  ])
  const { regime, source, lines } = entitledTo(lawTables, facts)
  const now = foldEntitlements(entries)
  return {
    regime,
    source,
    legalStatus: facts.legalStatus,
    nationality: facts.nationality,
    accompanies: facts.came,
    lines: lines.map((line) => {
      const written = now.get(entitlementKey(line))
      return {
        ...line,
        source: lawTables[line.regime].source,
        state: written?.state ?? null,
        onDay: written?.onDay ?? null,
        times: written?.times ?? 0,
        amount: amounts.get(entitlementKey(line)) ?? null,
      }
    }),
  }
})

/** The amounts that somebody verified, by regime and code. Keys read `entitlement_amount 2024 k`. */
async function selectAmounts(tx: Tx, day: string): Promise<Map<string, number>> {
  const rows = await tx<{ key: string; value: unknown }[]>`
    select distinct on (key) key, value from parameter
    where key like 'entitlement\_amount %' and valid_from <= ${day} and (valid_to is null or valid_to >= ${day})
    order by key, valid_from desc`
  return new Map(
    rows.flatMap(({ key, value }) =>
      typeof value === 'number' ? [[key.slice('entitlement_amount '.length), value] as const] : [],
    ),
  )
}
