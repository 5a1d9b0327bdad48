import { z } from 'zod'
import { type Words, words } from './words.ts'

/**
 * Why something was not done, in words that a person can act on. `field` names the argument to mend.
 * A refusal never repeats a value that somebody typed.
 */
export const refusal = z.object({
  code: z.string(),
  message: words,
  field: z.string().optional(),
})
export type Refusal = z.infer<typeof refusal>

export function refuse(code: string, message: Words, field?: string): Refusal {
  return field === undefined ? { code, message } : { code, message, field }
}

/** Refusals that belong to no concept. A hidden thing and one that is not there answer alike. */
export const commonRefusals = {
  signedOut: refuse('signed_out', {
    vi: 'Chị cần đăng nhập lại. Nội dung vẫn an toàn trong máy.',
    en: 'Please sign in again. Your work is safe on this device.',
  }),
  notFound: refuse('not_found', {
    vi: 'Không tìm thấy, hoặc chị không được phân quyền xem mục này.',
    en: 'Not found, or you are not allowed to see it.',
  }),
  notAllowed: refuse('not_allowed', {
    vi: 'Việc này chưa được phân quyền cho chị.',
    en: 'You have not been granted this.',
  }),
  badShape: refuse('bad_shape', {
    vi: 'Có ô chưa điền đúng. Xin xem lại chỗ được đánh dấu.',
    en: 'Something was not filled in correctly. Please look at the marked field.',
  }),
  busy: refuse('busy', {
    vi: 'Máy chủ đang bận. Xin thử lại sau ít phút; nội dung chưa mất.',
    en: 'The server is busy. Please try again shortly; nothing is lost.',
  }),
  fault: refuse('fault', {
    vi: 'Máy chủ gặp trục trặc. Nội dung vẫn an toàn; xin thử lại sau.',
    en: 'Something went wrong on the server. Your work is safe; please try again later.',
  }),
  stepUpNeeded: refuse('step_up_needed', {
    vi: 'Xin xác nhận lại đúng là chị trước khi mở. Nội dung đang làm vẫn còn nguyên.',
    en: 'Please confirm that it is you before this opens. Your work stays as it is.',
  }),
  secondPersonNeeded: refuse('second_person_needed', {
    vi: 'Việc này cần người thứ hai đồng ý. Chị gửi đề nghị trước, khi được đồng ý thì làm tiếp.',
    en: 'This needs a second person. Ask first; go on once it is agreed.',
  }),
  approvalStale: refuse('approval_stale', {
    vi: 'Sự đồng ý này không còn đúng: nội dung đã khác, đã dùng, hoặc đã hết hạn. Xin gửi đề nghị mới; chưa có gì thay đổi.',
    en: 'This approval no longer fits: the content changed, it was used, or it ran out. Please ask anew; nothing was changed.',
  }),
  budgetSpent: refuse('reading_budget_spent', {
    vi: 'Hôm nay chị đã mở thông tin của nhiều người. Người phụ trách bảo vệ dữ liệu đã được báo; mai chị mở tiếp được, việc gấp xin gọi phụ trách.',
    en: 'You opened many identities today. The data-protection officer was told; you can go on tomorrow, call her if it is urgent.',
  }),
  cursorExpired: refuse('cursor_expired', {
    vi: 'Danh sách đã cũ, xin xem lại từ trang đầu. Chưa có gì mất.',
    en: 'This list is from an earlier time; please begin again at its first page. Nothing is lost.',
  }),
  idReused: refuse('command_id_reused', {
    vi: 'Mã lệnh này đã dùng cho một việc khác. Xin ghi lại.',
    en: 'This command id was already used for something else. Please record it again.',
  }),
} as const
