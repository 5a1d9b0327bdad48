import { today } from '@ke-vai/contract/date/date.ts'
import { sessionRecord, sessionRule } from '@ke-vai/contract/session/session.ts'
import { cleanText } from '@ke-vai/contract/text/text.ts'
import { command } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'

export const recordSession = command(sessionRecord, async (args, { tx, actor, province, audit }) => {
  const refusal = sessionRule(args, today())
  if (refusal) throw new Refused(refusal)
  await tx`
    insert into session (province, id, club_id, on_day, topic, venue, kind, staff, members, children, others, leaflets,
      method, origin, recorded_by)
    values (${province}, ${args.sessionId}, ${args.clubId}, ${args.onDay}, ${cleanText(args.topic)},
      ${args.venue && cleanText(args.venue)}, ${args.kind}, ${args.staff}, ${args.members}, ${args.children},
      ${args.others}, ${args.leaflets}, ${args.method}, 'app', ${actor.id})`
  await audit({ subjectKind: 'session', subjectId: args.sessionId, fields: ['session'] })
  return { id: args.sessionId }
})
