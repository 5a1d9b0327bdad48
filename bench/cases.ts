import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { type ReadDefinition, readPath } from '@ke-vai/contract/endpoint.ts'
import { searchPlacesRead } from '@ke-vai/contract/place/endpoints.ts'
import { contactRecord } from '@ke-vai/contract/register/contact.ts'
import { personRead, registerList } from '@ke-vai/contract/register/person.ts'
import { monthReportRead } from '@ke-vai/contract/report/report.ts'
import type { Actor } from '../server/src/platform/actor.ts'
import { cursorsOf } from '../server/src/platform/cursor.ts'
import type { Tx } from '../server/src/platform/database.ts'
import { allCommands, allReads } from '../server/src/routes.ts'
import type { Case, Ground } from './case.ts'
import { identityCase } from './identity-case.ts'
import type { MeasuredClub } from './load.ts'

/** Every case whose handler exists. Each read is asked both ways once, and must answer the same. */
export async function makeCases(ground: Ground): Promise<Case[]> {
  const { measured, ordinaryPeople, bigPeople } = ground
  const { ordinary, big, month } = measured
  const [person, bigPerson] = [ordinaryPeople[0] ?? '', bigPeople[0] ?? '']
  const list = { limit: '50' }
  const made = [
    await readCase(
      ground,
      'register list of 50, club of 60',
      ordinary,
      registerList,
      { clubId: ordinary.id },
      list,
    ),
    await readCase(ground, 'register list of 50, club of 2,000', big, registerList, { clubId: big.id }, list),
    await readCase(ground, 'one person', ordinary, personRead, { clubId: ordinary.id, personId: person }, {}),
    await readCase(
      ground,
      'one person, club of 2,000',
      big,
      personRead,
      { clubId: big.id, personId: bigPerson },
      {},
    ),
    await readCase(ground, 'month report', ordinary, monthReportRead, { clubId: ordinary.id, month }, {}),
    await readCase(
      ground,
      'month report, club of 2,000',
      big,
      monthReportRead,
      { clubId: big.id, month },
      {},
    ),
    await placeCase(ground),
    await contactCase(ground),
    await identityCase(ground),
  ]
  return made.filter((each) => each !== null)
}

// The bare run has no sign-in; what handlers ask of the actor is her id and that she is the chair.
const chairOf = (club: MeasuredClub): Actor => ({
  id: randomUUID(),
  province: club.province,
  roles: ['club_chair'],
  clubProvince: club.province,
  organisationId: null,
  signInId: null,
  steppedUp: true,
})

const inJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

async function readCase(
  { bare, vaults, measured, ordinaryClient, bigClient }: Ground,
  name: string,
  club: MeasuredClub,
  definition: ReadDefinition,
  params: Record<string, string>,
  query: Record<string, string>,
): Promise<Case | null> {
  const handler = allReads.find((each) => each.definition.name === definition.name)
  if (!handler) return null
  const asked = { params: definition.params.parse(params), query: definition.query.parse(query) }
  const heard = await bare.listen((tx: Tx) =>
    handler.run(asked, {
      tx,
      actor: chairOf(club),
      reach: 'all',
      province: club.province,
      cursors: cursorsOf(definition.name, chairOf(club).id, asked),
      vault: vaults.asking(null),
    }),
  )
  const client = club === measured.ordinary ? ordinaryClient : bigClient
  const path = `/api${readPath(definition, params)}?${new URLSearchParams(query)}`
  const answer = await client.get(path)
  const [said, wanted] = [JSON.parse(answer.text), inJson(definition.response.parse(heard.answer))].map(
    apartFromCursor,
  )
  if (!isDeepStrictEqual(said, wanted))
    throw new Error(
      `${name}: the product and the bare driver answered differently: ${answer.text.slice(0, 300)}`,
    )
  return {
    name,
    big: club === measured.big,
    many: definition === registerList && club === measured.ordinary,
    ours: (client) => client.get(path),
    plan: { statements: heard.statements, kind: 'read' },
  }
}

async function contactCase({ bare, vaults, measured, ordinaryPeople }: Ground): Promise<Case> {
  const handler = allCommands.find((each) => each.definition === contactRecord)
  const [first = ''] = ordinaryPeople
  if (!handler) throw new Error('no handler records a contact')
  const club = measured.ordinary
  const [today = ''] = new Date().toISOString().split('T')
  const argsFor = (contactId: string, personId: string) =>
    contactRecord.args.parse({
      clubId: club.id,
      contactId,
      personId,
      onDay: today,
      kinds: ['counselling'],
      topics: ['papers'],
      minutes: 30,
      note: 'Chị ấy muốn học nghề may.',
      ruleTicked: true,
    })
  const contactId = randomUUID()
  const { statements } = await bare.listen((tx: Tx) =>
    handler.run(argsFor(contactId, first), {
      tx,
      actor: chairOf(club),
      reach: 'all',
      province: club.province,
      commandId: randomUUID(),
      deviceTime: new Date().toISOString(),
      // What is heard is replayed by the database alone; the vault is asked once, to seal.
      vault: vaults.asking(null),
      approval: null,
      audit: async () => {},
    }),
  )
  const personAt = (turn: number) => ordinaryPeople[turn % ordinaryPeople.length] ?? first
  return {
    name: 'record a contact',
    many: true,
    writes: true,
    ours: (client, turn) =>
      client.post(`/api/commands/${contactRecord.name}`, {
        id: randomUUID(),
        deviceTime: new Date().toISOString(),
        args: argsFor(randomUUID(), personAt(turn)),
      }),
    plan: { statements, kind: 'change' },
    swap: (turn) => [
      [contactId, randomUUID()],
      [first, personAt(turn)],
    ],
  }
}

// The product keeps places in memory; beside it stands the statement that would be written without that.
async function placeCase({ ordinaryClient }: Ground): Promise<Case> {
  const path = `/api${searchPlacesRead.path}?${new URLSearchParams({ q: 'tuan chau' })}`
  const { places } = searchPlacesRead.response.parse(JSON.parse((await ordinaryClient.get(path)).text))
  if (places.length === 0) throw new Error('the search for a place found none')
  const statement = {
    text: 'select level, code, full_name from place where name_folded like $1 order by valid_to desc nulls first limit 20',
    values: ['tuan chau%'],
  }
  return {
    name: 'search a place',
    ours: (client) => client.get(path),
    plan: { statements: [statement], kind: 'read' },
  }
}

/** A cursor is sealed anew each time; whether there is one is all that two answers can share. */
function apartFromCursor(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null || !('next' in answer)) return answer
  return { ...answer, next: answer.next !== null }
}
