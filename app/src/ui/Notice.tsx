import type { ReactNode } from 'react'

/** A calm box with something to know; a problem is also announced at once. */
export function Notice({
  kind = 'calm',
  children,
}: {
  kind?: 'calm' | 'good' | 'problem' | 'careful'
  children: ReactNode
}) {
  return (
    <div className={`notice notice-${kind}`} role={kind === 'problem' ? 'alert' : 'status'}>
      {children}
    </div>
  )
}
