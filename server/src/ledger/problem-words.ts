import type { LedgerPlace, LedgerProblem, Severity } from '@ke-vai/contract/ledger/ledger.ts'
import type { Words } from '@ke-vai/contract/words.ts'

type ProblemWords = readonly [severity: Severity, message: Words, whatToDo: Words]

function say(severity: Severity, vi: string, en: string, doVi: string, doEn: string): ProblemWords {
  return [severity, { vi, en }, { vi: doVi, en: doEn }]
}

const mendAndReread = [
  'Chị sửa ô này trong sổ rồi gửi lại; các dòng đã ghi không bị ghi hai lần.',
  'Mend the cell and send the file again; rows already recorded are not doubled.',
] as const
const lookLater = [
  'Dòng vẫn được ghi. Chị xem lại giúp khi có dịp.',
  'The row is recorded. Please check it when you can.',
] as const
const nothing = ['Không cần làm gì.', 'Nothing to do.'] as const

/** Everything that may be said about a row, by code. No text repeats what stands in a cell. */
export const problemWords = {
  sheet_not_recognised: say(
    'notice',
    'Trang này không giống trang nào của sổ câu lạc bộ nên không đọc.',
    'This sheet does not look like any sheet of a club’s book and was not read.',
    'Nếu đây là trang cần đọc, chị đặt lại tên các cột, ví dụ “Họ và tên”, “Ngày”, “Hình thức”.',
    'If it should be read, name its columns plainly, for example “Họ và tên”, “Ngày”, “Hình thức”.',
  ),
  hidden_sheet: say(
    'notice',
    'Trang này đang ẩn trong Excel và vẫn được đọc.',
    'This sheet is hidden in Excel and was read all the same.',
    'Nếu không muốn ghi trang này, chị xóa trang rồi gửi lại.',
    'If it should not be recorded, delete the sheet and send the file again.',
  ),
  hidden_rows: say(
    'notice',
    'Trang này có dòng đang ẩn (lọc); các dòng đó vẫn được đọc.',
    'This sheet has hidden (filtered) rows; they were read all the same.',
    ...nothing,
  ),
  missing_column: say(
    'refused',
    'Trang này thiếu cột cần có nên chưa đọc được.',
    'This sheet lacks a column that is needed, so it was not read.',
    'Chị thêm cột hoặc đặt lại tên cột, rồi gửi lại.',
    'Add or rename the column and send the file again.',
  ),
  extra_column: say('notice', 'Cột này không dùng đến.', 'This column is not used.', ...nothing),
  section_row: say(
    'notice',
    'Dòng này chỉ là tiêu đề chen giữa bảng nên bỏ qua.',
    'This row is only a heading between rows and was skipped.',
    ...nothing,
  ),
  value_missing: say('refused', 'Ô cần có đang để trống.', 'A needed cell is blank.', ...mendAndReread),
  value_broken: say(
    'refused',
    'Ô báo lỗi hoặc là công thức chưa có kết quả lưu.',
    'The cell shows an error or holds a formula without a stored result.',
    'Chị mở sổ bằng Excel, bấm lưu để Excel ghi kết quả, hoặc gõ thẳng giá trị vào ô.',
    'Open the book in Excel and save it so that results are stored, or type the value itself.',
  ),
  value_broken_skipped: say(
    'notice',
    'Ô báo lỗi hoặc công thức chưa có kết quả; ô được để trống.',
    'The cell shows an error or a formula without result; it was left blank.',
    ...lookLater,
  ),
  row_twice: say(
    'notice',
    'Dòng này giống hệt một dòng ở trên; cả hai đều được giữ.',
    'This row repeats an earlier one word for word; both are kept.',
    'Nếu là ghi trùng, chị xóa một dòng rồi gửi lại.',
    'If it was written twice by mistake, delete one and send the file again.',
  ),
  number_twice: say(
    'notice',
    'Số thứ tự này đã có ở một dòng khác.',
    'This number was already used by another row.',
    'Chị đánh lại số để nhật ký chỉ đúng người.',
    'Number the rows again so that the diary points to the right person.',
  ),

  name_missing: say('refused', 'Dòng không có họ tên.', 'The row has no name.', ...mendAndReread),
  birth_unreadable: say(
    'notice',
    'Không đọc được ngày hoặc năm sinh; để trống, phần ghi trong sổ được giữ ở ghi chú.',
    'The birth date or year could not be read; it is left blank and kept in the note.',
    ...lookLater,
  ),
  birth_impossible: say(
    'notice',
    'Ngày sinh không có thật; để trống, phần ghi trong sổ được giữ ở ghi chú.',
    'The birth date does not exist; it is left blank and kept in the note.',
    ...lookLater,
  ),
  birth_two_digits: say(
    'notice',
    'Năm sinh ghi hai số; máy hiểu là năm gần nhất đã qua.',
    'The birth year has two digits; it is read as the latest such year in the past.',
    ...lookLater,
  ),
  birth_unlikely: say(
    'notice',
    'Năm sinh ở tương lai hoặc quá xa; để trống, phần ghi trong sổ được giữ ở ghi chú.',
    'The birth year lies in the future or too far back; it is left blank and kept in the note.',
    ...lookLater,
  ),
  year_in_date_cell: say(
    'notice',
    'Ô định dạng ngày nhưng gõ số năm; máy hiểu là năm sinh.',
    'A year was typed into a cell formatted as a date; it is read as the year of birth.',
    ...lookLater,
  ),
  sex_ask: say(
    'ask',
    'Ký hiệu ở cột Nam/Nữ có thể hiểu hai cách.',
    'The mark for sex may be read either way.',
    'Chị chọn giúp Nữ hay Nam. Chưa chọn thì để trống, máy không đoán.',
    'Please choose. Until then it is left blank; nothing is guessed.',
  ),
  sex_missing: say('notice', 'Chưa ghi nam hay nữ.', 'Sex is not stated.', ...lookLater),
  ethnicity_unknown: say(
    'notice',
    'Tên dân tộc này không có trong danh mục 54 dân tộc; giữ nguyên chữ đã ghi.',
    'This ethnic group is not in the list of 54; the text is kept as written.',
    ...lookLater,
  ),
  phone_wrong: say(
    'notice',
    'Số điện thoại không đủ hoặc thừa số; không nhận làm số gọi, phần ghi được giữ ở ghi chú.',
    'The phone number has a wrong length; it is not taken as a number to call and is kept in the note.',
    ...lookLater,
  ),
  phone_foreign: say(
    'notice',
    'Đây là số điện thoại nước ngoài.',
    'This is a foreign phone number.',
    ...lookLater,
  ),
  phone_with_words: say(
    'notice',
    'Bên cạnh số điện thoại có lời ghi; có thể là máy của người khác.',
    'There are words beside the phone number; the phone may be someone else’s.',
    'Trước khi gọi, chị hỏi chị ấy cách liên hệ an toàn.',
    'Before calling, ask her how she can be reached safely.',
  ),
  phone_old: say(
    'notice',
    'Số di động 11 số cũ đã đổi sang đầu số mới.',
    'An old 11-digit mobile number was changed to its new prefix.',
    ...nothing,
  ),
  group_missing: say(
    'notice',
    'Chưa ghi nhóm đối tượng.',
    'No target group is written.',
    'Dòng vẫn được ghi; chị chọn nhóm sau.',
    'The row is recorded; choose the group later.',
  ),
  group_unknown: say(
    'notice',
    'Có chữ ở cột nhóm đối tượng chưa hiểu được; phần ghi được giữ ở ghi chú.',
    'A word in the group column was not understood; it is kept in the note.',
    'Dòng vẫn được ghi; chị chọn nhóm sau.',
    'The row is recorded; choose the group later.',
  ),
  group_nc: say(
    'notice',
    '“NC” được hiểu là “nguy cơ cao”.',
    '“NC” is read as “nguy cơ cao” (at risk).',
    'Nếu sổ của chị dùng “NC” với nghĩa khác, chị ghi đủ chữ rồi gửi lại.',
    'If “NC” means something else in your book, write it out and send the file again.',
  ),
  safe_contact_hint: say(
    'notice',
    'Ghi chú có điều cần giữ khi liên hệ; máy đề nghị đưa vào mục liên hệ an toàn.',
    'The note asks for care when reaching her; it is proposed for her safe-contact card.',
    'Chị hỏi lại chị ấy trước lần liên hệ tới.',
    'Please confirm it with her before the next contact.',
  ),
  same_person: say(
    'ask',
    'Dòng này có thể là cùng một người với dòng khác.',
    'This row may be the same person as another.',
    'Chị xem hai dòng rồi chọn “cùng một người” hoặc “hai người”.',
    'Look at both and choose “one person” or “two persons”.',
  ),
  same_name_two_persons: say(
    'notice',
    'Trùng họ tên với một dòng khác nhưng thông tin khác nhau; giữ là hai người.',
    'Has the name of another row but other details; they are kept as two persons.',
    'Nếu thật ra là một người, chị gộp sau trong sổ.',
    'If they are one person after all, merge them later.',
  ),
  too_many_likenesses: say(
    'notice',
    'Sổ có quá nhiều dòng trùng tên nên chưa so hết.',
    'Too many rows share names; not all were compared.',
    'Chị tách sổ nhỏ hơn hoặc tìm trùng sau khi ghi.',
    'Split the book, or look for doubles after it is recorded.',
  ),

  date_missing: say('refused', 'Dòng không có ngày.', 'The row has no date.', ...mendAndReread),
  date_impossible: say(
    'refused',
    'Ngày này không có trong lịch.',
    'This day does not exist.',
    ...mendAndReread,
  ),
  date_unreadable: say(
    'refused',
    'Không đọc được ngày.',
    'The date could not be read.',
    'Chị ghi theo dạng ngày/tháng/năm, ví dụ 05/06/2022, rồi gửi lại.',
    'Write it as day/month/year, for example 05/06/2022, and send the file again.',
  ),
  date_future: say('refused', 'Ngày này chưa tới.', 'This day has not come yet.', ...mendAndReread),
  date_other_year: say(
    'notice',
    'Ngày nằm ngoài năm ghi ở tiêu đề trang.',
    'The date lies outside the year in the sheet’s title.',
    ...lookLater,
  ),
  date_without_year: say(
    'notice',
    'Ngày không ghi năm; máy lấy năm ở tiêu đề trang.',
    'The date has no year; the year of the sheet’s title is taken.',
    ...lookLater,
  ),
  date_from_number: say(
    'notice',
    'Ô ngày đang ở dạng số; máy hiểu là ngày của Excel.',
    'The date cell holds a plain number; it is read as Excel’s day.',
    ...lookLater,
  ),

  person_missing: say(
    'refused',
    'Dòng chưa ghi người nào trong sổ.',
    'The row does not say which person of the register.',
    ...mendAndReread,
  ),
  person_not_in_register: say(
    'refused',
    'Người này không có trong sổ theo dõi.',
    'This person is not in the register.',
    'Chị xem lại số hoặc họ tên, hoặc thêm người vào sổ theo dõi, rồi gửi lại.',
    'Check the number or name, or add the person to the register, and send the file again.',
  ),
  person_refused: say(
    'refused',
    'Dòng của người này trong sổ theo dõi chưa đọc được.',
    'The row of this person in the register could not be read.',
    'Chị sửa dòng trong sổ theo dõi trước, rồi gửi lại.',
    'Mend the row in the register first and send the file again.',
  ),
  person_ambiguous: say(
    'refused',
    'Có hơn một người trong sổ ứng với số hoặc họ tên này.',
    'More than one person of the register answers to this number or name.',
    'Chị ghi cả số thứ tự và họ tên, rồi gửi lại.',
    'Write both the number and the name and send the file again.',
  ),
  name_is_not_hers: say(
    'refused',
    'Họ tên bên cạnh không phải của người mang số này trong sổ.',
    'The name beside it is not the name of the person with this number.',
    'Chị xem lại số hay họ tên ghi nhầm, rồi gửi lại.',
    'Check whether the number or the name is wrong and send the file again.',
  ),
  name_spelt_otherwise: say(
    'notice',
    'Họ tên bên cạnh viết hơi khác trong sổ; lấy theo số.',
    'The name beside it is spelt a little differently; the number is followed.',
    ...lookLater,
  ),
  kind_missing: say(
    'refused',
    'Dòng chưa ghi hình thức.',
    'The row does not say what was done.',
    ...mendAndReread,
  ),
  kind_unknown: say(
    'refused',
    'Chưa hiểu hình thức ghi ở dòng này.',
    'What was done could not be understood.',
    'Chị ghi một trong: Thăm hỏi, Tư vấn, Vận động, Khảo sát, Cung cấp thông tin.',
    'Write one of: Thăm hỏi, Tư vấn, Vận động, Khảo sát, Cung cấp thông tin.',
  ),
  member_unknown: say(
    'notice',
    'Người thực hiện không có trong danh sách thành viên.',
    'Whoever did this is not in the list of members.',
    ...lookLater,
  ),
  service_missing: say('refused', 'Dòng chưa ghi dịch vụ.', 'The row names no service.', ...mendAndReread),
  service_unknown: say(
    'notice',
    'Dịch vụ này chưa có trong danh mục; ghi là “khác”, giữ nguyên chữ.',
    'This service is not in the list; it is recorded as “other” with its words.',
    ...lookLater,
  ),
  outcome_unknown: say(
    'notice',
    'Chưa hiểu kết quả; ghi là “chưa phản hồi”, giữ nguyên chữ.',
    'The outcome was not understood; it is recorded as “no answer yet” with its words.',
    ...lookLater,
  ),
  outcome_odd: say(
    'notice',
    'Kết quả này ít khi đi với dịch vụ đó.',
    'This outcome seldom goes with that service.',
    ...lookLater,
  ),

  count_unreadable: say(
    'refused',
    'Ô số người không phải là số đếm.',
    'The cell is not a count.',
    'Chị ghi một số nguyên từ 0 trở lên, rồi gửi lại.',
    'Write a whole number, 0 or more, and send the file again.',
  ),
  total_differs: say(
    'notice',
    'Tổng ghi trong sổ khác tổng các cột; lấy theo số tổng đã ghi.',
    'The written total differs from the sum of the columns; the written total counts.',
    ...lookLater,
  ),
  total_from_columns: say(
    'notice',
    'Chưa ghi tổng; lấy tổng của các cột.',
    'No total is written; the sum of the columns is taken.',
    ...nothing,
  ),
  attendance_missing: say(
    'refused',
    'Buổi này không có số người tham dự.',
    'No attendance is written for this session.',
    ...mendAndReread,
  ),
  role_unknown: say(
    'notice',
    'Chưa hiểu chức vụ; ghi là thành viên.',
    'The role was not understood; recorded as member.',
    ...lookLater,
  ),
  eligibility_ask: say(
    'ask',
    'Chưa rõ người trong Ban chủ nhiệm là người có uy tín hay công tác đoàn thể.',
    'It is not clear whether this board member is a respected person or works in a mass organisation.',
    'Chị chọn một trong hai căn cứ.',
    'Please choose one of the two grounds.',
  ),
  lived_experience_not_taken: say(
    'notice',
    'Điều ghi ở ô này là chuyện riêng của thành viên nên không đưa vào máy.',
    'What this cell says is the member’s own matter and was not taken over.',
    'Chị ấy có thể tự khai nếu muốn. Chị nên xóa ô này trong sổ.',
    'She may declare it herself if she wishes. Please remove it from the book.',
  ),
} as const satisfies Readonly<Record<string, ProblemWords>>

export type ProblemCode = keyof typeof problemWords

/** A problem with its words. `names` are column titles of ours, added to the message. */
export function problemAt(
  place: LedgerPlace,
  code: ProblemCode,
  names: readonly Words[] = [],
): LedgerProblem {
  const [severity, message, whatToDo] = problemWords[code]
  if (names.length === 0) return { ...place, code, severity, message, whatToDo }
  const named = {
    vi: `${message.vi} (${names.map((name) => name.vi).join(', ')})`,
    en: `${message.en} (${names.map((name) => name.en).join(', ')})`,
  }
  return { ...place, code, severity, message: named, whatToDo }
}
