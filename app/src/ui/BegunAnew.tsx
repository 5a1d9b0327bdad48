import { useLanguage } from '../language/language.ts'
import { Notice } from './Notice.tsx'

const words = {
  vi: 'Danh sách đã cũ nên được mở lại từ trang đầu. Chưa có gì mất.',
  en: 'The list was from an earlier time and was opened again at its first page. Nothing is lost.',
} as const

/** Said above a list of pages that could not go on from where it was, and stands at its beginning again. */
export function BegunAnew() {
  const { say } = useLanguage()
  return <Notice>{say(words)}</Notice>
}
