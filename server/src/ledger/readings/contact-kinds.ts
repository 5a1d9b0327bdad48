import type { ContactKind } from '@ke-vai/contract/register/codes.ts'
import { foldText } from '@ke-vai/contract/text/text.ts'
import type { Cell } from '../workbook/cells.ts'
import { cellText } from './cell-text.ts'
import { type Reading, reads, says } from './reading.ts'

const phrases: Readonly<Record<ContactKind, readonly string[]>> = {
  counselling: ['tu van', 'tham van', 'tv', 'counselling'],
  mobilisation: ['van dong', 'moi tham gia', 'moi du', 'vd', 'mobilisation'],
  survey: ['khao sat', 'dieu tra', 'ks', 'danh gia nhu cau', 'survey'],
  information: [
    'cung cap thong tin',
    'thong tin',
    'phat to roi',
    'tuyen truyen',
    'truyen thong',
    'cung cap tai lieu',
    'information',
  ],
  visit: ['hoi tham', 'tham hoi', 'tham nom', 'tham nha', 'di tham', 'tham gia dinh', 'visit'],
}

/** How she was reached. It is a visit when nothing else is said of the talk. */
const ways = [
  'tham',
  'dien thoai',
  'goi',
  'zalo',
  'nhan tin',
  'gap',
  'den nha',
  'dong vien',
  'tiep can',
  'call',
]

/** What was done in one contact: 'Khảo sát + tư vấn' is two kinds of one contact, not two contacts. */
export function readContactKinds(cell: Cell | null): Reading<readonly ContactKind[]> {
  const folded = foldText(cellText(cell))
  if (folded === '') return reads<readonly ContactKind[]>(null, 'kind_missing')
  const kinds = (Object.keys(phrases) as ContactKind[]).filter((kind) => says(folded, phrases[kind]))
  if (kinds.length > 0) return reads<readonly ContactKind[]>(kinds)
  return says(folded, ways)
    ? reads<readonly ContactKind[]>(['visit'])
    : reads<readonly ContactKind[]>(null, 'kind_unknown')
}
