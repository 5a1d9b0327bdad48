import type { CodeWords, Words } from '../words.ts'

/** What kind of doing an audit line tells of: by it the reader filters, and the rules of the unusual look. */
export const actionKinds = {
  opened: { vi: 'Mở thông tin riêng', en: 'Opening of identities' },
  taken: { vi: 'Lấy dữ liệu ra', en: 'Taking data out' },
  alarm: { vi: 'Cảnh báo, bị từ chối', en: 'Alarms and refusals' },
  erased: { vi: 'Xóa, gộp', en: 'Erasing and merging' },
  granted: { vi: 'Phân quyền, đồng ý', en: 'Grants and approvals' },
  signing: { vi: 'Đăng nhập, tài khoản', en: 'Signing in, accounts' },
  audit: { vi: 'Xem nhật ký', en: 'Reading the audit' },
  work: { vi: 'Việc hằng ngày', en: 'Daily work' },
} as const satisfies CodeWords<string>
export type ActionKind = keyof typeof actionKinds

interface Action extends Words {
  readonly kind: ActionKind
}

const action = (kind: ActionKind, vi: string, en: string): Action => ({ kind, vi, en })

/** Every action that an audit line may name, in words. A command or read without its line here fails a test. */
export const actions: Readonly<Record<string, Action>> = {
  IDENTITY_OPENED: action('opened', 'Mở thông tin riêng của một người', 'Opened an identity'),
  NOTE_OPENED: action('opened', 'Mở ghi chú của một cuộc gặp', 'Opened the note of a contact'),
  SITUATION_ACCUSED_OPENED: action(
    'opened',
    'Mở phần gửi đầu mối công an',
    'Opened what was sent to the police',
  ),
  MEMBER_OWN_OPENED: action('opened', 'Mở trang riêng của mình', 'Opened her own page'),
  CLUB_CREATED: action('work', 'Lập câu lạc bộ', 'Created a club'),
  CLUB_FACTS_SET: action('work', 'Sửa thông tin câu lạc bộ', 'Changed facts of a club'),
  CLUB_MONTH_START_SET: action(
    'work',
    'Đổi ngày đầu tháng của câu lạc bộ',
    "Changed the first day of a club's month",
  ),
  CLUB_RENAMED: action('work', 'Đổi tên câu lạc bộ', 'Renamed a club'),
  CLUB_STATE_SET: action('work', 'Đổi tình trạng câu lạc bộ', 'Changed the state of a club'),
  CONTACT_RECORDED: action('work', 'Ghi một cuộc gặp', 'Recorded a contact'),
  LEDGER_COMPARED: action(
    'opened',
    'Đối chiếu sổ giấy trước khi nhập',
    'Compared a paper register before bringing it in',
  ),
  LEDGER_IMPORTED: action('work', 'Nhập sổ giấy', 'Brought in a paper register'),
  MEETING_RECORDED: action('work', 'Ghi buổi họp', 'Recorded a meeting'),
  MEMBER_ACCOUNT_LINKED: action('granted', 'Gắn tài khoản với thành viên', 'Linked an account to a member'),
  MEMBER_ADDED: action('work', 'Thêm thành viên', 'Added a member'),
  MEMBER_BOARD_ROLE_SET: action('work', 'Phân vai trong Ban chủ nhiệm', 'Set a role on the board'),
  MEMBER_DUTY_SET: action('work', 'Phân công thành viên', "Set a member's duty"),
  MEMBER_LEFT: action('work', 'Thành viên thôi tham gia', 'A member left'),
  MEMBER_OWN_SAVED: action('work', 'Ghi trang riêng của mình', 'Wrote her own page'),
  MOBILISATION_RECORDED: action('work', 'Ghi vận động', 'Recorded a mobilisation'),
  MONTH_ACCEPTED: action('work', 'Nhận báo cáo tháng', 'Accepted a month'),
  MONTH_AMENDED: action('work', 'Đính chính tháng đã khóa', 'Amended a locked month'),
  MONTH_OPENED: action('work', 'Mở tháng', 'Opened a month'),
  MONTH_PREPARED: action('work', 'Chuẩn bị tháng', 'Prepared a month'),
  MONTH_RETURNED: action('work', 'Trả lại báo cáo tháng', 'Returned a month'),
  MONTH_SUBMITTED: action('work', 'Gửi báo cáo tháng', 'Submitted a month'),
  MONTH_TASKS_GIVEN: action('work', 'Giao việc của tháng', "Gave the month's tasks"),
  MONTH_WRITTEN: action('work', 'Viết phần lời của tháng', "Wrote the month's texts"),
  PERSON_ASSIGNED: action('work', 'Giao người đồng hành', 'Assigned who accompanies her'),
  PERSON_GROUPS_SET: action('work', 'Đổi nhóm của một người', "Changed a person's groups"),
  PERSON_REGISTERED: action('work', 'Ghi một người vào sổ', 'Entered a person in the register'),
  PERSON_SEX_SET: action('work', 'Ghi giới tính', 'Set the sex'),
  IDENTITY_CHANGED: action('work', 'Sửa thông tin riêng của một người', 'Changed an identity'),
  IDENTITY_SEARCHED: action('opened', 'Tìm người theo thông tin riêng', 'Searched by identity'),
  OPENINGS_SEEN: action('opened', 'Xem ai đã mở hồ sơ', 'Looked at who opened a file'),
  PLAN_APPROVED: action('work', 'Duyệt kế hoạch năm', 'Approved the plan of a year'),
  PLAN_SET: action('work', 'Ghi kế hoạch năm', 'Wrote the plan of a year'),
  REFERRAL_ANSWERED: action('work', 'Trả lời chuyển gửi', 'Answered a referral'),
  REFERRAL_SENT: action('work', 'Chuyển gửi', 'Sent a referral'),
  REGISTER_PRINTED: action('taken', 'In sổ theo dõi', 'Printed the register'),
  REGISTER_EXPORTED: action('taken', 'Xuất sổ có thông tin riêng', 'Exported the register with identities'),
  REPORT_TAKEN: action('taken', 'Lấy tệp báo cáo', 'Took a report file'),
  SAFE_CONTACT_SET: action('work', 'Ghi cách liên lạc an toàn', 'Set how to reach her safely'),
  SCREENING_RECORDED: action('work', 'Ghi sàng lọc nguy cơ', 'Recorded a screening'),
  SESSION_RECORDED: action('work', 'Ghi buổi truyền thông', 'Recorded a session'),
  SITUATION_ACCUSED_LISTED: action(
    'opened',
    'Xem danh sách gửi đầu mối công an',
    'Listed what was sent to the police',
  ),
  SITUATION_WRITTEN: action('work', 'Ghi tình hình địa bàn', 'Noted the situation'),
  STATUTE_ISSUED: action('work', 'Ban hành quy chế', 'Issued a statute'),
  SURVEY_DECLINED: action('work', 'Ghi người không trả lời khảo sát', 'Recorded a declined survey'),
  SURVEY_ROUND_OPENED: action('work', 'Mở đợt khảo sát', 'Opened a survey round'),
  TARGET_SET: action('work', 'Đặt chỉ tiêu', 'Set a target'),
  TASK_DONE: action('work', 'Làm xong việc', 'Finished a task'),
  TASK_GIVEN: action('work', 'Giao việc', 'Gave a task'),
  PERSONS_MERGED: action('erased', 'Gộp hai hồ sơ của một người', 'Merged two entries of one person'),
  PERSONS_UNMERGED: action('erased', 'Tách lại hồ sơ đã gộp', 'Undid a merge'),
  PERSON_ERASED: action('erased', 'Xóa thông tin riêng của một người', 'Erased a person'),
  ROLE_GIVEN: action('granted', 'Phân quyền', 'Gave a role'),
  ROLE_ENDED: action('granted', 'Kết thúc phân quyền', 'Ended a role'),
  EXCLUSION_SET: action('granted', 'Ghi xung đột lợi ích', 'Set a conflict of interest'),
  EXCLUSION_LIFTED: action('granted', 'Gỡ xung đột lợi ích', 'Lifted a conflict of interest'),
  APPROVAL_ASKED: action('granted', 'Đề nghị người thứ hai đồng ý', "Asked for a second person's yes"),
  APPROVAL_DECIDED: action('granted', 'Đồng ý hoặc từ chối đề nghị', 'Decided on a request'),
  APPROVAL_WITHDRAWN: action('granted', 'Rút đề nghị', 'Withdrew a request'),
  INVITATION_MADE: action('granted', 'Mời một người', 'Invited somebody'),
  INVITATION_CANCELLED: action('granted', 'Hủy lời mời', 'Cancelled an invitation'),
  INVITATION_ACCEPTED: action('granted', 'Nhận lời mời', 'Accepted an invitation'),
  SIGNED_IN: action('signing', 'Đăng nhập', 'Signed in'),
  SIGNED_OUT: action('signing', 'Thoát', 'Signed out'),
  SIGN_IN_ENDED: action('signing', 'Thoát khỏi một thiết bị', 'Signed out one device'),
  SIGN_INS_ENDED: action('signing', 'Thoát khỏi mọi thiết bị', 'Signed out everywhere'),
  STEPPED_UP: action('signing', 'Xác nhận lại đúng là mình', 'Confirmed that it is she'),
  PASSWORD_CHANGED: action('signing', 'Đổi mật khẩu', 'Changed the password'),
  PASSKEY_ADDED: action('signing', 'Thêm khóa đăng nhập', 'Added a passkey'),
  PASSKEY_REMOVED: action('signing', 'Bỏ khóa đăng nhập', 'Removed a passkey'),
  AUTHENTICATOR_SET_UP: action('signing', 'Bắt đầu dùng mã sáu số', 'Began with six-digit codes'),
  AUTHENTICATOR_CONFIRMED: action('signing', 'Bật mã sáu số', 'Turned six-digit codes on'),
  AUTHENTICATOR_REMOVED: action('signing', 'Tắt mã sáu số', 'Turned six-digit codes off'),
  SIGN_IN_REFUSED: action('alarm', 'Đăng nhập không thành công', 'A sign-in was refused'),
  STEP_UP_REFUSED: action('alarm', 'Xác nhận lại không thành công', 'A confirmation was refused'),
  READING_BUDGET_SPENT: action(
    'alarm',
    'Mở quá số người trong một ngày',
    'Opened more persons than a day allows',
  ),
  VAULT_LIMIT_REACHED: action(
    'alarm',
    'Mở quá nhanh, kho danh tính dừng lại',
    'Opened too fast, the vault stopped',
  ),
  AUDIT_READ: action('audit', 'Xem nhật ký', 'Read the audit'),
  AUDIT_BEGUN: action('audit', 'Bắt đầu chuỗi nhật ký', 'The chain of the audit began'),
}

/** The words of an action; one that a later version wrote is shown as it is named. */
export function actionWords(name: string): Words {
  return actions[name] ?? { vi: name, en: name }
}

/** The names of the actions of some kinds. */
export function actionsOf(kinds: readonly ActionKind[]): string[] {
  return Object.entries(actions).flatMap(([name, { kind }]) => (kinds.includes(kind) ? [name] : []))
}
