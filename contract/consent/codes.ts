import type { CodeWords } from '../words.ts'

// What a consent may say, each code with its words. Source: the domain model §5.1 C (Consent, EmergencyOverride).

export type ConsentPurpose =
  | 'recording'
  | 'assessment'
  | 'share_referral'
  | 'share_transfer'
  | 'share_police'
  | 'photo_story'
  | 'anonymous_research'
  | 'follow_up_contact'
  | 'companion'
export const consentPurposes: CodeWords<ConsentPurpose> = {
  recording: { vi: 'Ghi chép hồ sơ', en: 'Keeping a record' },
  assessment: { vi: 'Đánh giá nhu cầu', en: 'Assessment of needs' },
  share_referral: { vi: 'Chia sẻ để chuyển gửi dịch vụ', en: 'Sharing for a referral' },
  share_transfer: { vi: 'Chuyển giao hồ sơ cho cơ quan khác', en: 'Handing the case to another agency' },
  share_police: { vi: 'Chia sẻ với công an', en: 'Sharing with the police' },
  photo_story: { vi: 'Ảnh, câu chuyện', en: 'Photo, story' },
  anonymous_research: { vi: 'Nghiên cứu, không nêu tên', en: 'Research without a name' },
  follow_up_contact: { vi: 'Liên hệ theo dõi', en: 'Contact for follow-up' },
  companion: { vi: 'Nhờ câu lạc bộ đồng hành', en: 'A club walks beside her' },
}

/** The purposes that hand something to somebody: they name a receiver and at least one field. */
export const sharingPurposes: readonly ConsentPurpose[] = [
  'share_referral',
  'share_transfer',
  'share_police',
  'companion',
]

export type SharedField =
  | 'called_by'
  | 'need'
  | 'reach'
  | 'language'
  | 'needs_interpreter'
  | 'age_band'
  | 'sex'
  | 'nationality'
  | 'legal_name'
  | 'birth'
  | 'phone'
  | 'address'
  | 'paper'
  | 'family'
/** What may be shared of her, one by one. Her story, notes and legal status are not among them. */
export const sharedFields: CodeWords<SharedField> = {
  called_by: { vi: 'Tên gọi', en: 'The name she goes by' },
  need: { vi: 'Nhu cầu cần giúp', en: 'What she needs' },
  reach: { vi: 'Cách liên lạc an toàn', en: 'How to reach her safely' },
  language: { vi: 'Tiếng nói', en: 'Language' },
  needs_interpreter: { vi: 'Cần phiên dịch hay không', en: 'Whether she needs an interpreter' },
  age_band: { vi: 'Nhóm tuổi', en: 'Age group' },
  sex: { vi: 'Giới tính', en: 'Sex' },
  nationality: { vi: 'Quốc tịch', en: 'Nationality' },
  legal_name: { vi: 'Họ tên trên giấy tờ', en: 'Name on papers' },
  birth: { vi: 'Ngày, năm sinh', en: 'Day or year of birth' },
  phone: { vi: 'Số điện thoại', en: 'Phone' },
  address: { vi: 'Nơi ở', en: 'Where she lives' },
  paper: { vi: 'Số giấy tờ', en: 'Number of a paper' },
  family: { vi: 'Người thân', en: 'Family' },
}

/** What a club's register knows of a person, so that it may be shared of her. */
export const fieldsOfPerson: readonly SharedField[] = [
  'called_by',
  'need',
  'reach',
  'sex',
  'birth',
  'phone',
  'address',
  'paper',
  'family',
]

export type ConsentGiver = 'herself' | 'with_representative' | 'representative' | 'child_officer'
export const consentGivers: CodeWords<ConsentGiver> = {
  herself: { vi: 'Chính người được hỗ trợ', en: 'She herself' },
  with_representative: { vi: 'Cùng với người đại diện', en: 'Together with a representative' },
  representative: { vi: 'Người đại diện', en: 'The representative' },
  child_officer: { vi: 'Cùng cán bộ bảo vệ trẻ em', en: 'With a child-protection officer' },
}

