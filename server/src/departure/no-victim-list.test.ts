import { randomUUID } from 'node:crypto'
import { caseList } from '@ke-vai/contract/case/case.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import { numbersAtHome } from '@ke-vai/contract/departure/card.ts'
import { departurePlan, departureRead } from '@ke-vai/contract/departure/departure.ts'
import { directoryList } from '@ke-vai/contract/directory/directory.ts'
import { monthOpen } from '@ke-vai/contract/month/commands.ts'
import { type TargetGroup, targetGroups } from '@ke-vai/contract/register/codes.ts'
import { personRead, personRegister, registerList } from '@ke-vai/contract/register/person.ts'
import { monthReportRead } from '@ke-vai/contract/report/report.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'

let product: TestProduct
let chair: TestPerson
const clubId = demoId('club/tuan-chau')
const month = today().slice(0, 7)

beforeAll(async () => {
  product = await testProduct()
  chair = await product.signIn('tham')
})
afterAll(() => product.close())

const inGroup = async (group: TargetGroup) =>
  (await chair.read(registerList, { clubId }, { group })).body.lines.map(({ id }) => id)

test('scenario 17: she agrees and is in the group of those who plan to go, with a card and a plan, and in no list of victims', async () => {
  const van = await product.signIn('van')
  const lai = await product.signIn('lai')
  expect((await chair.send(monthOpen, { clubId, month, cycleId: randomUUID() })).status).toBe(200)
  const report = async () => {
    const { status, body } = await chair.read(monthReportRead, { clubId, month })
    expect(status).toBe(200)
    return body
  }
  const before = await report()
  const personId = randomUUID()
  const groups = ['prospective_migrant' as const]
  const her = await chair.send(personRegister, { clubId, personId, name: 'Lý Thị Thử', groups })
  expect(her.status).toBe(200)
  const planned = await chair.send(departurePlan, {
    clubId,
    personId,
    planId: randomUUID(),
    country: 'taiwan',
    leavesAbout: month,
    work: 'factory',
    checkInOn: [today()],
    nextStep: 'call_chosen',
    words: { contact: 'mẹ', way: 'call', codeWord: 'cây mận' },
    agreed: true,
  })
  expect(planned.status).toBe(200)

  // In her group, and in none beside it.
  for (const group of Object.keys(targetGroups) as TargetGroup[])
    expect((await inGroup(group)).includes(personId), group).toBe(group === 'prospective_migrant')
  expect((await chair.read(personRead, { clubId, personId })).body).toMatchObject({
    groups: ['prospective_migrant'],
    risk: 'unknown',
  })
  // Her plan stands, and the card has numbers, taken from the directory.
  expect((await chair.read(departureRead, { clubId, personId })).body.plan?.standing.state).toBe('due')
  const { entries } = (await chair.read(directoryList, {})).body
  expect(numbersAtHome(entries).map(({ phone }) => phone)).toContain('111')

  // No figure of the month's report says one victim more; no case was made; nobody above reads of the plan.
  const after = await report()
  const victims = ({ groups }: typeof after) => groups.find(({ group }) => group === 'victim')
  expect(victims(after)).toEqual(victims(before))
  expect(victims(after)?.month.persons.value).toBe(0)
  expect(JSON.stringify(after.tasks)).not.toMatch(/nạn nhân|mua bán/u)
  expect(JSON.stringify(after)).not.toContain(personId)
  const organisationId = demoId('organisation/centre-22')
  expect((await van.read(caseList, { organisationId }, { which: 'waiting' })).body.cases).toEqual([])
  const { dangerous } = product.database
  for (const table of ['case_file', 'case_entry', 'referral', 'consent', 'screening'])
    expect(await dangerous`select from ${dangerous(table)}`, table).toHaveLength(0)
  expect((await lai.read(departureRead, { clubId, personId })).status).toBe(403)
})
