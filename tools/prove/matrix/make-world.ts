import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Sql } from '../../../server/src/platform/database.ts'
import { testDatabase } from '../../../server/src/platform/testing/test-database.ts'
import { makeProduct } from '../../../server/src/product.ts'
import type { Actor } from './actor.ts'
import { makeActors } from './actors.ts'
import { canary } from './canary.ts'
import { fillCases } from './fill-cases.ts'
import { fillClub } from './fill-club.ts'
import { fillDirectory } from './fill-directory.ts'
import { fillSharing } from './fill-sharing.ts'
import type { Relation } from './oracle.ts'
import type { Club, World } from './world.ts'
import { arrangeTheRest } from './world-rows.ts'

/** Of each club its organisation and province, and its commune's code as of a day. */
const clubAt: readonly [Relation, keyof World['organisations'], string, string, string][] = [
  // An old ward went into the commune of the matrix; the ward next door manages a club there too.
  ['own', 'ward', '22', '31498', '2022-05-01'],
  ['same_organisation', 'ward', '22', '31507', '2025-08-01'],
  ['sub_area', 'hamlet', '22', '31516', '2022-05-01'],
  ['sibling', 'ward2', '22', '31507', '2025-08-01'],
  ['parent', 'province', '22', '31510', '2022-05-01'],
  // Split on 2025-07-01; nobody has said where it lies.
  ['other', 'ward3', '31', '00556', '2022-05-01'],
]

/** Two provinces, seven organisations, six clubs, a person in each relation, every field a word of its own. */
export async function makeWorld(): Promise<World> {
  const database = await testDatabase()
  const { dangerous: sql } = database
  const http = await makeProduct(database, database.vault)
  await http.ready()
  const organisations = await makeOrganisations(sql)
  const clubs: Club[] = []
  for (const [relation, at, province, ...place] of clubAt)
    clubs.push(await makeClub(sql, relation, organisations[at], province, place))
  const { actors, arranger, newcomer, grantAtPlace } = await makeActors(sql, organisations, clubs)
  const world: World = {
    database,
    http,
    ids: new Map(),
    organisations,
    persons: {} as World['persons'],
    cases: new Map(),
    sent: new Map(),
    companions: new Map(),
    rounds: new Map(),
    clubs,
    actors,
    arranger,
    newcomer,
    grantAtPlace,
    mergeId: randomUUID(),
    send: (actor, name, args) => send(http, actor, name, args),
    close: async () => {
      await http.close()
      await database.close()
    },
  }
  for (const club of clubs) await fillClub(world, club)
  await arrangeTheRest(world)
  await fillCases(world)
  await fillSharing(world)
  await fillDirectory(world)
  return world
}

async function send(http: FastifyInstance, actor: Actor, name: string, args: object) {
  const answer = await http.inject({
    method: 'POST',
    url: `/api/commands/${name}`,
    cookies: { ke_vai: actor.token },
    payload: { id: randomUUID(), deviceTime: new Date().toISOString(), args },
  })
  if (answer.statusCode !== 200) throw new Error(`the world could not be made: ${name} gave ${answer.body}`)
  return answer.json() as Record<string, unknown>
}

async function makeOrganisations(sql: Sql): Promise<World['organisations']> {
  const ids = Object.fromEntries(
    ['nation', 'province', 'ward', 'hamlet', 'ward2', 'province2', 'ward3', 'police', 'health', 'centre'].map(
      (key) => [key, randomUUID()],
    ),
  ) as World['organisations']
  const rows: [keyof World['organisations'], string, string, keyof World['organisations'] | null][] = [
    ['nation', '00', 'national', null],
    ['province', '22', 'province', 'nation'],
    ['ward', '22', 'commune', 'province'],
    ['hamlet', '22', 'hamlet', 'ward'],
    ['ward2', '22', 'commune', 'province'],
    ['province2', '31', 'province', 'nation'],
    ['ward3', '31', 'commune', 'province2'],
    ['police', '22', 'commune', 'ward'],
    ['health', '22', 'commune', 'ward'],
    ['centre', '22', 'commune', 'ward'],
  ]
  const kindOf: Readonly<Record<string, string>> = {
    police: 'police',
    health: 'health_department',
    centre: 'social_work_centre',
  }
  for (const [key, province, level, parent] of rows) {
    await sql`insert into organisation (id, province, kind, level, parent_id)
      values (${ids[key]}, ${province}, ${kindOf[key] ?? 'women_union'}, ${level}, ${parent && ids[parent]})`
    await sql`insert into organisation_name (organisation_id, name, valid_from) values (${ids[key]}, ${`Hội ${key}`}, '2010-01-01')`
  }
  await sql`update organisation set place_code = '92', place_as_of = '2025-08-01' where id = ${ids.province}`
  return ids
}

async function makeClub(
  sql: Sql,
  relation: Relation,
  organisationId: string,
  province: string,
  [placeCode, placeAsOf]: readonly [string, string],
): Promise<Club> {
  const id = randomUUID()
  const name = canary('club', relation)
  await sql`
    insert into club (province, id, code, managing_organisation_id, kind, place_code, place_as_of, decision_no, decision_on, state)
    values (${province}, ${id}, ${name}, ${organisationId}, 'prevention', ${placeCode}, ${placeAsOf}, '1', '2022-01-01', 'preparing')`
  await sql`insert into club_name (province, club_id, name, valid_from) values (${province}, ${id}, ${name}, '2022-01-01')`
  await sql`insert into club_state_change (province, id, club_id, state, on_day) values (${province}, ${randomUUID()}, ${id}, 'preparing', '2022-01-01')`
  const member = async (what: string) => {
    const memberId = randomUUID()
    await sql`insert into member (province, id, club_id, display_name, joined_on)
      values (${province}, ${memberId}, ${id}, ${canary('member', relation, what)}, '2022-01-01')`
    return memberId
  }
  const inMatrix = relation === 'own'
  return {
    id,
    province,
    organisationId,
    relation,
    members: {
      arranger: await member('arranger'),
      free: await member('free'),
      member: inMatrix ? await member('member') : null,
      chair: inMatrix ? await member('chair') : null,
    },
    unlinkedAccount: '',
    unlinkedGrant: '',
    newcomer: '',
    ids: { note: randomUUID(), session: randomUUID(), survey: randomUUID(), meeting: randomUUID() },
  }
}
