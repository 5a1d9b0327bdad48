import type { Identity } from '@ke-vai/contract/register/person.ts'
import { cleanText } from '@ke-vai/contract/text/text.ts'

/** What of an identity can be corrected, in the order in which it is asked; with how much each may hold. */
export const identityFields = {
  name: 200,
  birth: 40,
  phone: 40,
  address: 300,
  paper: 40,
  family: 300,
} as const
export type IdentityField = keyof typeof identityFields

/** As it is typed: an empty text is «none». */
export type IdentityTexts = Record<IdentityField, string>

export interface IdentityChanges extends Partial<Record<Exclude<IdentityField, 'name'>, string | null>> {
  name?: string
}

const fields = Object.keys(identityFields) as IdentityField[]

/** The identity as the form begins with it. */
export function textsOf(identity: Identity): IdentityTexts {
  const { name, birth, phone, address, paper, family } = identity
  return {
    name,
    birth: birth ?? '',
    phone: phone ?? '',
    address: address ?? '',
    paper: paper ?? '',
    family: family ?? '',
  }
}

/** Only what is another one now; a field that was emptied is taken out, a name never is. */
export function changesOf(before: Identity, texts: IdentityTexts): IdentityChanges {
  const was = textsOf(before)
  const changes: IdentityChanges = {}
  for (const field of fields) {
    const text = cleanText(texts[field])
    if (text === cleanText(was[field])) continue
    if (field !== 'name') changes[field] = text === '' ? null : text
    else if (text !== '') changes.name = text
  }
  return changes
}
