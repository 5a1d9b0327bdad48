import { performance } from 'node:perf_hooks'
import { expect, test } from 'vitest'
import { searchIndex } from './search-index.ts'
import { placesFromFiles } from './testing/index-from-files.ts'

const { rows, index } = await placesFromFiles()
const paths = (
  q: string,
  more: { asOf?: string; level?: 'province' | 'district' | 'commune'; limit?: number } = {},
) => searchIndex(index, { q, ...more }).map((place) => place.path)

test('«tuan chau» finds the ward of today first, then the one before the reform', () => {
  const found = searchIndex(index, { q: 'tuan chau' })
  expect(found.slice(0, 2).map((place) => [place.code, place.validFrom, place.path])).toEqual([
    ['06706', '2025-07-01', 'Phường Tuần Châu, Tỉnh Quảng Ninh'],
    ['06700', '1900-01-01', 'Phường Tuần Châu, Thành phố Hạ Long, Tỉnh Quảng Ninh'],
  ])
})

test('accents, composed or not, capitals and the order of words do not matter', () => {
  const plain = paths('tuan chau')
  expect(paths('Tuần Châu')).toEqual(plain)
  expect(paths('TUẦN CHÂU'.normalize('NFD'))).toEqual(plain)
  expect(paths('chau tuan')[0]).toBe(plain[0])
  expect(paths('phường tuần ch')[0]).toBe(plain[0])
})

test('«ha long»: the places of today first, then the old city and the old communes', () => {
  const old = ['Thành phố Hạ Long, Tỉnh Quảng Ninh', 'Xã Hạ Long, Huyện Vân Đồn, Tỉnh Quảng Ninh']
  const plain = paths('ha long')
  expect(plain.slice(0, 2)).toEqual(['Phường Hạ Long, Tỉnh Quảng Ninh', 'Xã Hà Long, Tỉnh Thanh Hóa'])
  expect(plain.indexOf(old[0] ?? '')).toBe(2)
  expect(plain).toContain(old[1])
  // Typed with accents, composed or not, «Hạ» stands before «Hà» among the old ones too.
  const typed = paths('Hạ Long'.normalize('NFD'))
  expect(typed.filter((path) => !typed.slice(0, 2).includes(path)).slice(0, 2)).toEqual(old)
  expect(paths('Hạ Long')).toEqual(typed)
})

test('a province stands before its communes, an exact name before a longer one', () => {
  expect(paths('quang ninh')[0]).toBe('Tỉnh Quảng Ninh')
  expect(paths('dong nai')[0]).toBe('Thành phố Đồng Nai')
  expect(paths('hong gai', { asOf: '2026-07-25' })).toEqual(['Phường Hồng Gai, Tỉnh Quảng Ninh'])
})

test('words of what a place lies in narrow the search', () => {
  expect(paths('hong quang ung hoa', { asOf: '2025-06-30' })).toEqual([])
  expect(paths('tuan chau ha long')).toEqual(['Phường Tuần Châu, Thành phố Hạ Long, Tỉnh Quảng Ninh'])
  expect(paths('le loi ha long', { level: 'commune' })).toEqual([
    'Xã Lê Lợi, Thành phố Hạ Long, Tỉnh Quảng Ninh',
  ])
})

test('with a day only the places of that day are found, named as on that day', () => {
  expect(paths('dong nai', { asOf: '2026-04-29', level: 'province' })).toEqual(['Tỉnh Đồng Nai'])
  expect(paths('tri an', { asOf: '2026-04-29' })).toContain('Xã Trị An, Tỉnh Đồng Nai')
  expect(paths('tri an', { asOf: '2026-04-30' })).toContain('Phường Trị An, Thành phố Đồng Nai')
  expect(paths('tuan chau', { asOf: '1850-01-01' })).toEqual([])
})

test('the same name with other accents comes after the one that was typed', () => {
  expect(paths('Hà Lầm', { asOf: '2026-07-25' })[0]).toBe('Phường Hà Lầm, Tỉnh Quảng Ninh')
})

test('a place that did not change is offered once', () => {
  expect(paths('ha noi', { level: 'province' })).toEqual(['Thành phố Hà Nội'])
})

test('nothing typed finds nothing', () => {
  expect(paths(' ')).toEqual([])
  expect(paths('?!')).toEqual([])
})

test('a search takes far less than 20 ms', () => {
  const typed = rows.filter((_, i) => i % 71 === 0).map((row) => row.name)
  const queries = [...typed, 'h', 't', 'x', 'phuong 1', 'xa tan', 'thanh pho', 'ha long quang ninh'].slice(
    -200,
  )
  expect(queries.length).toBe(200)
  const times = queries.map((q) => {
    const start = performance.now()
    searchIndex(index, { q })
    return performance.now() - start
  })
  times.sort((a, b) => a - b)
  const [median = Infinity, slowest = Infinity] = [times[100], times.at(-1)]
  console.log(`200 searches: median ${median.toFixed(2)} ms, slowest ${slowest.toFixed(2)} ms`)
  expect(median).toBeLessThan(20)
})
