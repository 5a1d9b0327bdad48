import { planSet } from '@ke-vai/contract/club/year-plan.ts'
import { expect, test } from 'vitest'
import { activitiesOf, draftsOf, objectivesOf } from './plan-draft.ts'

test('objectives are the lines that are not empty', () => {
  expect(objectivesOf(' Một \n\n  Hai\n')).toEqual(['Một', 'Hai'])
})

test('a plan survives being opened and saved, and a row without words is left out', () => {
  const activities = [
    { month: 7, what: 'Hưởng ứng ngày 30/7', quantity: 2, lead: 'Tổ 1', budget: 500000, budgetSource: 'Hội' },
    { month: 3, what: 'Tọa đàm', quantity: null, lead: '', budget: null, budgetSource: '' },
  ]
  const drafts = draftsOf(activities)
  expect(activitiesOf(drafts)).toEqual(activities)
  const [first] = drafts
  expect(first && activitiesOf([...drafts, { ...first, key: 'x', what: '  ' }])).toEqual(activities)
})

test('money as people type it, with dots between thousands', () => {
  const [draft] = draftsOf([
    { month: 1, what: 'Họp', quantity: null, lead: '', budget: null, budgetSource: '' },
  ])
  const sent = activitiesOf(draft ? [{ ...draft, budget: '1.500.000', quantity: '3' }] : [])
  expect(sent).toMatchObject([{ budget: 1_500_000, quantity: 3 }])
  expect(planSet.args.shape.activities.safeParse(sent).success).toBe(true)
})
