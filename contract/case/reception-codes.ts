import type { CodeWords } from '../words.ts'

export type HandingBody = 'border_guard' | 'police' | 'coast_guard' | 'embassy' | 'commune' | 'other'
/** Which kind of body hands people over. */
export const handingBodies: CodeWords<HandingBody> = {
  border_guard: { vi: 'Bộ đội Biên phòng', en: 'Border guard' },
  police: { vi: 'Công an', en: 'Police' },
  coast_guard: { vi: 'Cảnh sát biển', en: 'Coast guard' },
  embassy: { vi: 'Cơ quan đại diện ở nước ngoài', en: 'Embassy or consulate' },
  commune: { vi: 'UBND cấp xã', en: 'Commune people’s committee' },
  other: { vi: 'Nơi khác', en: 'Another body' },
}

export type BorderGate =
  | 'mong_cai'
  | 'hoanh_mo'
  | 'bac_phong_sinh'
  | 'huu_nghi'
  | 'tan_thanh'
  | 'chi_ma'
  | 'ta_lung'
  | 'tra_linh'
  | 'thanh_thuy'
  | 'lao_cai'
  | 'ma_lu_thang'
  | 'tay_trang'
  | 'na_meo'
  | 'nam_can'
  | 'cau_treo'
  | 'cha_lo'
  | 'lao_bao'
  | 'bo_y'
  | 'hoa_lu'
  | 'xa_mat'
  | 'moc_bai'
  | 'tinh_bien'
  | 'ha_tien'
  | 'airport'
  | 'sea'
  | 'other'
const gate = (name: string) => ({ vi: `Cửa khẩu ${name}`, en: `${name} border gate` })
/** Where people are handed over: a code and no free words, because it lies in the clear. */
export const borderGates: CodeWords<BorderGate> = {
  mong_cai: gate('Móng Cái'),
  hoanh_mo: gate('Hoành Mô'),
  bac_phong_sinh: gate('Bắc Phong Sinh'),
  huu_nghi: gate('Hữu Nghị'),
  tan_thanh: gate('Tân Thanh'),
  chi_ma: gate('Chi Ma'),
  ta_lung: gate('Tà Lùng'),
  tra_linh: gate('Trà Lĩnh'),
  thanh_thuy: gate('Thanh Thủy'),
  lao_cai: gate('Lào Cai'),
  ma_lu_thang: gate('Ma Lù Thàng'),
  tay_trang: gate('Tây Trang'),
  na_meo: gate('Na Mèo'),
  nam_can: gate('Nậm Cắn'),
  cau_treo: gate('Cầu Treo'),
  cha_lo: gate('Cha Lo'),
  lao_bao: gate('Lao Bảo'),
  bo_y: gate('Bờ Y'),
  hoa_lu: gate('Hoa Lư'),
  xa_mat: gate('Xa Mát'),
  moc_bai: gate('Mộc Bài'),
  tinh_bien: gate('Tịnh Biên'),
  ha_tien: gate('Hà Tiên'),
  airport: { vi: 'Sân bay', en: 'An airport' },
  sea: { vi: 'Đường biển', en: 'By sea' },
  other: { vi: 'Nơi khác', en: 'Another place' },
}

export type EscortOffice = 'commune' | 'police' | 'border_guard' | 'coast_guard' | 'other'
/** Where somebody who reports may be taken (Law 53/2024/QH15, Art. 27). */
export const escortOffices: CodeWords<EscortOffice> = {
  commune: { vi: 'UBND phường, xã', en: 'Commune people’s committee' },
  police: { vi: 'Công an', en: 'Police' },
  border_guard: { vi: 'Bộ đội Biên phòng', en: 'Border guard' },
  coast_guard: { vi: 'Cảnh sát biển', en: 'Coast guard' },
  other: { vi: 'Nơi gần nhất khác', en: 'Another nearest office' },
}
