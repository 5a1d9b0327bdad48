import { riskLevels } from '@ke-vai/contract/register/codes.ts'
import {
  advice,
  needsCounsellingSoon,
  type ScreenedLevel,
} from '@ke-vai/contract/register/screening-instrument.ts'
import { Link } from 'wouter'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Notice } from '../ui/Notice.tsx'

const words = {
  level: { vi: 'Nguy cơ', en: 'Risk' },
  task: {
    vi: 'Đã lưu. Ban chủ nhiệm nhận một việc: sớm trò chuyện với chị ấy. Nếu đang không có sóng, xin báo Ban chủ nhiệm ngay.',
    en: 'Saved. The board gets a task: to talk with her soon. If there is no network now, please tell the board yourself.',
  },
  saved: { vi: 'Đã lưu.', en: 'Saved.' },
  no: {
    vi: 'Đây không phải là kết luận về chị ấy. Chuyện xảy ra không phải lỗi của chị ấy.',
    en: 'This is no judgement of her. What happened is not her fault.',
  },
  police: { vi: 'Gọi 113 (công an)', en: 'Call 113 (police)' },
  helpline: { vi: 'Gọi 111 (tổng đài)', en: 'Call 111 (helpline)' },
  note: { vi: 'Ghi nhanh cuộc gặp', en: 'Quick note' },
  back: { vi: 'Về trang người này', en: 'Back to this person' },
} as const

/** What to do next, in words that may be said aloud beside her. */
export function ScreeningResult({ personId, level }: { personId: string; level: ScreenedLevel }) {
  const { say } = useLanguage()
  const soon = needsCounsellingSoon(level)
  return (
    <div className="stack">
      <p className={`risk risk-${level}`}>
        {say(words.level)}: {say(riskLevels[level])}
      </p>
      <Notice kind={soon ? 'careful' : 'calm'}>
        <p>{say(advice[level])}</p>
      </Notice>
      {level === 'urgent' && (
        <div className="two">
          <a className="button button-main" href="tel:113">
            {say(words.police)}
          </a>
          <a className="button button-main" href="tel:111">
            {say(words.helpline)}
          </a>
        </div>
      )}
      <p>{say(soon ? words.task : words.saved)}</p>
      <p className="hint">{say(words.no)}</p>
      <Link href={paths.quickNote(personId)} className="button button-main wide">
        {say(words.note)}
      </Link>
      <Link href={paths.person(personId)} className="button button-quiet wide">
        {say(words.back)}
      </Link>
    </div>
  )
}
