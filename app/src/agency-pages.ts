import type { Permission } from '@ke-vai/contract/permissions.ts'
import type { Words } from '@ke-vai/contract/words.ts'
import { paths } from './paths.ts'

/** A page of the people at agencies: a tab of theirs, and the first page of whoever has no other before it. */
export interface AgencyPage {
  href: string
  text: Words
  icon: string
  permission: Permission
}

/** In the order in which they stand; the first that somebody may open is her first page. A concept adds one entry. */
export const agencyPages: readonly AgencyPage[] = [
  { href: paths.cases(), text: { vi: 'Hồ sơ', en: 'Cases' }, icon: '☰', permission: 'case.read' },
  { href: paths.stays(), text: { vi: 'Nhà tạm lánh', en: 'Shelter' }, icon: '⌂', permission: 'stay.read' },
  {
    href: paths.handOver(),
    text: { vi: 'Bàn giao nhóm', en: 'Hand over' },
    icon: '⇄',
    permission: 'reception.hand_over',
  },
  {
    href: paths.referralInbox(),
    text: { vi: 'Hộp thư chuyển gửi', en: 'Referrals' },
    icon: '✉',
    permission: 'referral.receive',
  },
  {
    href: paths.transfers(),
    text: { vi: 'Chuyển giao', en: 'Transfers' },
    icon: '⇢',
    permission: 'transfer.receive',
  },
  { href: paths.notices(), text: { vi: 'Tin báo', en: 'Notices' }, icon: '◔', permission: 'notice.read' },
  {
    href: paths.requests(),
    text: { vi: 'Yêu cầu', en: 'Requests' },
    icon: '✉',
    permission: 'verification.answer',
  },
  {
    href: paths.tracing(),
    text: { vi: 'Tìm quê', en: 'Tracing' },
    icon: '◎',
    permission: 'tracing.answer',
  },
  {
    href: paths.verificationClocks(),
    text: { vi: 'Thời hạn xác minh', en: 'Verification' },
    icon: '◷',
    permission: 'verification.clocks.read',
  },
  {
    href: paths.reconciliations(),
    text: { vi: 'Đối soát', en: 'Reconciliation' },
    icon: '⇋',
    permission: 'reconciliation.take_part',
  },
]
