import { type Identity, identityOpen } from '@ke-vai/contract/register/person.ts'
import { command } from '../platform/commands.ts'
import { selectIdentity } from './identity.ts'
import { selectLines } from './one-person.ts'
import { requireBudget } from './reading-budget.ts'

export const openIdentity = command(identityOpen, async (args, { tx, actor, province, vault, audit }) => {
  const { clubId, personId, reason } = args
  const lines = await selectLines(tx, province, clubId, personId)
  const [first = personId, ...others] = lines.map((line) => line.id)
  const open = async (id: string) => {
    await requireBudget(tx, actor, id)
    // The line comes first: if it cannot be written, nothing is opened.
    await audit({ subjectKind: 'person', subjectId: id, fields: ['identity'], reason })
    return selectIdentity(tx, vault, { province, clubId, personId: id })
  }
  const hers = { ...(await open(first)), others: [] as Identity[] }
  for (const id of others) hers.others.push(await open(id))
  return hers
})
