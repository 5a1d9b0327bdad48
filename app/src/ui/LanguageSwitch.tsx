import { chooseLanguage, useLanguage } from '../language/language.ts'

/** Vietnamese ⇄ English, named in the language that it leads to. */
export function LanguageSwitch() {
  const { language } = useLanguage()
  const other = language === 'vi' ? 'en' : 'vi'
  return (
    <button type="button" className="link" lang={other} onClick={() => chooseLanguage(other)}>
      {other === 'en' ? 'English' : 'Tiếng Việt'}
    </button>
  )
}
