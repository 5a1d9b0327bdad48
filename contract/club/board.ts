import { type Refusal, refuse } from '../refusal.ts'
import { type BoardRole, boardRoles, type EligibilityGround } from './codes.ts'

/** May the member take this part in the board? Null means yes. F1.28: every board member has a ground. */
export function boardRule(
  wish: { boardRole: BoardRole; eligibilityGround: EligibilityGround | null },
  club: { hasOtherChair: boolean },
): Refusal | null {
  if (wish.boardRole === 'none') return null
  if (wish.eligibilityGround === null)
    return refuse(
      'eligibility_missing',
      {
        vi: `${boardRoles[wish.boardRole].vi} cần là người có uy tín tại tổ dân, khu phố hoặc tham gia công tác đoàn thể. Xin ghi rõ căn cứ.`,
        en: `The ${boardRoles[wish.boardRole].en.toLowerCase()} must be a person of prestige or work in a mass organisation. Please say which.`,
      },
      'eligibilityGround',
    )
  if (wish.boardRole === 'chair' && club.hasOtherChair)
    return refuse(
      'chair_taken',
      {
        vi: 'Câu lạc bộ đang có Chủ nhiệm. Xin đổi vai trò của người đó trước.',
        en: 'The club has a chair. Please change that role first.',
      },
      'boardRole',
    )
  return null
}
