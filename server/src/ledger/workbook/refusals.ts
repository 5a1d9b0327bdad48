import { type Refusal, refuse } from '@ke-vai/contract/refusal.ts'

const saveAgain = {
  vi: 'Chị mở tệp bằng Excel hoặc LibreOffice rồi lưu lại dạng “Excel Workbook (.xlsx)”.',
  en: 'Open it in Excel or LibreOffice and save it as “Excel Workbook (.xlsx)”.',
}

function wrongKind(code: string, vi: string, en: string): Refusal {
  return refuse(code, {
    vi: `Đây là ${vi}, chưa phải sổ Excel .xlsx. ${saveAgain.vi}`,
    en: `This is ${en}, not an .xlsx workbook. ${saveAgain.en}`,
  })
}

function unsafe(code: string, vi: string, en: string): Refusal {
  return refuse(code, {
    vi: `Tệp có ${vi}, nên máy không mở. Chị chép phần bảng sang một sổ mới rồi lưu dạng .xlsx.`,
    en: `The file contains ${en}, so it was not opened. Copy the tables into a new workbook and save as .xlsx.`,
  })
}

/** Why a file is not opened as a register, each by its own name. No message repeats anything from the file. */
export const workbookRefusals = {
  emptyFile: refuse('empty_file', {
    vi: 'Tệp trống. Chị kiểm tra lại đã chọn đúng tệp sổ chưa.',
    en: 'The file is empty. Please check that the right file was chosen.',
  }),
  textFile: wrongKind('text_file', 'tệp chữ hoặc CSV', 'a text or CSV file'),
  pdf: wrongKind('pdf', 'tệp PDF', 'a PDF file'),
  wordDocument: wrongKind('word_document', 'tệp Word', 'a Word document'),
  slides: wrongKind('slides', 'tệp trình chiếu PowerPoint', 'a PowerPoint file'),
  html: wrongKind('html', 'trang web (HTML) được đổi tên', 'a renamed web page (HTML)'),
  xmlSheet: wrongKind('xml_sheet', 'bảng tính dạng XML 2003', 'an XML 2003 spreadsheet'),
  openDocument: wrongKind(
    'open_document',
    'tệp OpenDocument (.ods, .odt)',
    'an OpenDocument file (.ods, .odt)',
  ),
  oldXls: wrongKind('old_xls', 'sổ Excel đời cũ (.xls)', 'an old Excel workbook (.xls)'),
  xlsb: wrongKind('xlsb', 'sổ Excel nhị phân (.xlsb)', 'a binary Excel workbook (.xlsb)'),
  notWorkbook: wrongKind('not_workbook', 'tệp loại khác', 'some other kind of file'),
  encrypted: refuse('encrypted', {
    vi: 'Tệp đang đặt mật khẩu. Chị mở bằng Excel, bỏ mật khẩu (Tệp > Thông tin > Bảo vệ) rồi lưu lại.',
    en: 'The file is protected with a password. Open it in Excel, remove the password and save it again.',
  }),
  macros: unsafe('macros', 'macro (mã chạy tự động)', 'macros (code that runs by itself)'),
  externalLinks: unsafe('external_links', 'liên kết tới tệp khác', 'links to other files'),
  connections: unsafe('connections', 'kết nối dữ liệu bên ngoài', 'connections to outside data'),
  embeddedObjects: unsafe('embedded_objects', 'tệp hoặc đối tượng nhúng', 'embedded files or objects'),
  entities: unsafe('entities', 'XML khai báo thực thể (DTD)', 'XML with entities (DTD)'),
  unsafeNames: unsafe(
    'unsafe_names',
    'tên phần bên trong không an toàn hoặc trùng nhau',
    'unsafe or doubled inner names',
  ),
  bomb: refuse('bomb', {
    vi: 'Tệp nén bất thường (bung ra rất lớn), nên máy không mở. Chị chép bảng sang một sổ mới rồi thử lại.',
    en: 'The file is packed abnormally (it would unfold to a huge size), so it was not opened. Copy the tables into a new workbook.',
  }),
  tooLarge: refuse('too_large', {
    vi: 'Tệp quá lớn cho một sổ của câu lạc bộ (tối đa 5 MB, 60 trang, 20.000 dòng). Chị xóa ảnh và các dòng trống đã kẻ khung, hoặc tách theo năm.',
    en: 'The file is too large for a club register (at most 5 MB, 60 sheets, 20,000 rows). Remove pictures and formatted blank rows, or split it by year.',
  }),
  brokenZip: refuse('broken_zip', {
    vi: 'Tệp bị hỏng hoặc tải lên chưa trọn. Chị thử gửi lại, hoặc mở bằng Excel rồi lưu thành tệp mới.',
    en: 'The file is damaged or did not arrive whole. Send it again, or open it in Excel and save it as a new file.',
  }),
  brokenParts: refuse('broken_parts', {
    vi: 'Bên trong tệp thiếu hoặc hỏng một phần, máy chưa đọc được. Chị mở bằng Excel rồi lưu thành tệp mới.',
    en: 'A part inside the file is missing or damaged. Open it in Excel and save it as a new file.',
  }),
  noSheets: refuse('no_sheets', {
    vi: 'Sổ không có trang nào có dữ liệu. Chị kiểm tra lại đã chọn đúng tệp chưa.',
    en: 'The workbook has no sheet with data. Please check that the right file was chosen.',
  }),
} as const

/** Thrown while a file is being opened; `openWorkbook` turns it into an answer, it never leaves the folder. */
export class WorkbookRefused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}
