import { caseSetSafeContact, safeContactRule, safeContactSaid } from '@ke-vai/contract/case/safe-contact.ts'
import { tellSafeContact } from '../companion/tell-safe-contact.ts'
import { command } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'
import { writeEntry } from './write-entry.ts'

export const setSafeContact = command(caseSetSafeContact, async (args, context) => {
  const { organisationId: _, caseId, how, ...codes } = args
  const refusal = safeContactRule(codes)
  if (refusal) throw new Refused(refusal)
  const id = await writeEntry(context, safeContactSaid, { caseId, body: codes, words: { how } })
  await tellSafeContact(context, caseId, codes, how)
  await context.audit({ subjectKind: 'case', subjectId: caseId, fields: ['safe_contact'] })
  return { id }
})
