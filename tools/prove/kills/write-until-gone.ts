import { randomUUID } from 'node:crypto'
import type { CommandDefinition } from '@ke-vai/contract/command.ts'
import { contactRecord } from '@ke-vai/contract/register/contact.ts'
import { identityOpen, personRegister } from '@ke-vai/contract/register/person.ts'
import type { z } from 'zod'
import { demoId } from '../../../server/src/demo/demo.ts'
import { sendTo } from '../../../server/src/testing/product-client.ts'

/** What the writers know: everything that the server said yes to, by kind. */
export interface Acknowledged {
  persons: Set<string>
  contacts: Set<string>
  openings: number
}

/** Refused for a reason of its own, and so neither done nor lost: the day's budget of openings is spent. */
const budgetSpent = 429

/**
 * Registers a person, notes a contact with her and opens her identity, again and again, until the server is gone.
 * Only what was answered with 200 counts as acknowledged; a 5xx is what a tree that is being killed may say.
 */
export async function writeUntilGone(
  address: string,
  cookie: string,
  inTuanChau: boolean,
  acknowledged: Acknowledged,
): Promise<void> {
  const clubId = demoId(inTuanChau ? 'club/tuan-chau' : 'club/cao-xanh')
  const send = async <C extends CommandDefinition>(command: C, args: z.input<C['args']>) => {
    const status = await sendTo(address, cookie, command, randomUUID(), args).catch(() => null)
    if (status !== null && status !== 200 && status !== budgetSpent && status < 500)
      throw new Error(`${command.name}: a writer was told ${status}`)
    return status
  }
  for (;;) {
    const personId = randomUUID()
    const person = { clubId, personId, name: 'Vàng Thị Thử', groups: ['at_risk' as const] }
    const registered = await send(personRegister, person)
    if (registered === null) return
    if (registered !== 200) continue
    acknowledged.persons.add(personId)
    const contact = {
      clubId,
      contactId: randomUUID(),
      personId,
      onDay: '2022-06-01',
      kinds: ['visit' as const],
    }
    const noted = await send(contactRecord, { ...contact, note: 'chị vẫn khỏe', ruleTicked: true })
    if (noted === null) return
    if (noted === 200) acknowledged.contacts.add(contact.contactId)
    const opened = await send(identityOpen, { clubId, personId, reason: 'prepare_visit' as const })
    if (opened === null) return
    if (opened === 200) acknowledged.openings += 1
  }
}
