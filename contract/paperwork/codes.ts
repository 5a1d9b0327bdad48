import type { CodeWords } from '../words.ts'

// The code lists of papers that are made for her. Source: the domain model §5.1 C (PaperworkItem).

export type PaperKind =
  | 'citizen_card'
  | 'own_birth'
  | 'child_birth'
  | 'nationality'
  | 'residence'
  | 'marriage'
  | 'health_insurance'
  | 'status_paper'
  | 'other'
export const paperKinds: CodeWords<PaperKind> = {
  citizen_card: { vi: 'Căn cước', en: 'Citizen card' },
  own_birth: { vi: 'Khai sinh của bản thân', en: 'Her own birth certificate' },
  child_birth: { vi: 'Khai sinh cho con', en: "Her child's birth certificate" },
  nationality: { vi: 'Quốc tịch', en: 'Nationality' },
  residence: { vi: 'Cư trú', en: 'Residence' },
  marriage: { vi: 'Hôn nhân, ly hôn', en: 'Marriage, divorce' },
  health_insurance: { vi: 'Bảo hiểm y tế', en: 'Health insurance' },
  status_paper: { vi: 'Giấy xác nhận theo Luật', en: 'Certificate under the law' },
  other: { vi: 'Giấy tờ khác', en: 'Another paper' },
}

export type PaperOffice =
  | 'commune'
  | 'police'
  | 'justice'
  | 'court'
  | 'insurance'
  | 'health'
  | 'embassy'
  | 'other'
export const paperOffices: CodeWords<PaperOffice> = {
  commune: { vi: 'UBND phường, xã', en: 'Commune office' },
  police: { vi: 'Công an', en: 'Police' },
  justice: { vi: 'Sở Tư pháp', en: 'Department of Justice' },
  court: { vi: 'Tòa án', en: 'Court' },
  insurance: { vi: 'Bảo hiểm xã hội', en: 'Social insurance' },
  health: { vi: 'Sở Y tế', en: 'Department of Health' },
  embassy: { vi: 'Cơ quan đại diện', en: 'Embassy or consulate' },
  other: { vi: 'Nơi khác', en: 'Another office' },
}

export type PaperState =
  | 'begun'
  | 'gathering'
  | 'handed_in'
  | 'more_asked'
  | 'received'
  | 'refused'
  | 'stopped'
export const paperStates: CodeWords<PaperState> = {
  begun: { vi: 'Bắt đầu', en: 'Begun' },
  gathering: { vi: 'Đang thu thập giấy tờ', en: 'Gathering what is needed' },
  handed_in: { vi: 'Đã nộp', en: 'Handed in' },
  more_asked: { vi: 'Nơi nhận yêu cầu bổ sung', en: 'More was asked for' },
  received: { vi: 'Đã có giấy', en: 'The paper is there' },
  refused: { vi: 'Nơi nhận không cấp', en: 'The office refused' },
  stopped: { vi: 'Dừng theo ý người được hỗ trợ', en: 'Stopped at her wish' },
}
