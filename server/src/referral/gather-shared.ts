import { caseIdentity } from '@ke-vai/contract/case/case.ts'
import type { SharedField } from '@ke-vai/contract/consent/codes.ts'
import { composeShared, identityFields, type Shared } from '@ke-vai/contract/referral/shared.ts'
import { identityBound } from '../case/identity.ts'
import type { CommandContext } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'
import { selectIdentity } from '../register/identity.ts'
import { requireBudget } from '../register/reading-budget.ts'
import type { ReferralRow } from './find-referral.ts'

interface HerRow {
  language: string | null
  needsInterpreter: boolean
  ageBand: string | null
  sex: string | null
  nationality: string
  sealed: Buffer
  version: number
}

type Context = Pick<CommandContext, 'tx' | 'province' | 'vault'>
interface Words {
  need: string
  reach: string
}

const opensIdentity = (fields: readonly SharedField[]) =>
  fields.some((field) => identityFields.includes(field))

/**
 * What a receiver would see of her now: exactly these fields. Her identity is opened only when one of them lies in it;
 * the caller has written the audit line before.
 */
export async function gatherShared(
  { tx, province, vault }: Context,
  caseId: string,
  fields: readonly SharedField[],
  words: Words,
): Promise<Shared> {
  const [her] = await tx<HerRow[]>`
    select language, needs_interpreter as "needsInterpreter", age_band as "ageBand", sex, nationality, sealed, version
    from case_file join case_identity on case_identity.province = case_file.province and case_identity.case_id = case_file.id
    where case_file.province = ${province} and case_file.id = ${caseId}`
  if (!her) throw new Refused('notFound')
  const [opened] = opensIdentity(fields)
    ? await vault.open({ case: caseId }, [{ bound: identityBound(caseId, her.version), sealed: her.sealed }])
    : [{ calledBy: '' }]
  return composeShared(fields, { identity: caseIdentity.parse(opened), ...words, coded: her })
}

const unknown = { language: null, needsInterpreter: false, ageBand: null, nationality: '' }
const unopened = { name: '', birth: null, phone: null, address: null, paper: null, family: null }

/** The same of a person in a club's register, whose book has one name for her and knows less. */
async function gatherOfPerson(
  { tx, province, vault }: Context,
  { clubId, personId }: { clubId: string; personId: string },
  fields: readonly SharedField[],
  words: Words,
): Promise<Shared> {
  const [her] = await tx<{ sex: string | null }[]>`
    select sex from person where province = ${province} and club_id = ${clubId} and id = ${personId}`
  if (!her) throw new Refused('notFound')
  const { name, birth, phone, address, paper, family } = opensIdentity(fields)
    ? await selectIdentity(tx, vault, { province, clubId, personId })
    : unopened
  const identity = { calledBy: name, legalName: null, birth, phone, address, paper, family }
  return composeShared(fields, { identity, ...words, coded: { ...unknown, sex: her.sex } })
}

/** Of whichever she is. Whose register she stands in counts against the reader's budget; asked before the audit line. */
export async function gatherOf(context: Context, row: ReferralRow, words: Words): Promise<Shared> {
  const { caseId, clubId, personId, fields } = row
  if (caseId !== null) return gatherShared(context, caseId, fields, words)
  if (clubId === null || personId === null) throw new Refused('notFound')
  return gatherOfPerson(context, { clubId, personId }, fields, words)
}

/** May the actor have so much of a person opened today? A case's team is not counted here. */
export async function requireBudgetFor(
  { tx, actor }: Pick<CommandContext, 'tx' | 'actor'>,
  { personId, fields }: ReferralRow,
): Promise<void> {
  if (personId !== null && opensIdentity(fields)) await requireBudget(tx, actor, personId)
}
