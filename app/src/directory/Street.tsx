import { directoryStreetOpen } from '@ke-vai/contract/directory/directory.ts'
import type { DirectoryEntry } from '@ke-vai/contract/directory/entry.ts'
import type { Refusal } from '@ke-vai/contract/refusal.ts'
import { useState } from 'react'
import { standingWith, useMe } from '../account/session.ts'
import { sendNow } from '../api/api.ts'
import { wordsOf } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { Button } from '../ui/Button.tsx'
import { ClosesIn } from '../ui/ClosesIn.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useOpened } from '../ui/opened.ts'

const words = {
  open: { vi: 'Mở địa chỉ (chỉ nhóm tạm lánh)', en: 'Open the address (shelter team only)' },
} as const

/** The sealed street, for the shelter team; it closes by itself. */
export function Street({ entry }: { entry: DirectoryEntry }) {
  const { say } = useLanguage()
  const organisationId = standingWith(useMe(), 'directory.street.open')?.organisationId ?? null
  const opened = useOpened<string>()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Refusal | null>(null)
  if (organisationId === null) return null

  async function open(at: string) {
    setBusy(true)
    setProblem(null)
    try {
      opened.show((await sendNow(directoryStreetOpen, { organisationId: at, entryId: entry.id })).street)
    } catch (error) {
      setProblem(wordsOf(error))
    }
    setBusy(false)
  }

  if (opened.value !== null)
    return (
      <div className="card sealed stack">
        <p className="as-written">{opened.value}</p>
        <ClosesIn opened={opened} />
      </div>
    )
  return (
    <>
      {problem && <Notice kind="problem">{say(problem.message)}</Notice>}
      <Button look="quiet" busy={busy} onClick={() => void open(organisationId)}>
        {say(words.open)}
      </Button>
    </>
  )
}
