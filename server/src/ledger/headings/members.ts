import type { SheetHeadings } from './sheet-headings.ts'

/** The members of the club and what each looks after. */
export const memberHeadings = {
  kind: 'members',
  name: { vi: 'danh sách thành viên', en: 'list of members' },
  titles: ['thanh vien', 'phan cong nhiem vu', 'ban chu nhiem', 'danh sach clb', 'members'],
  columns: {
    number: { title: { vi: 'STT', en: 'No.' }, phrases: ['stt', 'tt', 'so tt', 'so thu tu', 'no'] },
    name: {
      title: { vi: 'Họ và tên', en: 'Full name' },
      phrases: ['ho va ten', 'ho ten', 'ten', 'ho ten thanh vien', 'thanh vien', 'name'],
      need: 'name',
    },
    boardRole: {
      title: { vi: 'Chức vụ trong CLB', en: 'Role in the club' },
      phrases: [
        'chuc vu',
        'chuc vu trong clb',
        'chuc danh',
        'vai tro',
        'nhiem vu',
        'chuc vu clb',
        'vai tro trong clb',
        'chuc vu trong cau lac bo',
        'role',
      ],
      tells: true,
      need: 'boardRole',
    },
    work: {
      title: { vi: 'Công việc / đoàn thể', en: 'Work or organisation' },
      phrases: [
        'cong viec',
        'cong viec doan the',
        'doan the',
        'nghe nghiep',
        'cong tac',
        'don vi',
        'don vi cong tac',
        'chuc vu doan the',
        'cong tac doan the',
        'chuc vu khac',
        'chuc vu o khu',
        'chuc vu tai dia phuong',
        'work',
      ],
      tells: true,
    },
    area: {
      title: { vi: 'Địa bàn phụ trách', en: 'Area' },
      phrases: [
        'dia ban',
        'dia ban phu trach',
        'phu trach',
        'khu vuc',
        'khu vuc phu trach',
        'khu phu trach',
        'to khu phu trach',
        'area',
      ],
      tells: true,
    },
  },
} as const satisfies SheetHeadings
