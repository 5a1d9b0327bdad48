import { expect, test } from 'vitest'
import { namesSomebody } from './names-somebody.ts'

test.each([
  'Nghe nói Nguyễn Văn Tuấn ở cuối ngõ hay rủ các em đi làm.',
  'Giàng A Sà đưa hai em qua biên giới.',
  'Anh Tuấn hứa lương cao.',
  'Người hàng xóm là bà Sáu đứng ra mai mối.',
  'Có người tên là Hùng gọi điện nhiều lần.',
  'Một người tên Hùng gọi điện.',
  'TRẦN THỊ LAN rủ đi.',
  'nguyễn văn tuấn hay rủ',
  'nguyen van tuan hay ru',
  'Liên hệ 0912 345 678 để đi.',
  'Ở phường Hồng Gai, chị Mận nhận tiền.',
  'Lò Thị Xuân nhận tiền',
  // The same name, typed with separate accents.
  'Trần Văn Đức rủ đi'.normalize('NFD'),
])('names somebody: %s', (text) => {
  expect(namesSomebody(text)).toBe(true)
})

test.each([
  'Có người lạ đi xe máy vào bản, hỏi thăm các em mới nghỉ học.',
  'Một người hàng xóm rủ đi làm ở Thái Lan, hứa lương cao.',
  'Chị em Mông ở Hà Giang kể có người rủ qua mạng.',
  'Anh Công an xã đã nhắc nhở. Chị Chi hội trưởng đi cùng.',
  'Tại phường Cao Xanh và đường Trần Phú, thành phố Hồ Chí Minh.',
  'Nhiều anh chị nghe tin tuyển người sang Trung Quốc.',
  'Anh T. rủ đi; chị A không đi.',
  'Đoàn Thanh niên phường Tuần Châu nắm được ba tin.',
  'Họ đi từ thị xã, qua cửa khẩu, ngày 20/11/2026.',
  'Bà Rịa và Cao Bằng đều có tin như vậy.',
])('names nobody: %s', (text) => {
  expect(namesSomebody(text)).toBe(false)
})
