import { today } from '@ke-vai/contract/date/date.ts'
import type { CommandContext } from '../platform/commands.ts'
import { selectClubIdentities } from '../register/identity.ts'
import type { LedgerCircumstances } from './make-plan.ts'
import type { ExistingPerson } from './plan.ts'
import { readBirth } from './readings/birth.ts'
import { readPhones } from './readings/phone.ts'

const purpose = 'ledger-row'

/** The keyed hash under which a row is remembered: the fingerprint itself holds names and is never stored. */
export function rowHash({ vault }: CommandContext, fingerprint: string): Buffer {
  return vault.hash(purpose, fingerprint)
}

/**
 * What the club's register already knows, to compare a book with: rows brought in before, and its persons. It opens
 * every identity of the club, so the caller owes an audit line.
 */
export async function readCircumstances(
  context: CommandContext,
  clubId: string,
  fileName: string,
): Promise<LedgerCircumstances> {
  const { tx, province, vault } = context
  const rows = await tx<{ fingerprint: Buffer; target_id: string }[]>`
    select fingerprint, target_id from ledger_row where province = ${province} and club_id = ${clubId}`
  const known = new Map(rows.map((row) => [row.fingerprint.toString('base64'), row.target_id]))
  return {
    today: today(),
    fileName,
    existing: await readExisting(context, clubId),
    recorded: (fingerprint) => known.get(vault.hash(purpose, fingerprint).toString('base64')),
  }
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
