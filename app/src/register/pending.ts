import type { ArgsOf } from '@ke-vai/contract/command.ts'
import { contactRecord } from '@ke-vai/contract/register/contact.ts'
import { useOutbox } from '../offline/offline.ts'

/** Contacts that are on this device and not yet at the server. */
export function usePendingContacts(): ArgsOf<typeof contactRecord>[] {
  return useOutbox()
    .waiting.filter((each) => each.sent.name === contactRecord.name && each.state === 'waiting')
    .map((each) => contactRecord.args.parse(each.sent.args))
}
