import type { DirectoryFacts } from '@ke-vai/contract/directory/entry.ts'

/** An entry that the directory begins with: what the seed papers and public sources say, and nothing that they do not. */
export interface SeededEntry extends DirectoryFacts {
  key: string
  /** '00' for the whole country. */
  province: string
  /** The organisation that keeps it; the national one where this is not there. */
  owner: string
  /** Only where the invented network is. */
  demo?: true
  functions: { name: string; nameEn: string; from: string | null; source: string }[]
}

const unsaid = {
  providerOrganisationId: null,
  description: '',
  feeNote: '',
  hoursNote: '',
  languages: ['vietnamese'],
  forWhom: ['everybody'],
  capacity: null,
} satisfies Partial<DirectoryFacts>

/** The numbers of the seeds. Nobody has called them for this directory yet: each begins as not checked lately. */
export const directory: SeededEntry[] = [
  {
    ...unsaid,
    key: '111',
    owner: 'union',
    kind: 'hotline',
    name: 'Tổng đài quốc gia 111',
    provider: 'Tổng đài quốc gia 111',
    province: '00',
    area: 'Cả nước',
    phone: '111',
    fee: 'free',
    hours: 'all_day',
    description: 'Mọi cuộc gọi được tự động ghi âm.',
    source:
      'Tài liệu của chương trình, F3.37; Nghị định 162/2025/NĐ-CP Điều 4–6 (baomoi, giadinh.suckhoedoisong)',
    functions: [
      {
        name: 'Bảo vệ trẻ em',
        nameEn: 'Child protection',
        from: null,
        source: 'Tài liệu của chương trình, F3.37',
      },
      {
        name: 'Phòng, chống mua bán người',
        nameEn: 'Against trafficking in persons',
        from: '2025-09-19',
        source: 'tienphong, plo, giadinh.suckhoedoisong',
      },
    ],
  },
  {
    ...unsaid,
    key: '18001769',
    owner: 'centre-22',
    kind: 'hotline',
    name: 'Tổng đài tư vấn miễn phí Quảng Ninh',
    provider: 'Tổng đài tư vấn Quảng Ninh',
    province: '22',
    area: 'Tỉnh Quảng Ninh',
    phone: '18001769',
    fee: 'free',
    hours: 'all_day',
    source: 'Tài liệu của chương trình, F4.31 («Tổng đài tư vấn miễn phí 18001769»)',
    functions: [],
  },
  {
    ...unsaid,
    key: '1900969680',
    owner: 'union',
    kind: 'hotline',
    name: 'Ngôi nhà Bình yên',
    provider: 'Ngôi nhà Bình yên',
    province: '00',
    area: 'Cả nước',
    phone: '1900969680',
    fee: 'paid',
    feeNote: 'Đầu số 1900 có tính cước; chưa có mức cước được xác minh. Gọi 111 thì miễn phí.',
    hours: 'unknown',
    source: 'Tài liệu của chương trình, F3.38',
    functions: [],
  },
  {
    ...unsaid,
    key: '0377672444',
    owner: 'union-22',
    kind: 'hotline',
    name: 'Đường dây nóng Hội Liên hiệp Phụ nữ tỉnh Quảng Ninh',
    provider: 'Hội Liên hiệp Phụ nữ tỉnh Quảng Ninh',
    province: '22',
    area: 'Tỉnh Quảng Ninh',
    phone: '0377672444',
    fee: 'unknown',
    hours: 'unknown',
    source: 'Tài liệu của chương trình, F3.39',
    functions: [],
  },
  {
    ...unsaid,
    key: 'legal-aid-22',
    owner: 'centre-22',
    demo: true,
    kind: 'legal_aid',
    name: 'Tư vấn, trợ giúp pháp lý miễn phí',
    provider: 'Trung tâm Trợ giúp pháp lý nhà nước tỉnh Quảng Ninh',
    province: '22',
    area: 'Tỉnh Quảng Ninh',
    phone: null,
    fee: 'free',
    hours: 'office',
    source: 'Tài liệu của chương trình, F3.35 (bản thử)',
    functions: [],
  },
  {
    ...unsaid,
    key: 'job-centre-22',
    owner: 'centre-22',
    demo: true,
    kind: 'job',
    name: 'Tư vấn học nghề, việc làm',
    provider: 'Trung tâm Dịch vụ việc làm tỉnh Quảng Ninh',
    province: '22',
    area: 'Tỉnh Quảng Ninh',
    phone: null,
    fee: 'unknown',
    hours: 'office',
    source: 'Tài liệu của chương trình, F3.42 (bản thử)',
    functions: [],
  },
]
