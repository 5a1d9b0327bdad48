import { randomUUID } from 'node:crypto'
import { identityOpen } from '@ke-vai/contract/register/person.ts'
import type { Plan } from './bare.ts'
import type { Case, Ground } from './case.ts'

// The product's own bounds stay as they are: 30 persons a day and 120 openings a minute for each account, 600 a minute
// for all. Eight chairs who open the same twenty persons by turns stay under each of them.
const persons = 20
const mostInAMinute = 500

/**
 * Opens an identity: over HTTP, with the vault's process; beside it what is written without any of that, an audit line
 * and the sealed bytes, which stay sealed.
 */
export async function identityCase({ measured, bare, ordinaryPeople, openers }: Ground): Promise<Case> {
  const club = measured.ordinary
  const [first] = openers
  if (!first) throw new Error('nobody is there to open an identity')
  const at = <T>(list: readonly T[], turn: number): T => list[turn % list.length] as T
  const personAt = (turn: number) => at(ordinaryPeople.slice(0, persons), turn)
  const [line, person, chain, firstSeq] = [randomUUID(), personAt(0), randomUUID(), 0]
  let seq = firstSeq
  const plan: Plan = {
    kind: 'change',
    statements: [
      {
        text: `insert into audit_event (chain, seq, at, province, id, account_id, action, club_id, subject_kind, subject_id, fields, reason, command_id, hash)
          values ($1, $2, now(), $3, $4::uuid, $5, 'IDENTITY_OPENED', $6, 'person', $7, '{identity}', 'prepare_visit', gen_random_uuid(), sha256($4::uuid::text::bytea))`,
        values: [chain, firstSeq, club.province, line, first.accountId, club.id, person],
      },
      {
        text: 'select person_id, sealed, version from person_identity where province = $1 and person_id = $2 and club_id = $3',
        values: [club.province, person, club.id],
      },
    ],
  }
  const swap = (turn: number): [unknown, unknown][] => [
    [line, randomUUID()],
    [person, personAt(turn)],
    [firstSeq, ++seq],
  ]
  const ours = (turn: number) =>
    at(openers, turn).client.post(`/api/commands/${identityOpen.name}`, {
      id: randomUUID(),
      deviceTime: new Date().toISOString(),
      args: identityOpen.args.parse({ clubId: club.id, personId: personAt(turn), reason: 'prepare_visit' }),
    })
  const answer = await ours(0)
  const [, rows] = await bare.replay(plan, new Map(swap(0)))
  const opened = answer.status === 200 ? identityOpen.result.parse(JSON.parse(answer.text)).name : null
  if (!opened?.startsWith('Người thứ ') || !(Array.isArray(rows) && rows.length === 1))
    throw new Error(`an identity was not opened: ${answer.text.slice(0, 300)}`)
  return {
    name: 'open an identity',
    writes: true,
    most: mostInAMinute,
    ours: (_, turn) => ours(turn),
    plan,
    swap,
  }
}
