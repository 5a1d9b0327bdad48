import { endpoints } from '@ke-vai/contract/endpoints.ts'
import { expect, test } from 'vitest'

// The fields by which a read may be narrowed. Each one is shown in the read's own answer (or names a day, a page, the
// actor's own scope), and none is of an identity, so that nobody learns by asking what she may not see. A new field is
// added here once that was looked at.
const queryFields: Record<string, string[]> = {
  'audit.list': ['kind', 'accountId', 'code', 'day', 'after', 'limit'],
  'audit.unusual': ['days'],
  'case.list': ['which', 'state', 'limit', 'after'],
  // Names of clubs and of who manages them, which the answer shows.
  'companion.clubs': ['name'],
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
  'reception.handed_over': ['limit'],
  'reception.list': ['limit'],
  'reception.notices': ['limit'],
  // Which network organisations could be asked: their services are public facts.
  'referral.recipients': ['service', 'for'],
  'referral.places': ['service'],
  'referral.places_of_agency': ['service'],
  'register.list': ['after', 'limit', 'group', 'risk', 'overdue', 'code'],
  'mobilisation.progress': ['year'],
  'session.list': ['month', 'year'],
  'verification.clocks': ['which'],
  'situation.accused': ['year'],
  'situation.list': ['year'],
  // Public facts alone; a street stands in no row that these look at.
  'directory.list': ['province', 'q', 'kind', 'language', 'fee', 'hours', 'forWhom', 'toCheck'],
  'hsds.organizations': ['page', 'per_page', 'search'],
  'hsds.service_at_locations': ['page', 'per_page', 'search'],
  'hsds.services': ['page', 'per_page', 'search'],
  'hsds.taxonomy_terms': ['page', 'per_page', 'search'],
}

test('no read is narrowed or put in order by what it does not show', () => {
  const asked = endpoints.map((each) => [each.name, Object.keys(each.query.shape)] as const)
  expect(Object.fromEntries(asked.filter(([, fields]) => fields.length > 0))).toEqual(queryFields)
})
