import { identityChange } from '@ke-vai/contract/register/identity-change.ts'
import { cleanText } from '@ke-vai/contract/text/text.ts'
import { command } from '../platform/commands.ts'
import { selectIdentity, updateIdentity } from './identity.ts'
import { requireKeptLine } from './one-person.ts'

export const changeIdentity = command(identityChange, async (args, { tx, actor, province, vault, audit }) => {
  const { clubId, personId, changes } = args
  await requireKeptLine(tx, province, clubId, personId)
  await audit({ subjectKind: 'person', subjectId: personId, fields: Object.keys(changes).sort() })
  const place = { province, clubId, personId }
  const cleaned = Object.fromEntries(
    Object.entries(changes).map(([field, text]) => [field, text === null ? null : cleanText(text)]),
  )
  const identity = { ...(await selectIdentity(tx, vault, place)), ...cleaned }
  await updateIdentity(tx, vault, actor, place, identity)
  return { done: true as const }
})
