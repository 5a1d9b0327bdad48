import type { DirectoryEntry } from '@ke-vai/contract/directory/entry.ts'
import { expect, test } from 'vitest'
import { checkWords, costAndHours, functionsOn } from './directory-words.ts'

const national: DirectoryEntry = {
  id: '00000000-0000-4000-8000-000000000001',
  ownerOrganisationId: '00000000-0000-4000-8000-000000000002',
  providerOrganisationId: null,
  kind: 'hotline',
  name: 'Tổng đài quốc gia 111',
  provider: '111',
  province: '00',
  area: 'Cả nước',
  description: '',
  phone: '111',
  fee: 'free',
  feeNote: '',
  hours: 'all_day',
  hoursNote: '',
  languages: [],
  forWhom: [],
  capacity: null,
  source: 'test',
  functions: [
    { name: 'Bảo vệ trẻ em', nameEn: 'Child protection', validFrom: null, validTo: null, source: 'test' },
    {
      name: 'Phòng, chống mua bán người',
      nameEn: 'Against trafficking',
      validFrom: '2025-09-19',
      validTo: null,
      source: 'test',
    },
  ],
  checkedOn: null,
  nextCheckOn: null,
  mine: false,
  reports: 0,
  street: false,
}
const say = ({ vi }: { vi: string }) => vi

test('scenario 38: 111 reads «Miễn phí · 24/24» with the functions of the day', () => {
  expect(costAndHours(national, say)).toBe('Miễn phí · 24/24')
  expect(functionsOn(national, '2025-09-18').map(say)).toEqual(['Bảo vệ trẻ em'])
  expect(functionsOn(national, '2025-09-19').map(say)).toEqual([
    'Bảo vệ trẻ em',
    'Phòng, chống mua bán người (từ 19/09/2025)',
  ])
})

test('scenario 37: an entry says when it was checked, and «chưa kiểm tra gần đây» from the day on', () => {
  const checked = { ...national, checkedOn: '2026-08-01', nextCheckOn: '2026-10-30' }
  expect(checkWords(checked, '2026-10-29')).toMatchObject({
    stale: false,
    words: { vi: 'Đã kiểm tra 01/08/2026' },
  })
  expect(checkWords(checked, '2026-10-30')).toMatchObject({
    stale: true,
    words: { vi: 'Chưa kiểm tra gần đây (lần cuối 01/08/2026)' },
  })
  expect(checkWords(national, '2026-10-29').words.vi).toContain('Chưa kiểm tra gần đây')
})
