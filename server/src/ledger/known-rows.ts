import { today } from '@ke-vai/contract/date/date.ts'
import type { CommandContext } from '../platform/commands.ts'
import { selectClubIdentities } from '../register/identity.ts'
import { requireComparison } from './comparisons.ts'
import { planOf } from './make-plan.ts'
import { openWorkbook, type WorkbookRefusal } from './open-workbook.ts'
import type { ExistingPerson, LedgerPlan } from './plan.ts'
import { readBirth } from './readings/birth.ts'
import { readPhones } from './readings/phone.ts'

const purpose = 'ledger-row'

/** The keyed hashes under which rows are remembered: a fingerprint itself holds names and is never stored. */
export function rowHashes({ vault }: CommandContext, fingerprints: readonly string[]): Promise<Buffer[]> {
  return vault.hash(purpose, fingerprints)
}

/**
 * Reads a workbook beside what the club's register already knows: rows brought in before, and its persons. It opens
 * every identity of the club, so the caller owes an audit line.
 */
export async function readBesideRegister(
  context: CommandContext,
  clubId: string,
  fileName: string,
  bytes: Uint8Array,
): Promise<LedgerPlan | WorkbookRefusal> {
  const { tx, province } = context
  const workbook = openWorkbook(bytes, fileName)
  if ('refusal' in workbook) return workbook
  await requireComparison(context, clubId)
  const circumstances = { today: today(), fileName }
  const rows = await tx<{ fingerprint: Buffer; target_id: string }[]>`
    select fingerprint, target_id from ledger_row where province = ${province} and club_id = ${clubId}`
  const known = new Map(rows.map((row) => [row.fingerprint.toString('base64'), row.target_id]))
  const recorded = new Map<string, string>()
  if (known.size > 0) {
    // Only a first reading tells which fingerprints there are; the vault hashes them all at once.
    const fingerprints = new Set<string>()
    planOf(workbook, { ...circumstances, recorded: (one) => void fingerprints.add(one) })
    const asked = [...fingerprints]
    for (const [i, hash] of (await rowHashes(context, asked)).entries()) {
      const target = known.get(hash.toString('base64'))
      if (target) recorded.set(asked[i] ?? '', target)
    }
  }
  const existing = await readExisting(context, clubId)
  return planOf(workbook, { ...circumstances, existing, recorded: (one) => recorded.get(one) })
}

async function readExisting(
  { tx, province, vault }: CommandContext,
  clubId: string,
): Promise<ExistingPerson[]> {
  const identities = await selectClubIdentities(tx, vault, { province, clubId })
  const persons = await tx<{ id: string; code: string; sex: ExistingPerson['sex'] }[]>`
    select id, code, sex from person where province = ${province} and club_id = ${clubId} order by code`
  const day = today()
  return persons.flatMap(({ id, code, sex }) => {
    const identity = identities.get(id)
    if (!identity) return []
    const birth = readBirth(
      identity.birth === null ? null : { kind: 'text', text: identity.birth },
      day,
    ).value
    const phones =
      readPhones(identity.phone === null ? null : { kind: 'text', text: identity.phone }).value ?? []
    return [{ id, code, name: identity.name, birth, sex: sex ?? null, phones }]
  })
}