export type Representative = 'none' | 'parent' | 'guardian' | 'relative' | 'child_officer'
export const representatives: CodeWords<Representative> = {
  none: { vi: 'Không có', en: 'None' },
  parent: { vi: 'Cha hoặc mẹ', en: 'Parent' },
  guardian: { vi: 'Người giám hộ', en: 'Guardian' },
  relative: { vi: 'Người thân khác', en: 'Another relative' },
  child_officer: { vi: 'Cán bộ bảo vệ trẻ em', en: 'Child-protection officer' },
}

/** Is the representative suspected of having exploited her? Unknown while the case names none. */
export type Suspicion = 'no' | 'yes' | 'unknown'
export type ConsentForm = 'signature' | 'thumbprint' | 'voice' | 'witness'
export const consentForms: CodeWords<ConsentForm> = {
  signature: { vi: 'Ký tên', en: 'Signature' },
  thumbprint: { vi: 'Điểm chỉ', en: 'Thumbprint' },
  voice: { vi: 'Bằng lời', en: 'By voice' },
  witness: { vi: 'Có người làm chứng', en: 'Before a witness' },
}

export type ConsentAudio = 'none' | 'kept_on_paper_file' | 'kept_on_agency_device'
export const consentAudios: CodeWords<ConsentAudio> = {
  none: { vi: 'Chưa có bản ghi âm', en: 'No recording yet' },
  kept_on_paper_file: { vi: 'Bản ghi âm lưu cùng hồ sơ giấy', en: 'Kept with the paper file' },
  kept_on_agency_device: { vi: 'Bản ghi âm trên máy của cơ quan', en: 'Kept on a device of the agency' },
}

export type ConsentInterpreter =
  | 'not_needed'
  | 'staff_speaks'
  | 'interpreter'
  | 'phone'
  | 'relative_at_her_wish'
export const consentInterpreters: CodeWords<ConsentInterpreter> = {
  not_needed: { vi: 'Không cần phiên dịch', en: 'Not needed' },
  staff_speaks: { vi: 'Cán bộ nói được tiếng này', en: 'A colleague speaks it' },
  interpreter: { vi: 'Có phiên dịch', en: 'An interpreter' },
  phone: { vi: 'Phiên dịch qua điện thoại', en: 'An interpreter by phone' },
  relative_at_her_wish: { vi: 'Người thân, theo ý người được hỗ trợ', en: 'A relative, at her wish' },
}

export type ConsentAnswer = 'not_now' | 'later'
/** A no and a not-yet are answers too, and cost her nothing. */
export const consentAnswers: CodeWords<ConsentAnswer> = {
  not_now: { vi: 'Chưa muốn', en: 'Not wanted' },
  later: { vi: 'Để sau', en: 'Later' },
}

export type ConsentState = 'draft' | 'in_force' | 'expired' | 'withdrawn' | 'replaced'
export const consentStates: CodeWords<ConsentState> = {
  draft: { vi: 'Chưa có hiệu lực', en: 'Not in force yet' },
  in_force: { vi: 'Đang có hiệu lực', en: 'In force' },
  expired: { vi: 'Đã hết hạn', en: 'Expired' },
  withdrawn: { vi: 'Đã rút', en: 'Withdrawn' },
  replaced: { vi: 'Đã thay bằng bản mới', en: 'Replaced' },
}

export type EmergencyReason = 'life' | 'health' | 'child' | 'law_requires'
export const emergencyReasons: CodeWords<EmergencyReason> = {
  life: { vi: 'Nguy hiểm tính mạng', en: 'Danger to life' },
  health: { vi: 'Nguy hiểm sức khỏe', en: 'Danger to health' },
  child: { vi: 'Bảo vệ trẻ em', en: 'Protection of a child' },
  law_requires: { vi: 'Pháp luật yêu cầu', en: 'Required by law' },
}

export type EmergencyGround = 'personal_data_law' | 'trafficking_law' | 'children_law' | 'other_written'
/** Which law the two people rely on; the article stands in the sealed words beside it. */
export const emergencyGrounds: CodeWords<EmergencyGround> = {
  personal_data_law: { vi: 'Luật Bảo vệ dữ liệu cá nhân', en: 'Personal data protection law' },
  trafficking_law: { vi: 'Luật Phòng, chống mua bán người', en: 'Law against trafficking' },
  children_law: { vi: 'Luật Trẻ em', en: 'Law on children' },
  other_written: { vi: 'Căn cứ khác, đã ghi rõ', en: 'Another ground, written down' },
}
