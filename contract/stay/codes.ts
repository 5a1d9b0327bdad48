import type { CodeWords } from '../words.ts'

// The code lists of a stay. Source: the domain model (Stay, SM-STAY), journey J7 and the law paper §1.3 (who may decide on
// a longer stay). No code names a place.

export type StayState =
  | 'requested'
  | 'reserved'
  | 'staying'
  | 'extended'
  | 'leaving'
  | 'left'
  | 'not_received'
export const stayStates: CodeWords<StayState> = {
  requested: { vi: 'Đã đề nghị chỗ ở', en: 'Asked for' },
  reserved: { vi: 'Đã giữ chỗ', en: 'A bed is kept' },
  staying: { vi: 'Đang lưu trú', en: 'Staying' },
  extended: { vi: 'Được gia hạn', en: 'Extended' },
  leaving: { vi: 'Chuẩn bị rời', en: 'Getting ready to leave' },
  left: { vi: 'Đã rời nhà tạm lánh', en: 'Left' },
  not_received: { vi: 'Chưa nhận được, đã có nơi khác', en: 'Not received; another place was found' },
}

export type NotReceivedReason = 'no_bed' | 'not_suitable' | 'needs_hospital' | 'not_safe_here' | 'her_choice'
export const notReceivedReasons: CodeWords<NotReceivedReason> = {
  no_bed: { vi: 'Hết giường', en: 'No free bed' },
  not_suitable: { vi: 'Nhà này chưa phù hợp với người ấy', en: 'This house does not suit her' },
  needs_hospital: { vi: 'Cần nằm viện trước', en: 'She needs a hospital first' },
  not_safe_here: { vi: 'Ở đây chưa an toàn cho người ấy', en: 'It is not safe for her here' },
  her_choice: { vi: 'Người ấy chọn nơi khác', en: 'She chose another place' },
}

export type OtherPlace =
  | 'other_shelter'
  | 'social_facility'
  | 'child_facility'
  | 'hospital'
  | 'trusted_address'
  | 'place_of_her_own'
/** Where she sleeps tonight instead. There is no «none»: a shelter that is full finds her another place. */
export const otherPlaces: CodeWords<OtherPlace> = {
  other_shelter: { vi: 'Nhà tạm lánh khác', en: 'Another shelter' },
  social_facility: { vi: 'Cơ sở trợ giúp xã hội', en: 'A social assistance facility' },
  child_facility: { vi: 'Cơ sở chăm sóc trẻ em', en: 'A facility for children' },
  hospital: { vi: 'Bệnh viện', en: 'A hospital' },
  trusted_address: { vi: 'Địa chỉ tin cậy', en: 'A trusted address' },
  place_of_her_own: { vi: 'Nơi người ấy tự chọn', en: 'A place of her own choice' },
}

export type ArrivalHealth = 'nothing_urgent' | 'see_doctor' | 'urgent' | 'not_now'
/** What the first look at her health says; what it found lies sealed. */
export const arrivalHealths: CodeWords<ArrivalHealth> = {
  nothing_urgent: { vi: 'Không có gì gấp', en: 'Nothing urgent' },
  see_doctor: { vi: 'Nên gặp bác sĩ trong vài ngày', en: 'Should see a doctor soon' },
  urgent: { vi: 'Cần bác sĩ ngay', en: 'Needs a doctor now' },
  not_now: { vi: 'Người ấy chưa muốn khám', en: 'She wants no check now' },
}

export type ReviewDomain =
  | 'health'
  | 'mind'
  | 'law'
  | 'papers'
  | 'school'
  | 'life_skills'
  | 'vocation'
  | 'house'
export const reviewDomains: CodeWords<ReviewDomain> = {
  health: { vi: 'Sức khỏe', en: 'Health' },
  mind: { vi: 'Tâm lý', en: 'Peace of mind' },
  law: { vi: 'Pháp lý', en: 'Legal help' },
  papers: { vi: 'Giấy tờ', en: 'Papers' },
  school: { vi: 'Học văn hóa', en: 'School' },
  life_skills: { vi: 'Kỹ năng sống', en: 'Life skills' },
  vocation: { vi: 'Học nghề, việc làm', en: 'Trade, work' },
  house: { vi: 'Nếp sinh hoạt trong nhà', en: 'Life in the house' },
}

