import { type ReactNode, useEffect, useRef } from 'react'
import { Link } from 'wouter'

interface Props {
  title: string
  /** What the browser's tab shows: never more than the screen's kind. */
  back?: { href: string; text: string }
  actions?: ReactNode
  /** For tables and sheets of paper. */
  wide?: boolean
  children: ReactNode
}

/** One screen: its heading takes the focus when it opens, so that a screen reader says where one is. */
export function Page({ title, back, actions, wide = false, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [])
  return (
    <main className={wide ? 'page wide-page' : 'page'} id="main">
      {back && (
        <Link className="back" href={back.href}>
          ← {back.text}
        </Link>
      )}
      <header className="page-head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {actions}
      </header>
      {children}
    </main>
  )
}
