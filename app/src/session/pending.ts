import type { ArgsOf } from '@ke-vai/contract/command.ts'
import { sessionRecord } from '@ke-vai/contract/session/session.ts'
import { useOutbox } from '../offline/offline.ts'

/** Sessions that are on this device and not yet at the server. */
export function usePendingSessions(): ArgsOf<typeof sessionRecord>[] {
  return useOutbox()
    .waiting.filter((each) => each.sent.name === sessionRecord.name && each.state === 'waiting')
    .map((each) => sessionRecord.args.parse(each.sent.args))
}
