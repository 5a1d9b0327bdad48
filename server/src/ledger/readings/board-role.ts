import type { BoardRole, EligibilityGround } from '@ke-vai/contract/club/codes.ts'
import { foldText } from '@ke-vai/contract/text/text.ts'
import type { Cell } from '../workbook/cells.ts'
import { cellText } from './cell-text.ts'
import { type Reading, reads, says } from './reading.ts'

/** Asked in this order: 'phó chủ nhiệm' contains 'chủ nhiệm'. */
const roles: readonly (readonly [BoardRole, readonly string[]])[] = [
  ['vice_chair', ['pho chu nhiem', 'pcn', 'pho cn', 'pho ban', 'pho chu tich', 'pho truong']],
  ['chair', ['chu nhiem', 'cn', 'truong ban', 'chu tich', 'truong clb']],
  ['secretary', ['thu ky', 'tk']],
  ['commissioner', ['uy vien', 'uv', 'uv bcn', 'ban chu nhiem', 'bcn']],
  ['none', ['thanh vien', 'tv', 'hoi vien', 'ctv', 'cong tac vien', 'tuyen truyen vien']],
]

/** The part a member has in the club; blank is an ordinary member. */
export function readBoardRole(cell: Cell | null): Reading<BoardRole> {
  const folded = foldText(cellText(cell))
  if (folded === '') return reads<BoardRole>('none')
  const found = roles.find(([, phrases]) => says(folded, phrases))
  return found ? reads(found[0]) : reads<BoardRole>('none', 'role_unknown')
}

const organisations = [
  'chi hoi',
  'hoi phu nu',
  'hoi lhpn',
  'phu nu',
  'pn',
  'doan thanh nien',
  'doan vien',
  'bi thu doan',
  'cuu chien binh',
  'ccb',
  'nong dan',
  'mat tran',
  'mttq',
  'cong doan',
  'chu thap do',
  'doan the',
]
const respected = [
  'to truong',
  'to pho',
  'truong khu',
  'khu truong',
  'truong thon',
  'truong ban',
  'truong xom',
  'bi thu chi bo',
  'chi bo',
  'gia lang',
  'nguoi co uy tin',
  'uy tin',
  'truong dong ho',
  'can bo huu tri',
  'chuc sac',
]

/**
 * On which ground a board member may sit (F1.28), by her work: of standing in the community, or working in a
 * mass organisation. 'ask' when the book does not say; null for members outside the board.
 */
export function readEligibility(role: BoardRole, work: string): EligibilityGround | 'ask' | null {
  if (role === 'none') return null
  const folded = foldText(work)
  if (says(folded, ['bi thu doan'])) return 'mass_organisation'
  if (says(folded, respected)) return 'prestige'
  return says(folded, organisations) ? 'mass_organisation' : 'ask'
}

/** A book may say of a member that she is a survivor or a returnee; that is hers to tell (F1.29). */
export function tellsLivedExperience(text: string): boolean {
  const folded = foldText(text)
  if (says(folded, ['ho tro', 'tu van', 'giup', 'giup do', 'tiep can', 'quan ly', 'theo doi', 'phong']))
    return false
  return says(folded, ['nan nhan', 'bi mua ban', 'di cu', 'nguoi tro ve', 'hoi huong'])
}
