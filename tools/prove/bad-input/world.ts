import { randomUUID } from 'node:crypto'
import { referralPrepareForPerson } from '@ke-vai/contract/referral/of-person.ts'
import { contactRecord } from '@ke-vai/contract/register/contact.ts'
import { personRegister } from '@ke-vai/contract/register/person.ts'
import { sessionRecord } from '@ke-vai/contract/session/session.ts'
import { demoId } from '../../../server/src/demo/demo.ts'
import type { Sql } from '../../../server/src/platform/database.ts'
import type { TestPerson } from '../../../server/src/platform/testing/test-product.ts'
import type { IdsOf } from './shapes.ts'

const clubId = demoId('club/tuan-chau')

/** A little of everything in one club, so that what is sent finds something to break. */
export async function fillClub(chair: TestPerson): Promise<void> {
  for (let i = 0; i < 6; i += 1) {
    const personId = randomUUID()
    await chair.send(personRegister, { clubId, personId, name: 'Vàng Thị Thử', groups: ['at_risk'] })
    const visit = { onDay: '2022-06-01', kinds: ['visit' as const], ruleTicked: true }
    await chair.send(contactRecord, { clubId, personId, contactId: randomUUID(), ...visit })
    await chair.send(referralPrepareForPerson, {
      ...{
        clubId,
        personId,
        referralId: randomUUID(),
        service: 'medical' as const,
        urgency: 'soon' as const,
      },
      ...{ toOrganisationId: demoId('organisation/legal-aid-22'), fields: ['need' as const], need: 'Thử' },
    })
  }
  await chair.send(sessionRecord, {
    clubId,
    sessionId: randomUUID(),
    onDay: '2022-06-03',
    topic: 'Thử',
    others: 9,
  })
}

/** Every id that the database holds, looked up by the name of an argument: `clubId` mostly the filled club's own. */
export async function knownIds(superuser: Sql): Promise<IdsOf> {
  const tables = await superuser<{ table_name: string }[]>`
    select table_name from information_schema.columns
    where table_schema = 'public' and column_name = 'id' and data_type = 'uuid'`
  const byTable = new Map<string, string[]>()
  for (const { table_name } of tables) {
    const rows = await superuser<{ id: string }[]>`select id from ${superuser(table_name)} limit 60`
    byTable.set(
      table_name,
      rows.map(({ id }) => id),
    )
  }
  const clubs = byTable.get('club') ?? []
  byTable.set('club', [...clubs, ...Array.from({ length: 10 * clubs.length }, () => clubId)])
  const all = [...byTable.values()].flat()
  const named = new Map<string, readonly string[]>()
  return (name) => {
    const known = named.get(name) ?? (byTable.get(tableOf(name)) || all)
    named.set(name, known)
    return known
  }
}

// 'surveyRoundId' → 'survey_round'; what no table is called has any id at all.
function tableOf(name: string): string {
  return name.replace(/Ids?$/, '').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
