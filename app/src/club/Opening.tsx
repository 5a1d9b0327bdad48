import { type ReactNode, useId, useRef, useState } from 'react'
import { useLanguage } from '../language/language.ts'

interface Props {
  text: string
  /** What a screen reader says when the text alone does not tell whose it is; begins with the text. */
  label?: string
  look?: 'main' | 'quiet' | 'link'
  children: (close: () => void) => ReactNode
}

/** A button that opens a form in place. Saving closes it, gives the focus back to the button and says so. */
export function Opening({ text, label, look = 'quiet', children }: Props) {
  const { say } = useLanguage()
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const [saved, setSaved] = useState(false)
  const close = () => {
    setOpen(false)
    setSaved(true)
    button.current?.focus()
  }
  return (
    <div className="opening">
      <button
        ref={button}
        type="button"
        className={look === 'link' ? 'link' : `button button-${look}`}
        aria-expanded={open}
        aria-label={open ? undefined : label}
        aria-controls={open ? id : undefined}
        onClick={() => {
          setOpen(!open)
          setSaved(false)
        }}
      >
        {open ? say({ vi: 'Đóng lại', en: 'Close' }) : text}
      </button>
      <p role="status" className="good">
        {saved && say({ vi: 'Đã lưu.', en: 'Saved.' })}
      </p>
      {open && (
        <div id={id} className="card">
          {children(close)}
        </div>
      )}
    </div>
  )
}
