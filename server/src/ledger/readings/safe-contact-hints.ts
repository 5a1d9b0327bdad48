import type { SafeContactHint } from '@ke-vai/contract/ledger/codes.ts'
import { foldText } from '@ke-vai/contract/text/text.ts'

const no = '(?:khong|ko|k|dung|cam|tranh|han che)(?: duoc| nen| dam| muon)?'
const call = '(?:goi|goi dien|dien thoai|lien lac|lien he)'
const someone = '(?:chong|nha|gia dinh|bo|me|bo me|nguoi nha|con|hang xom|moi nguoi)'

const patterns: readonly (readonly [SafeContactHint, RegExp])[] = [
  ['no_call_evening', new RegExp(`\\b${no} ${call}.{0,12}\\b(toi|dem|khuya|sau \\d{1,2} ?(?:h|gio))\\b`)],
  [
    'no_call_daytime',
    new RegExp(`\\b${no} ${call}.{0,12}\\b(ban ngay|sang|trua|chieu|gio lam|gio hanh chinh)\\b`),
  ],
  ['no_message', new RegExp(`\\b${no} (?:nhan tin|nhan|zalo|sms)\\b`)],
  ['no_home_visit', new RegExp(`\\b${no} (?:den nha|toi nha|vao nha|den tham|tham nha|ghe nha)\\b`)],
  ['meet_only', /\bchi (?:gap|noi chuyen|trao doi) (?:truc tiep|rieng|o|tai)\b/],
  ['through_trusted_person', /\b(?:lien he|lien lac|goi|nhan) qua\b/],
  [
    'others_must_not_know',
    new RegExp(
      `\\b${someone} (?:chua|khong|ko|k) (?:duoc )?biet\\b|\\bgiu kin\\b|\\bbi mat\\b|\\b${no} (?:cho|de) ${someone}.{0,8}biet\\b`,
    ),
  ],
]

/** What a note asks of whoever wants to reach her. Proposals for her safe-contact card, which she confirms. */
export function readSafeContactHints(note: string): SafeContactHint[] {
  const folded = foldText(note)
  const hints = patterns.filter(([, pattern]) => pattern.test(folded)).map(([hint]) => hint)
  const callRefused = new RegExp(`\\b${no} ${call}\\b`).test(folded)
  if (callRefused && !hints.some((hint) => hint.startsWith('no_call'))) hints.unshift('no_call')
  return hints
}
