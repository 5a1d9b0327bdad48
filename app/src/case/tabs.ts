import type { ComponentType } from 'react'
import { CompanionPanel } from '../companion/companion.tsx'
import { ConsentChips, ConsentPanel } from '../consent/consent.tsx'
import { EmergencyPanel } from '../emergency/emergency.tsx'
import { EntitlementPanel } from '../entitlement/entitlement.tsx'
import { FollowUpPanel } from '../follow-up/follow-up.tsx'
import { NeedPanel } from '../need/need.tsx'
import { PaperworkPanel } from '../paperwork/paperwork.tsx'
import { ProtectionPanel } from '../protection/protection.tsx'
import { ReferralPanel } from '../referral/referral.tsx'
import { ServicePanel } from '../service/service.tsx'
import { StayPanel } from '../stay/stay.tsx'
import { TracingPanel } from '../tracing/tracing.tsx'
import { TransferPanel } from '../transfer/transfer.tsx'
import { VerificationPanel } from '../verification/verification.tsx'
import { ChildPanel } from './ChildPanel.tsx'
import { ClocksPanel } from './ClocksPanel.tsx'
import type { CasePanelProps, CaseTab } from './panel.ts'
import { StepPanel } from './StepPanel.tsx'
import { StoryPanel } from './StoryPanel.tsx'
import { TeamPanel } from './TeamPanel.tsx'
import { TimelinePanel } from './TimelinePanel.tsx'

/** The tabs of a case, in the order in which they stand; the first opens by itself. A concept adds one line. */
export const caseTabs: readonly CaseTab[] = [
  { id: 'timeline', words: { vi: 'Diễn biến', en: 'Timeline' }, Panel: TimelinePanel },
  { id: 'step', words: { vi: 'Bước, thông tin chung', en: 'Step, facts' }, Panel: StepPanel },
  {
    id: 'child',
    words: { vi: 'Trẻ em', en: 'Child' },
    Panel: ChildPanel,
    of: ({ header }) => header.track === 'child',
  },
  {
    id: 'entitlements',
    words: { vi: 'Quyền được hỗ trợ', en: 'Entitlements' },
    Panel: EntitlementPanel,
  },
  { id: 'needs', words: { vi: 'Nhu cầu, kế hoạch', en: 'Needs, plan' }, Panel: NeedPanel },
  { id: 'stay', words: { vi: 'Lưu trú', en: 'Stay' }, Panel: StayPanel },
  { id: 'services', words: { vi: 'Đã hỗ trợ', en: 'Services' }, Panel: ServicePanel },
  { id: 'papers', words: { vi: 'Giấy tờ', en: 'Papers' }, Panel: PaperworkPanel },
  { id: 'origin', words: { vi: 'Tìm quê', en: 'Tracing' }, Panel: TracingPanel },
  { id: 'protection', words: { vi: 'Bảo vệ', en: 'Protection' }, Panel: ProtectionPanel },
  { id: 'verification', words: { vi: 'Xác minh', en: 'Verification' }, Panel: VerificationPanel },
  { id: 'consents', words: { vi: 'Sự đồng ý', en: 'Consents' }, Panel: ConsentPanel },
  { id: 'companions', words: { vi: 'Đồng hành', en: 'Companions' }, Panel: CompanionPanel },
  { id: 'referrals', words: { vi: 'Chuyển gửi', en: 'Referrals' }, Panel: ReferralPanel },
  { id: 'transfers', words: { vi: 'Chuyển giao', en: 'Transfer' }, Panel: TransferPanel },
  {
    id: 'emergency',
    words: { vi: 'Chia sẻ khẩn cấp', en: 'Emergency sharing' },
    Panel: EmergencyPanel,
  },
  { id: 'follow-up', words: { vi: 'Theo dõi, đóng hồ sơ', en: 'Follow-up, closing' }, Panel: FollowUpPanel },
  { id: 'clocks', words: { vi: 'Thời hạn', en: 'Clocks' }, Panel: ClocksPanel },
  { id: 'team', words: { vi: 'Nhóm hỗ trợ', en: 'Team' }, Panel: TeamPanel },
  { id: 'story', words: { vi: 'Lời kể (cất riêng)', en: 'Story (kept apart)' }, Panel: StoryPanel },
]

/** What stands in the head of a case besides its facts, on every tab: what she agreed to, how to reach her. One line each. */
export const headParts: readonly { id: string; Part: ComponentType<CasePanelProps> }[] = [
  { id: 'consents', Part: ConsentChips },
]
