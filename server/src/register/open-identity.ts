import { identityOpen } from '@ke-vai/contract/register/person.ts'
import { command } from '../platform/commands.ts'
import { selectIdentity } from './identity.ts'

export const openIdentity = command(identityOpen, async (args, { tx, province, vault, audit }) => {
  // The line comes first: if it cannot be written, nothing is opened.
  await audit({ subjectKind: 'person', subjectId: args.personId, fields: ['identity'], reason: args.reason })
  return selectIdentity(tx, vault, { province, clubId: args.clubId, personId: args.personId })
})
