import { type Identity, identityOpen } from '@ke-vai/contract/register/person.ts'
import { command } from '../platform/commands.ts'
import { openSealed, selectSealed } from './identity.ts'
import { selectLines } from './one-person.ts'
import { requireBudget } from './reading-budget.ts'

export const openIdentity = command(identityOpen, async (args, { tx, actor, province, vault, audit }) => {
  const { clubId, personId, reason } = args
  const lines = await selectLines(tx, province, clubId, personId)
  const [first = personId, ...others] = lines.map((line) => line.id)
  const open = async (id: string) => {
    // Sent together and done in this order: counted, written down, read as it is sealed. If one is refused, all are undone
    // and the vault is not asked.
    const [, , sealed] = await Promise.all([
      requireBudget(tx, actor, id),
      audit({ subjectKind: 'person', subjectId: id, fields: ['identity'], reason }),
      selectSealed(tx, { province, clubId, personId: id }),
    ])
    return openSealed(vault, sealed)
  }
  const hers = { ...(await open(first)), others: [] as Identity[] }
  for (const id of others) hers.others.push(await open(id))
  return hers
})
