import type { SheetHeadings } from './sheet-headings.ts'

/** The communication sessions and who came, in numbers only. */
export const sessionHeadings = {
  kind: 'sessions',
  name: { vi: 'các buổi truyền thông', en: 'communication sessions' },
  titles: ['truyen thong', 'tuyen truyen', 'sinh hoat chuyen de', 'cac buoi', 'sessions'],
  columns: {
    number: {
      title: { vi: 'STT', en: 'No.' },
      phrases: ['stt', 'tt', 'so tt', 'so thu tu', 'buoi', 'buoi so', 'no'],
    },
    date: {
      title: { vi: 'Ngày', en: 'Date' },
      phrases: [
        'ngay',
        'ngay thang',
        'ngay to chuc',
        'thoi gian',
        'thoi gian to chuc',
        'ngay thuc hien',
        'date',
      ],
      need: 'date',
    },
    topic: {
      title: { vi: 'Chủ đề', en: 'Topic' },
      phrases: [
        'chu de',
        'noi dung',
        'chuyen de',
        'noi dung truyen thong',
        'noi dung tuyen truyen',
        'ten buoi',
        'topic',
      ],
      tells: true,
    },
    venue: {
      title: { vi: 'Địa điểm', en: 'Venue' },
      phrases: ['dia diem', 'noi to chuc', 'dia diem to chuc', 'tai', 'venue'],
      tells: true,
    },
    staff: {
      title: { vi: 'Cán bộ', en: 'Staff' },
      phrases: ['can bo', 'so can bo', 'cb', 'can bo hoi', 'staff'],
      need: 'attendance',
    },
    members: {
      title: { vi: 'Hội viên', en: 'Members' },
      phrases: ['hoi vien', 'so hoi vien', 'hv', 'hoi vien phu nu', 'chi em', 'members'],
      need: 'attendance',
    },
    children: {
      title: { vi: 'Trẻ em', en: 'Children' },
      phrases: ['tre em', 'hoc sinh', 'thieu nhi', 'hs', 'tre', 'children'],
      need: 'attendance',
    },
    other: {
      title: { vi: 'Khác', en: 'Others' },
      phrases: ['khac', 'nguoi khac', 'nguoi dan', 'nhan dan', 'doi tuong khac', 'thanh phan khac', 'other'],
      need: 'attendance',
    },
    total: {
      title: { vi: 'Tổng lượt', en: 'Total' },
      phrases: [
        'tong luot',
        'tong',
        'tong so',
        'tong cong',
        'so nguoi',
        'so luot',
        'so nguoi tham du',
        'tong so nguoi',
        'tong so luot',
        'so nguoi tham gia',
        'cong',
        'total',
      ],
      need: 'attendance',
    },
    leaflets: {
      title: { vi: 'Tờ rơi phát', en: 'Leaflets given' },
      phrases: [
        'to roi',
        'to roi phat',
        'so to roi',
        'to gap',
        'tai lieu',
        'tai lieu phat',
        'tai lieu cap phat',
        'leaflets',
      ],
      tells: true,
    },
  },
} as const satisfies SheetHeadings
