import { useLanguage } from '../language/language.ts'
import { Button } from './Button.tsx'
import type { Opened } from './opened.ts'

const words = {
  closes: { vi: 'Tự đóng sau', en: 'Closes by itself in' },
  careful: { vi: 'Xin đừng chụp, đừng chép.', en: 'Please do not photograph or copy it.' },
  now: { vi: 'Đóng ngay', en: 'Close now' },
} as const

/** Below something that was opened: how long it still stands, and the button that closes it at once. */
export function ClosesIn({ opened }: { opened: Opened<unknown> }) {
  const { say } = useLanguage()
  const seconds = String(opened.left % 60).padStart(2, '0')
  return (
    <div className="closes-in">
      <p className="hint">
        {say(words.closes)}{' '}
        <span role="timer" className="code">
          {Math.floor(opened.left / 60)}:{seconds}
        </span>
        . {say(words.careful)}
      </p>
      <Button look="quiet" onClick={opened.close}>
        {say(words.now)}
      </Button>
    </div>
  )
}
