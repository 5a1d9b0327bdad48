import { z } from 'zod'
import { defineCommand, done, made } from '../command.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { codeOf } from '../words.ts'

/** Why two lines of the book are taken for one person. */
export const mergeReasons = {
  same_name_and_birth: { vi: 'Cùng tên, cùng ngày sinh', en: 'Same name and birth date' },
  same_phone: { vi: 'Cùng số điện thoại', en: 'Same phone number' },
  same_paper: { vi: 'Cùng số giấy tờ', en: 'Same paper number' },
  she_said_so: { vi: 'Chính chị ấy cho biết', en: 'She said so herself' },
} as const

/** For how many days a merge can be taken back. */
export const undoDays = 30

/**
 * Takes two lines of the book for one person. Nothing is moved: the merged line points at the kept one, so that taking
 * it back gives every row as it was. Whoever may not see one of the two then sees neither.
 */
export const personMerge = defineCommand({
  name: 'person.merge',
  permission: 'person.merge',
  scope: 'club',
  args: z.object({
    clubId: z.uuid(),
    mergeId: z.uuid(),
    keptId: z.uuid(),
    mergedId: z.uuid(),
    reason: codeOf(mergeReasons),
  }),
  result: made,
  audit: 'PERSONS_MERGED',
  offline: false,
  subject: { kind: 'person', arg: 'keptId' },
  stepUp: true,
  twoPeople: { approve: 'person.merge.approve' },
  summary: { vi: 'Gộp hai dòng của một người', en: 'Merge two lines of one person' },
})

export const personUnmerge = defineCommand({
  name: 'person.unmerge',
  permission: 'person.merge',
  scope: 'club',
  args: z.object({ clubId: z.uuid(), mergeId: z.uuid(), keptId: z.uuid(), mergedId: z.uuid() }),
  result: done,
  audit: 'PERSONS_UNMERGED',
  offline: false,
  subject: { kind: 'person', arg: 'keptId' },
  stepUp: true,
  twoPeople: { approve: 'person.merge.approve' },
  summary: { vi: 'Tách lại hai dòng đã gộp', en: 'Take a merge back' },
})

/** What the rule needs to know of the two lines. */
export interface MergeSituation {
  keptMergedInto: string | null
  mergedMergedInto: string | null
  /** Other lines already point at the one that is to be merged. */
  mergedHoldsOthers: boolean
  keptMemberId: string | null
  mergedMemberId: string | null
}

/** May these two lines become one person? Null means yes. */
export function mergeRule(
  args: { keptId: string; mergedId: string },
  situation: MergeSituation,
): Refusal | null {
  if (args.keptId === args.mergedId)
    return refuse(
      'merge_with_itself',
      { vi: 'Hai dòng phải khác nhau.', en: 'The two lines must be different.' },
      'mergedId',
    )
  if (situation.mergedMergedInto !== null || situation.mergedHoldsOthers)
    return refuse('already_merged', {
      vi: 'Dòng thứ hai đã gộp với một dòng khác. Xin tách ra trước, hoặc chọn dòng ấy làm dòng giữ lại.',
      en: 'The second line is already merged with another. Take that back first, or keep that one.',
    })
  if (situation.keptMergedInto !== null)
    return refuse('kept_is_merged', {
      vi: 'Dòng chọn giữ lại đã gộp vào một dòng khác. Xin chọn dòng ấy.',
      en: 'The line to keep is itself merged into another. Please choose that one.',
    })
  // Whoever may not see both will see neither: a companion of one line alone would lose her without a word.
  if (situation.keptMemberId !== situation.mergedMemberId)
    return refuse('companions_differ', {
      vi: 'Hai dòng đang giao cho hai người đồng hành khác nhau (hoặc một dòng chưa giao). Xin giao cả hai cho cùng một người trước khi gộp.',
      en: 'The two lines have different companions (or one has none). Please assign both to the same member first.',
    })
  return null
}

/** A contact for a line that was merged goes to the kept one; her code is no identity. */
export function mergedEntryRefusal(keptCode: string): Refusal {
  return refuse('person_merged', {
    vi: `Hai dòng này nay là một người. Xin ghi vào ${keptCode}; nội dung chưa mất.`,
    en: `These two lines are one person now. Please record it with ${keptCode}; nothing is lost.`,
  })
}

export const undoTooLate = refuse('undo_too_late', {
  vi: `Đã quá ${undoDays} ngày nên không tách lại được nữa. Xin hỏi người phụ trách bảo vệ dữ liệu.`,
  en: `More than ${undoDays} days have passed, so this cannot be taken back. Please ask the data-protection officer.`,
})
