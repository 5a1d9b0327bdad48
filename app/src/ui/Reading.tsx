import type { ReactNode } from 'react'
import type { ReadState } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { Button } from './Button.tsx'
import { Notice } from './Notice.tsx'

const words = {
  waiting: { vi: 'Đang mở…', en: 'Opening…' },
  old: { vi: 'Chưa có mạng: đây là lần xem trước.', en: 'No network: this is what was seen last.' },
  none: {
    vi: 'Chưa có mạng nên chưa mở được trang này. Nội dung đã ghi vẫn an toàn trong máy.',
    en: 'No network, so this page cannot open yet. What you recorded is safe on this device.',
  },
  again: { vi: 'Thử lại', en: 'Try again' },
} as const

/** Shows what was read, or why not, in words. */
export function Reading<T>({ of: state, children }: { of: ReadState<T>; children: (data: T) => ReactNode }) {
  const { say } = useLanguage()
  if (state.refusal) return <Notice kind="problem">{say(state.refusal.message)}</Notice>
  if (state.data === null) {
    if (state.offline)
      return (
        <Notice kind="careful">
          <p>{say(words.none)}</p>
          <Button look="quiet" onClick={state.again}>
            {say(words.again)}
          </Button>
        </Notice>
      )
    return (
      <p className="waiting" role="status">
        {say(words.waiting)}
      </p>
    )
  }
  return (
    <>
      {state.offline && <Notice kind="careful">{say(words.old)}</Notice>}
      {children(state.data)}
    </>
  )
}
