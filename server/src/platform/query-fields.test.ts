import { endpoints } from '@ke-vai/contract/endpoints.ts'
import { expect, test } from 'vitest'

// The fields by which a read may be narrowed. Each one is shown in the read's own answer (or names a day, a page, the
// actor's own scope), and none is of an identity, so that nobody learns by asking what she may not see. A new field is
// added here once that was looked at.
const queryFields: Record<string, string[]> = {
  'audit.list': ['kind', 'accountId', 'code', 'day', 'after', 'limit'],
  'audit.unusual': ['days'],
  'club.count': ['on'],
  'club.get': ['year'],
  'club.list': ['q', 'pilot', 'state'],
  'organisation.get': ['on'],
  'task.list': ['mine', 'open', 'memberId', 'month'],
  'month.list': ['year'],
  'month.to_accept': ['state'],
  'place.get': ['asOf'],
  'place.today': ['from'],
  'place.search': ['q', 'asOf', 'level', 'limit'],
  'register.list': ['after', 'limit', 'group', 'risk', 'overdue', 'code'],
  'mobilisation.progress': ['year'],
  'session.list': ['month', 'year'],
  'situation.accused': ['year'],
  'situation.list': ['year'],
}

test('no read is narrowed or put in order by what it does not show', () => {
  const asked = endpoints.map((each) => [each.name, Object.keys(each.query.shape)] as const)
  expect(Object.fromEntries(asked.filter(([, fields]) => fields.length > 0))).toEqual(queryFields)
})
