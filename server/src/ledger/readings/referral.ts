import type { ReferralOutcome, ReferralService } from '@ke-vai/contract/register/codes.ts'
import { foldText } from '@ke-vai/contract/text/text.ts'
import type { Cell } from '../workbook/cells.ts'
import { cellText } from './cell-text.ts'
import { type Reading, reads, says } from './reading.ts'

/** Asked in this order: 'tư vấn pháp luật' is advice, 'tham vấn tâm lý tại bệnh viện' is psychological. */
const services: readonly (readonly [ReferralService, readonly string[]])[] = [
  ['legal_aid', ['tgpl', 'tro giup phap ly', 'tro giup phap luat', 'luat su', 'bao chua', 'legal aid']],
  ['legal_advice', ['tu van phap luat', 'tu van phap ly', 'tvpl', 'phap luat', 'phap ly', 'legal advice']],
  ['psychological', ['tam ly', 'tham van', 'tam than', 'psychological']],
  [
    'shelter',
    [
      'tam lanh',
      'nha tam lanh',
      'noi o',
      'cho o',
      'luu tru',
      'nha binh yen',
      'mai am',
      'ngoi nha binh yen',
      'shelter',
    ],
  ],
  [
    'papers',
    [
      'giay to',
      'can cuoc',
      'cccd',
      'cmnd',
      'khai sinh',
      'ho khau',
      'ho tich',
      'quoc tich',
      'cu tru',
      'bhyt',
      'bao hiem y te',
      'papers',
    ],
  ],
  ['vocational', ['hoc nghe', 'day nghe', 'dao tao nghe', 'nghe', 'vocational']],
  ['education', ['van hoa', 'hoc chu', 'xoa mu', 'di hoc', 'truong hoc', 'giao duc', 'education']],
  ['loan', ['vay von', 'vay', 'tin dung', 'ngan hang', 'nhcsxh', 'loan']],
  ['job', ['viec lam', 'tim viec', 'gioi thieu viec', 'tuyen dung', 'job']],
  [
    'livelihood',
    ['sinh ke', 'chan nuoi', 'trong trot', 'buon ban nho', 'hop tac xa', 'mo hinh kinh te', 'livelihood'],
  ],
  ['medical', ['y te', 'kham benh', 'benh vien', 'tram y te', 'kham', 'chua benh', 'suc khoe', 'medical']],
]

/** The service of a referral. One outside the list is 'other', with its words kept by the caller. */
export function readService(cell: Cell | null): Reading<ReferralService> {
  const folded = foldText(cellText(cell))
  if (folded === '') return reads<ReferralService>(null, 'service_missing')
  const found = services.find(([, phrases]) => says(folded, phrases))
  if (found) return reads(found[0])
  return /^khac\b|^other\b/.test(folded)
    ? reads<ReferralService>('other')
    : reads<ReferralService>('other', 'service_unknown')
}

/** Asked in this order: 'chưa tiếp nhận' is no answer, 'không tiếp nhận' declined, 'đã học xong' completed. */
const outcomes: readonly (readonly [ReferralOutcome, readonly string[]])[] = [
  ['withdrawn', ['thu hoi', 'rut lai', 'rut', 'withdrawn']],
  [
    'no_answer',
    [
      'chua phan hoi',
      'khong phan hoi',
      'chua tra loi',
      'chua tiep nhan',
      'chua co',
      'chua nhan',
      'chua duoc',
      'chua di',
      'chua ro',
      'dang cho',
      'cho phan hoi',
      'cho tra loi',
      'cho ket qua',
      'no answer',
    ],
  ],
  [
    'declined',
    [
      'tu choi',
      'khong nhan',
      'khong tiep nhan',
      'khong dong y',
      'khong di',
      'khong tham gia',
      'declined',
      'bo hoc',
      'bo cuoc',
      'da bo',
    ],
  ],
  [
    'completed',
    [
      'hoan thanh',
      'xong',
      'da xong',
      'ket thuc',
      'tot nghiep',
      'da nhan ho tro',
      'da duoc ho tro',
      'da cap',
      'da co viec',
      'completed',
    ],
  ],
  ['in_progress', ['dang', 'dang hoc', 'dang thuc hien', 'dang chua tri', 'dang dieu tri', 'in progress']],
  ['accepted', ['tiep nhan', 'da tiep nhan', 'dong y', 'da nhan', 'da phan hoi', 'accepted']],
]

/** What came of a referral. A blank cell is no answer yet. */
export function readOutcome(cell: Cell | null): Reading<ReferralOutcome> {
  const folded = foldText(cellText(cell))
  if (folded === '') return reads<ReferralOutcome>('no_answer')
  const found = outcomes.find(([, phrases]) => says(folded, phrases))
  return found ? reads(found[0]) : reads<ReferralOutcome>('no_answer', 'outcome_unknown')
}

/** 'Y tế' that is 'đang học' was likely written in the wrong row. */
export function isOddOutcome(service: ReferralService, outcomeText: string): boolean {
  const learning = says(foldText(outcomeText), ['dang hoc', 'hoc xong', 'tot nghiep', 'bo hoc'])
  const treated = says(foldText(outcomeText), ['dang dieu tri', 'dang chua tri', 'xuat vien'])
  if (learning) return service !== 'vocational' && service !== 'education' && service !== 'other'
  return treated && service !== 'medical' && service !== 'psychological'
}
