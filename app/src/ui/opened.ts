import { useCallback, useEffect, useRef, useState } from 'react'

/** How long something that was opened stays on the screen, in seconds. */
const shownFor = 120
/** While it stands there, whether it may still be seen is asked this often, in seconds. */
const askedEvery = 5

export interface Opened<T> {
  /** What is open now; null again after its minutes. */
  value: T | null
  /** Seconds until it closes. */
  left: number
  show(value: T): void
  close(): void
}

/**
 * Something sealed that was opened: in memory alone, and gone by itself after two minutes, when the page is left, and
 * when its tab is hidden or the phone is locked.
 * @param askAgain asks for the page anew while something is open: what she took back meanwhile goes with its page
 */
export function useOpened<T>(askAgain?: () => void): Opened<T> {
  const [open, setOpen] = useState<{ value: T; until: number } | null>(null)
  const [now, setNow] = useState(0)
  const close = useCallback(() => setOpen(null), [])
  const ask = useRef(askAgain)
  useEffect(() => {
    ask.current = askAgain
  })

  useEffect(() => {
    if (open === null) return
    const look = () => {
      // A sleeping device stops its timers, not its clock.
      if (Date.now() >= open.until) close()
      else setNow(Date.now())
    }
    const closeWhenHidden = () => {
      if (document.visibilityState === 'hidden') close()
    }
    const ticking = setInterval(look, 1_000)
    const asking = setInterval(() => ask.current?.(), askedEvery * 1_000)
    const ending = setTimeout(close, shownFor * 1_000)
    document.addEventListener('visibilitychange', closeWhenHidden)
    window.addEventListener('pagehide', close)
    return () => {
      clearInterval(ticking)
      clearInterval(asking)
      clearTimeout(ending)
      document.removeEventListener('visibilitychange', closeWhenHidden)
      window.removeEventListener('pagehide', close)
    }
  }, [open, close])

  return {
    value: open?.value ?? null,
    left: open === null ? 0 : Math.min(shownFor, Math.max(0, Math.ceil((open.until - now) / 1_000))),
    show: (value) => {
      // An answer that comes when nobody looks any more stays closed.
      if (document.visibilityState === 'hidden') return
      setNow(Date.now())
      setOpen({ value, until: Date.now() + shownFor * 1_000 })
    },
    close,
  }
}
