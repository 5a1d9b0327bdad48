import { caseIdentity } from '@ke-vai/contract/case/case.ts'
import type { SharedField } from '@ke-vai/contract/consent/codes.ts'
import { composeShared, identityFields, type Shared } from '@ke-vai/contract/referral/shared.ts'
import { identityBound } from '../case/identity.ts'
import type { CommandContext } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'

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

/**
 * What a receiver would see of her now: exactly these fields. Her identity is opened only when one of them lies in it;
 * the caller has written the audit line before.
 */
export async function gatherShared(
  { tx, province, vault }: Context,
  caseId: string,
  fields: readonly SharedField[],
  words: { need: string; reach: string },
): Promise<Shared> {
  const [her] = await tx<HerRow[]>`
    select language, needs_interpreter as "needsInterpreter", age_band as "ageBand", sex, nationality, sealed, version
    from case_file join case_identity on case_identity.province = case_file.province and case_identity.case_id = case_file.id
    where case_file.province = ${province} and case_file.id = ${caseId}`
  if (!her) throw new Refused('notFound')
  const opens = fields.some((field) => identityFields.includes(field))
  const [opened] = opens
    ? await vault.open({ case: caseId }, [{ bound: identityBound(caseId, her.version), sealed: her.sealed }])
    : [{ calledBy: '' }]
  return composeShared(fields, { identity: caseIdentity.parse(opened), ...words, coded: her })
}
