import {
  passwordRefusals,
  passwordRule,
  shortestAlone,
  shortestWithCode,
} from '@ke-vai/contract/account/password.ts'
import type { Words } from '@ke-vai/contract/words.ts'

const words = {
  enough: {
    vi: 'Đủ dài. Thêm một từ nữa thì càng khó đoán.',
    en: 'Long enough. One more word makes it harder to guess.',
  },
  long: { vi: 'Dài và khó đoán.', en: 'Long and hard to guess.' },
} as const

const longOne = 20

/** What to say of what she has typed so far. */
export function passwordWords(typed: string, who: { username: string; hasCode: boolean }): Words {
  const length = [...typed.normalize('NFC')].length
  const shortest = who.hasCode ? shortestWithCode : shortestAlone
  if (length === 0)
    return (who.hasCode ? passwordRefusals.tooShortWithCode : passwordRefusals.tooShort).message
  if (length < shortest)
    return {
      vi: `Còn thiếu ${shortest - length} ký tự.`,
      en: `${shortest - length} more characters, please.`,
    }
  return passwordRule(typed, who)?.message ?? (length < longOne ? words.enough : words.long)
}
