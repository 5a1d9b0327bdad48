import type { TargetGroup } from '@ke-vai/contract/register/codes.ts'
import { foldText } from '@ke-vai/contract/text/text.ts'
import type { ProblemCode } from '../problem-words.ts'
import type { Cell } from '../workbook/cells.ts'
import { cellText } from './cell-text.ts'
import { type Reading, reads, says } from './reading.ts'

/** Short forms stand alone; 'NT' and the like would be found in any sentence. */
const shortForms: Readonly<Record<string, TargetGroup>> = {
  nn: 'victim',
  nnmbn: 'victim',
  nnmb: 'victim',
  nc: 'at_risk',
  ncc: 'at_risk',
  dc: 'irregular_returnee',
  dctp: 'irregular_returnee',
  xkld: 'prospective_migrant',
  ldnn: 'prospective_migrant',
  nt: 'relative',
}

/** Asked in this order: the relative of a victim, or someone at risk of becoming one, is no victim. */
const phrases: readonly (readonly [TargetGroup, readonly string[]])[] = [
  [
    'relative',
    [
      'nguoi than',
      'than nhan',
      'nguoi nha',
      'gia dinh nan nhan',
      'bo me nan nhan',
      'me nan nhan',
      'bo nan nhan',
      'con nan nhan',
      'chong nan nhan',
      'chi em nan nhan',
      'relative',
    ],
  ],
  [
    'at_risk',
    [
      'nguy co',
      'co the tro thanh nan nhan',
      'de bi mua ban',
      'de bi lua',
      'hoan canh kho khan',
      'yeu the',
      'at risk',
    ],
  ],
  [
    'prospective_migrant',
    [
      'xkld',
      'xuat khau lao dong',
      'di lao dong nuoc ngoai',
      'lao dong nuoc ngoai',
      'di lam viec o nuoc ngoai',
      'di lam o nuoc ngoai',
      'du dinh di',
      'nhu cau di',
      'muon di nuoc ngoai',
      'lao dong o nuoc ngoai',
    ],
  ],
  ['victim', ['nan nhan', 'bi mua ban', 'bi lua ban', 'bi ban', 'bi buon ban', 'victim']],
  [
    'irregular_returnee',
    [
      'di cu',
      'xuat canh trai phep',
      'vuot bien',
      'trai phep',
      'hoi huong',
      'tro ve dia phuong',
      'nuoc ngoai tro ve',
      'nuoc ngoai ve',
      'bi trao tra',
      'returnee',
    ],
  ],
]

/** One or several groups, in words, without accents or in short forms, parted by , ; + / or 'và'. */
export function readGroups(cell: Cell | null): Reading<readonly TargetGroup[]> {
  const text = cellText(cell)
  if (foldText(text) === '') return reads<readonly TargetGroup[]>([], 'group_missing')
  const groups: TargetGroup[] = []
  const remarks = new Set<ProblemCode>()
  for (const part of text.split(/[,;+/&]|\s+và\s+/iu)) {
    const folded = foldText(part)
    if (folded === '') continue
    const group = readOne(folded)
    if (!group) remarks.add('group_unknown')
    else if (!groups.includes(group)) groups.push(group)
    if (folded === 'nc') remarks.add('group_nc')
  }
  return reads<readonly TargetGroup[]>(groups, ...remarks)
}

function readOne(folded: string): TargetGroup | null {
  const short = shortForms[folded.replaceAll(' ', '')]
  if (short) return short
  return phrases.find(([, words]) => says(folded, words))?.[0] ?? null
}
