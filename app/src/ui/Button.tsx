import type { ButtonHTMLAttributes } from 'react'

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** Main: the one thing to do here. Quiet: everything else. */
  look?: 'main' | 'quiet' | 'careful'
  busy?: boolean
  wide?: boolean
}

/** A button of at least 48 px. While busy it cannot be pressed twice and says so to a screen reader. */
export function Button({
  look = 'main',
  busy = false,
  wide = false,
  type = 'button',
  children,
  disabled,
  ...rest
}: Props) {
  return (
    <button
      {...rest}
      type={type}
      className={`button button-${look}${wide ? ' wide' : ''}`}
      aria-busy={busy}
      disabled={disabled === true || busy}
    >
      {children}
    </button>
  )
}
