import type { Language, Words } from '@ke-vai/contract/words.ts'
import { useSyncExternalStore } from 'react'

const kept = 'ke-vai-language'
const listeners = new Set<() => void>()
let current: Language = localStorage.getItem(kept) === 'en' ? 'en' : 'vi'
document.documentElement.lang = current

/** Switches every screen at once; the choice stays on this device. */
export function chooseLanguage(language: Language): void {
  current = language
  localStorage.setItem(kept, language)
  document.documentElement.lang = language
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The language of the screens, and `say`, which picks it out of words. */
export function useLanguage(): { language: Language; say: (words: Words) => string } {
  const language = useSyncExternalStore(subscribe, () => current)
  return { language, say: (words) => words[language] }
}