export type ReviewLevel = 'well' | 'on_the_way' | 'needs_help' | 'not_now'
export const reviewLevels: CodeWords<ReviewLevel> = {
  well: { vi: 'Ổn', en: 'Well' },
  on_the_way: { vi: 'Đang làm', en: 'On the way' },
  needs_help: { vi: 'Cần thêm hỗ trợ', en: 'Needs more help' },
  not_now: { vi: 'Người ấy chưa muốn', en: 'She wants none now' },
}

export type ExtensionBody = 'facility_director' | 'health_department' | 'competent_body'
/** Who may decide on a longer stay (Decree 162/2025/NĐ-CP Art. 17). */
export const extensionBodies: CodeWords<ExtensionBody> = {
  facility_director: { vi: 'Người đứng đầu cơ sở', en: 'Director of the facility' },
  health_department: { vi: 'Sở Y tế', en: 'Department of Health' },
  competent_body: { vi: 'Cơ quan có thẩm quyền khác', en: 'Another competent body' },
}

export type ExtensionReason = 'safety' | 'health' | 'papers' | 'proceedings' | 'child' | 'no_home_yet'
export const extensionReasons: CodeWords<ExtensionReason> = {
  safety: { vi: 'Về lúc này chưa an toàn', en: 'Going home is not safe yet' },
  health: { vi: 'Đang điều trị', en: 'Under treatment' },
  papers: { vi: 'Chờ giấy tờ', en: 'Waits for papers' },
  proceedings: { vi: 'Đang có việc tố tụng', en: 'Proceedings are under way' },
  child: { vi: 'Mang thai, con nhỏ', en: 'Pregnancy or a small child' },
  no_home_yet: { vi: 'Chưa có nơi ở ổn định', en: 'No home yet' },
}

export type HomeCheck = 'with_her_yes' | 'she_said_no' | 'not_going_home'
/** The look at family and commune before she goes: only with her yes. */
export const homeChecks: CodeWords<HomeCheck> = {
  with_her_yes: { vi: 'Đã tìm hiểu, người ấy đồng ý', en: 'Done, with her yes' },
  she_said_no: { vi: 'Người ấy không muốn ai tìm hiểu', en: 'She wants nobody to ask there' },
  not_going_home: { vi: 'Không về gia đình', en: 'She does not go to her family' },
}

export type LivelihoodCheck = 'ready' | 'on_the_way' | 'not_yet' | 'not_asked'
export const livelihoodChecks: CodeWords<LivelihoodCheck> = {
  ready: { vi: 'Đã có việc hoặc sinh kế', en: 'Work or a living is ready' },
  on_the_way: { vi: 'Đang chuẩn bị', en: 'On the way' },
  not_yet: { vi: 'Chưa có', en: 'Not yet' },
  not_asked: { vi: 'Người ấy chưa cần', en: 'She does not want it now' },
}

export type StayEnd = 'went_home' | 'other_facility' | 'on_her_own' | 'other'
export const stayEnds: CodeWords<StayEnd> = {
  went_home: { vi: 'Hồi gia', en: 'Went home' },
  other_facility: { vi: 'Chuyển cơ sở khác', en: 'To another facility' },
  on_her_own: { vi: 'Tự rời đi', en: 'Left on her own' },
  other: { vi: 'Khác', en: 'Other' },
}

export type LeavingEscort = 'worker' | 'relative' | 'club' | 'officer' | 'nobody'
export const leavingEscorts: CodeWords<LeavingEscort> = {
  worker: { vi: 'Nhân viên xã hội', en: 'A social worker' },
  relative: { vi: 'Người thân người ấy chọn', en: 'A relative she chose' },
  club: { vi: 'Câu lạc bộ ở xã', en: 'The club of the commune' },
  officer: { vi: 'Cán bộ công an, biên phòng', en: 'Police or border guard' },
  nobody: { vi: 'Người ấy tự đi', en: 'She goes by herself' },
}
