import type { CodeWords } from '../words.ts'

/** What a request of two people may touch. A request counts only what has its words here, for whoever decides. */
export type TouchedCode = 'account' | 'roles_held_now' | 'persons' | 'lines' | 'contacts' | 'screenings'
export const touchedWords: CodeWords<TouchedCode> = {
  account: { vi: 'tài khoản', en: 'account' },
  roles_held_now: { vi: 'vai trò đang có', en: 'roles held now' },
  persons: { vi: 'người', en: 'persons' },
  lines: { vi: 'dòng trong sổ', en: 'lines of the book' },
  contacts: { vi: 'lượt gặp', en: 'contacts' },
  screenings: { vi: 'lượt hỏi nguy cơ', en: 'screenings' },
}
