import type { Credential } from '../platform/actor.ts'
import type { Sql } from '../platform/database.ts'
import { Refused } from '../platform/refused.ts'
import type { Bound, Opening } from '../platform/vault.ts'

interface Answer {
  asker: string
  stepped_up: boolean
  may_persons: string[]
  may_rows: string[]
}

/** Purposes that belong to the server itself and open for nobody in particular. */
const ofTheServer = ['authenticator', 'cursor']

/**
 * What is shown before every contact to whoever goes to her. It opens in her reach for a living sign-in, without a
 * fresh proof and uncounted; that a field is named here opens nothing else, for a ciphertext is bound to its field.
 */
const shownBeforeContact: readonly string[] = ['safe_contact.rule', 'case_identity.safe_contact']

export const needsNoStepUp = ({ bound }: Pick<Opening, 'bound'>): boolean =>
  shownBeforeContact.includes(`${bound.table}.${bound.field}`)

/** What was sealed for a receiver opens for it alone, also where it lies under the key of a person in a register. */
const isAddressed = ({ bound }: Pick<Opening, 'bound'>): boolean =>
  `${bound.table}.${bound.field}` === 'referral.shared'

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const uuidForm = new RegExp(`^${uuid}$`)
const rowForms: Record<string, RegExp> = {
  police: new RegExp(`^${uuid}$`),
  member_background: new RegExp(`^${uuid}\\|${uuid}$`),
  shelter_street: new RegExp(`^${uuid}$`),
}

/**
 * Asks the database itself, as the vault and not as the server, whether this asker may have all of this opened:
 * her sign-in is alive, she reaches each person and is not excluded, and she has just proved that it is she (but for
 * what is shown before every contact).
 * @throws Refused signed_out, step_up_needed, not_found
 */
export async function mayOpen(
  sql: Sql,
  who: Credential | null,
  openings: readonly Opening[],
): Promise<string> {
  const persons = openings.flatMap((each) =>
    'person' in each.key && !isAddressed(each) ? [each.key.person] : [],
  )
  const ofCases = openings.flatMap((each) => {
    const { key, bound } = each
    if ('case' in key) return [{ ownerId: key.case, bound }]
    return 'person' in key && isAddressed(each) ? [{ ownerId: key.person, bound }] : []
  })
  const freshProof = openings.some(
    (each) => 'person' in each.key && !isAddressed(each) && !needsNoStepUp(each),
  )
  const ofPurposes = openings.flatMap(({ key, bound }) =>
    'purpose' in key && !ofTheServer.includes(key.purpose) ? [{ purpose: key.purpose, row: bound.row }] : [],
  )
  if (persons.length === 0 && ofPurposes.length === 0 && ofCases.length === 0) return 'the server'
  for (const { purpose, row } of ofPurposes) if (!rowForms[purpose]?.test(row)) throw new Refused('notFound')
  let asker = ofCases.length > 0 ? await mayOpenOfCases(sql, who, ofCases) : ''
  if (persons.length === 0 && ofPurposes.length === 0) return asker
  for (const purpose of new Set(['', ...ofPurposes.map((each) => each.purpose)])) {
    const rows = ofPurposes.filter((each) => each.purpose === purpose).map(({ row }) => row)
    const answer = await ask(sql, who, purpose === '' ? persons : [], purpose, rows)
    asker = answer.asker
    // Her own page opens for a member as long as she is signed in; what is of others needs a fresh proof.
    if (purpose !== 'member_background' && (rows.length > 0 || freshProof) && !answer.stepped_up)
      throw new Refused('stepUpNeeded')
    const may = new Set([...answer.may_persons, ...answer.may_rows])
    if ([...(purpose === '' ? persons : []), ...rows].some((each) => !may.has(each)))
      throw new Refused('notFound')
  }
  return asker
}

interface OfCase {
  /** A case, or the person of a register of whom something was sent. */
  ownerId: string
  bound: Bound
}

/** Words of the team's own entries open for a living sign-in; who she is, and what she told, ask for a fresh proof. */
const openWithoutProof: readonly string[] = ['case_identity.safe_contact', 'case_entry.team']

/** The same for what lies under the keys of cases: the database says it of each, by its field and its row. */
async function mayOpenOfCases(sql: Sql, who: Credential | null, asked: readonly OfCase[]): Promise<string> {
  if (who === null) throw new Refused('signedOut')
  const fields = asked.map(({ bound }) => `${bound.table}.${bound.field}`)
  const rows = asked.map(({ bound }) => bound.row)
  if (!rows.every((row) => uuidForm.test(row))) throw new Refused('notFound')
  const [answer] = await sql<{ asker: string; stepped_up: boolean; may: boolean[] }[]>`
    select * from policy.vault_may_open_cases(${keysOf(who).token}, ${asked.map(({ ownerId }) => ownerId)}::uuid[],
      ${fields}::text[], ${rows}::uuid[])`
  if (!answer) throw new Refused('signedOut')
  if (!answer.stepped_up && !fields.every((field) => openWithoutProof.includes(field)))
    throw new Refused('stepUpNeeded')
  if (answer.may.length !== asked.length || !answer.may.every(Boolean)) throw new Refused('notFound')
  return answer.asker
}

/** Which of these persons the asker may have opened; for a search, which must not say that others are there. */
export async function reached(sql: Sql, who: Credential | null, persons: readonly string[]) {
  const { asker, may_persons, stepped_up } = await ask(sql, who, persons, '', [])
  if (!stepped_up) throw new Refused('stepUpNeeded')
  return { asker, persons: may_persons }
}

async function ask(
  sql: Sql,
  who: Credential | null,
  persons: readonly string[],
  purpose: string,
  rows: readonly string[],
): Promise<Answer> {
  if (who === null) throw new Refused('signedOut')
  const { token, account } = keysOf(who)
  const [answer] = await sql<Answer[]>`
    select * from policy.vault_may_open(${token}, ${account}, ${[...persons]}::uuid[], ${purpose}, ${[...rows]}::text[])`
  if (!answer) throw new Refused('signedOut')
  return answer
}

/** May she look for persons of this club? Answers who she is. */
export async function mayLookInto(sql: Sql, who: Credential | null, clubId: string): Promise<string> {
  const { asker, stepped_up } = await ask(sql, who, [], '', [])
  const { token, account } = keysOf(who)
  const [row] = await sql<
    { may: boolean }[]
  >`select policy.vault_may_search(${token}, ${account}, ${clubId}) as may`
  if (!row?.may) throw new Refused('notFound')
  if (!stepped_up) throw new Refused('stepUpNeeded')
  return asker
}

const keysOf = (who: Credential | null) => ({
  token: who !== null && 'tokenHash' in who ? who.tokenHash : null,
  account: who !== null && 'accountId' in who ? who.accountId : null,
})
