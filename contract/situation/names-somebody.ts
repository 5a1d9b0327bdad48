// A watchful eye, not a proof: it errs to the side of asking again, and «Đã xem lại» lets a false alarm pass.

const families = new Set(
  (
    'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đào Đoàn Trịnh Trương Mai Cao Lương ' +
    'Lâm Tô Tạ Hà Chu Châu Vương Phùng Thái Từ Kiều Khổng Khúc Lục Lưu Lữ Nghiêm Ninh Quách Tăng Tống Tôn Tiêu Uông Thân ' +
    'Đồng Hứa La Lại Lã Mạc Bạch Bế Cấn Doãn Diệp Đàm Triệu Bàn Nông Hoa Hán Chử Chúc Phương Quan Sầm Lộc Vi Lang ' +
    'Giàng Sùng Thào Lò Lù Lầu Hờ Mùa Cứ Má Ma Sình Vừ Vàng Hạng Cà Quàng Tòng Tẩn Chảo Phàn Lỳ Lồ Thạch Sơn Kim Danh ' +
    'Nguyen Tran Pham Huynh Hoang Dang Bui Duong Giang Vang'
  ).split(' '),
)

// Typed in a hurry without capitals, a full name still shows by its middle word.
const typedLow =
  /(?<!\p{L})(?:nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|ngô|dương|lý|đinh|trịnh|trương|giàng|sùng|vàng|nguyen|tran|pham|hoang|huynh|dang|bui)\s+(?:văn|thị|van|thi)\s+\p{L}{2}/iu

const phone = /(?<!\d)(?:\+?84|0)(?:[\s.-]?\d){8,9}(?!\d)/u

const titles = new Set('anh chị ông bà em cô chú bác dì cậu thím mợ cụ thầy lão mụ gã thằng ả tên'.split(' '))

// After «anh», «chị»… these begin an office, not a name: «anh Công an xã», «chị Chi hội trưởng».
const offices = new Set(
  'Công Hội Chi Trưởng Phó Bí Chủ Tổ Ban Cán Đảng Đoàn Bộ Biên Giám Thư Ủy UBND LHPN'.split(' '),
)

// After these words a name is that of a place or a company.
const placeWords = new Set(
  (
    'phường xã tỉnh trấn phố huyện quận khu đảo sông suối cầu bến ga núi đèo bãi xóm ấp bản buôn làng thôn tổ khóm ' +
    'trường chùa ngõ hẻm đường chợ khẩu tp tx ty giới vịnh biển viện'
  ).split(' '),
)

// Places and bodies that begin like a family name or a form of address.
const places =
  /(?<!\p{L})(?:Hà Nội|Hà Nam|Hà Tây|Hà Tĩnh|Hà Giang|Hà Khẩu|Hồ Chí Minh|Cao Bằng|Cao Xanh|Lai Châu|Mai Châu|Mộc Châu|Tuần Châu|Thái Lan|Thái Bình|Thái Nguyên|Sơn La|Sơn Tây|Lâm Đồng|Đồng Nai|Đồng Tháp|Đồng Đăng|Ninh Bình|Ninh Thuận|Bà Rịa|Hoàng Sa|Hoàng Su Phì|Hàn Quốc|Vân Đồn|Dương Minh Châu|Đoàn Thanh niên|Ma Cao|Vàng Danh|Cô Tô|Quan Lạn|Cà Mau|Châu Á|Châu Âu|Châu Phi|Châu Đốc|Kim Bôi|Chi hội)(?!\p{L})/giu

const capital = (word: string | undefined) => word !== undefined && /^\p{Lu}/u.test(word)

/**
 * Does this text seem to name or number a person: a Vietnamese family name with another capitalised word, «anh»,
 * «chị», «ông», «bà»… with a name, a full name without capitals, a telephone number? Initials («anh T.») do not count.
 */
export function namesSomebody(text: string): boolean {
  // Each place becomes a full stop, so that the words at its sides do not meet.
  const plain = text.normalize('NFC').replace(places, ' . ')
  if (phone.test(plain) || typedLow.test(plain)) return true
  const tokens = plain.match(/\p{L}+|[^\p{L}\s]/gu) ?? []
  return tokens.some((_, at) => titledName(tokens, at) || fullName(tokens, at))
}

function titledName(tokens: readonly string[], at: number): boolean {
  const title = tokens[at]?.toLowerCase() ?? ''
  if (!titles.has(title)) return false
  // «chị em Dao», «anh em Mông» speak of a group.
  if (title === 'em' && /^(?:chị|anh)$/iu.test(tokens[at - 1] ?? '')) return false
  const name = title === 'tên' && tokens[at + 1] === 'là' ? tokens[at + 2] : tokens[at + 1]
  return name !== undefined && name.length > 1 && capital(name) && !offices.has(name)
}

function fullName(tokens: readonly string[], at: number): boolean {
  const word = tokens[at]
  const next = tokens[at + 1]
  if (word === undefined || !capital(word) || !capital(next)) return false
  if (placeWords.has((tokens[at - 1] ?? '').toLowerCase())) return false
  const family = `${word.slice(0, 1)}${word.slice(1).toLowerCase()}`
  const middle = /^(?:Văn|Thị|VĂN|THỊ)$/u.test(next ?? '') && capital(tokens[at + 2])
  return families.has(family) || middle
}
