/** What the parts of an identity are called, where it is shown and where it is corrected. */
export const identityWords = {
  name: { vi: 'Tên', en: 'Name' },
  birth: { vi: 'Ngày sinh', en: 'Birth' },
  phone: { vi: 'Điện thoại', en: 'Phone' },
  address: { vi: 'Nơi ở', en: 'Address' },
  paper: { vi: 'Số giấy tờ', en: 'Paper number' },
  family: { vi: 'Gia đình', en: 'Family' },
  note: { vi: 'Ghi chú', en: 'Note' },
} as const
