import type { CodeWords } from '../words.ts'

/** Where people from here go to work; whatever is not listed is said in the sealed words. */
export type DepartureCountry =
  | 'taiwan'
  | 'japan'
  | 'south_korea'
  | 'china'
  | 'laos'
  | 'cambodia'
  | 'thailand'
  | 'malaysia'
  | 'singapore'
  | 'saudi_arabia'
  | 'emirates'
  | 'russia'
  | 'romania'
  | 'hungary'
  | 'germany'
  | 'other'
export const departureCountries: CodeWords<DepartureCountry> = {
  taiwan: { vi: 'Đài Loan', en: 'Taiwan' },
  japan: { vi: 'Nhật Bản', en: 'Japan' },
  south_korea: { vi: 'Hàn Quốc', en: 'South Korea' },
  china: { vi: 'Trung Quốc', en: 'China' },
  laos: { vi: 'Lào', en: 'Laos' },
  cambodia: { vi: 'Campuchia', en: 'Cambodia' },
  thailand: { vi: 'Thái Lan', en: 'Thailand' },
  malaysia: { vi: 'Malaysia', en: 'Malaysia' },
  singapore: { vi: 'Singapore', en: 'Singapore' },
  saudi_arabia: { vi: 'Ả Rập Xê Út', en: 'Saudi Arabia' },
  emirates: { vi: 'UAE', en: 'United Arab Emirates' },
  russia: { vi: 'Nga', en: 'Russia' },
  romania: { vi: 'Rumani', en: 'Romania' },
  hungary: { vi: 'Hungary', en: 'Hungary' },
  germany: { vi: 'Đức', en: 'Germany' },
  other: { vi: 'Nước khác', en: 'Another country' },
}

export type DepartureWork =
  | 'factory'
  | 'building'
  | 'farm'
  | 'sea'
  | 'care_home'
  | 'restaurant'
  | 'office_online'
  | 'other'
  | 'not_known'
export const departureWorks: CodeWords<DepartureWork> = {
  factory: { vi: 'Nhà máy', en: 'Factory' },
  building: { vi: 'Xây dựng', en: 'Building' },
  farm: { vi: 'Nông nghiệp', en: 'Farming' },
  sea: { vi: 'Đi biển, đánh bắt', en: 'At sea, fishing' },
  care_home: { vi: 'Giúp việc, chăm sóc người', en: 'House work, care' },
  restaurant: { vi: 'Nhà hàng, khách sạn', en: 'Restaurant, hotel' },
  office_online: { vi: 'Văn phòng, làm trên mạng', en: 'Office, online' },
  other: { vi: 'Việc khác', en: 'Other work' },
  not_known: { vi: 'Chưa rõ việc gì', en: 'Not known yet' },
}

/** How news is to come, as agreed before leaving. */
export type CheckInWay = 'message' | 'call' | 'through_family'
export const checkInWays: CodeWords<CheckInWay> = {
  message: { vi: 'Nhắn tin', en: 'Message' },
  call: { vi: 'Gọi điện', en: 'Call' },
  through_family: { vi: 'Hỏi qua người nhà đã chọn', en: 'Through the relative chosen' },
}

/** What happens when nothing is heard and the chosen contact does not know either: only what was agreed to. */
export type DepartureNextStep = 'call_chosen' | 'commune_union' | 'hotline' | 'nothing'
export const departureNextSteps: CodeWords<DepartureNextStep> = {
  call_chosen: { vi: 'Gọi người thân đã chọn', en: 'Call the relative chosen' },
  commune_union: { vi: 'Báo Hội LHPN xã', en: "Tell the commune's Women's Union" },
  hotline: { vi: 'Gọi tổng đài', en: 'Call a hotline' },
  nothing: { vi: 'Không làm gì thêm', en: 'Do nothing more' },
}

export type CheckInOutcome = 'heard_from' | 'no_answer' | 'asked_help'
export const checkInOutcomes: CodeWords<CheckInOutcome> = {
  heard_from: { vi: 'Đã có tin, mọi việc ổn', en: 'Heard from, all is well' },
  no_answer: { vi: 'Chưa liên lạc được', en: 'No answer' },
  asked_help: { vi: 'Có tin, cần giúp', en: 'Heard from, wants help' },
}
