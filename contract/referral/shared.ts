import { z } from 'zod'
import type { CaseIdentity } from '../case/case.ts'
import { ageBands, caseLanguages, caseNationalities } from '../case/codes.ts'
import { type SharedField, sharedFields } from '../consent/codes.ts'
import { codeOf } from '../words.ts'

/** What a receiver is shown: one line for each field that she agreed to, and nothing else. Codes stay codes. */
export const shared = z.array(z.object({ field: codeOf(sharedFields), value: z.string() }))
export type Shared = z.infer<typeof shared>

/** Everything of which something might be shared. */
export interface SharedSource {
  identity: CaseIdentity
  need: string
  reach: string
  coded: {
    language: string | null
    needsInterpreter: boolean
    ageBand: string | null
    sex: string | null
    nationality: string
  }
}

/** The fields that lie in her sealed identity: nothing of it is opened unless one of them is shared. */
export const identityFields: readonly SharedField[] = [
  'called_by',
  'legal_name',
  'birth',
  'phone',
  'address',
  'paper',
  'family',
]

/**
 * Makes what the receiver sees. The preview and the sending both come from here, so that what was looked at is what
 * goes. A field without a value is sent as empty: the receiver sees that it was agreed to and not known.
 */
export function composeShared(fields: readonly SharedField[], source: SharedSource): Shared {
  const { identity, coded } = source
  const values: Record<SharedField, string | null> = {
    called_by: identity.calledBy,
    need: source.need,
    reach: source.reach,
    language: coded.language,
    needs_interpreter: coded.needsInterpreter ? 'yes' : 'no',
    age_band: coded.ageBand,
    sex: coded.sex,
    nationality: coded.nationality,
    legal_name: identity.legalName,
    birth: identity.birth,
    phone: identity.phone,
    address: identity.address,
    paper: identity.paper,
    family: identity.family,
  }
  const order = Object.keys(sharedFields) as SharedField[]
  return order
    .filter((field) => fields.includes(field))
    .map((field) => ({ field, value: values[field] ?? '' }))
}

const yesNo = { yes: { vi: 'Có', en: 'Yes' }, no: { vi: 'Không', en: 'No' } }
const sexes = {
  female: { vi: 'Nữ', en: 'Female' },
  male: { vi: 'Nam', en: 'Male' },
  other: { vi: 'Khác', en: 'Other' },
}
const lists: Partial<Record<SharedField, Readonly<Record<string, { vi: string; en: string }>>>> = {
  language: caseLanguages,
  needs_interpreter: yesNo,
  age_band: ageBands,
  sex: sexes,
  nationality: caseNationalities,
}

/** The value in words; a free word stays as it is, and what is empty says so. */
export function sharedWords({ field, value }: Shared[number]): { vi: string; en: string } {
  if (value === '') return { vi: 'Chưa có', en: 'Not known' }
  return lists[field]?.[value] ?? { vi: value, en: value }
}
