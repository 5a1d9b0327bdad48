import type { CaseIdentity } from '@ke-vai/contract/case/case.ts'
import type { Words } from '@ke-vai/contract/words.ts'

/** What a case may keep of who she is, in the order in which it is shown, with the most that each may hold. */
export const identityFields: readonly { field: keyof CaseIdentity; term: Words; longest: number }[] = [
  { field: 'calledBy', term: { vi: 'Muốn được gọi là', en: 'Wants to be called' }, longest: 120 },
  { field: 'legalName', term: { vi: 'Tên trên giấy tờ', en: 'Name on paper' }, longest: 120 },
  { field: 'birth', term: { vi: 'Ngày hoặc năm sinh', en: 'Born' }, longest: 20 },
  { field: 'phone', term: { vi: 'Số điện thoại', en: 'Phone' }, longest: 40 },
  { field: 'address', term: { vi: 'Nơi ở', en: 'Lives at' }, longest: 300 },
  { field: 'family', term: { vi: 'Gia đình', en: 'Family' }, longest: 1000 },
  { field: 'paper', term: { vi: 'Giấy tờ', en: 'Paper' }, longest: 60 },
]
