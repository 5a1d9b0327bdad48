import { noteOpen } from '@ke-vai/contract/register/note.ts'
import { useState } from 'react'
import { sendNow } from '../api/api.ts'
import { readAgain } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { ClosesIn } from '../ui/ClosesIn.tsx'
import { useOpened } from '../ui/opened.ts'
import { AskReason, type Reason } from './AskReason.tsx'
import { useSending } from './use-sending.ts'

const openWords = { vi: 'Mở ghi chú', en: 'Open the note' } as const

/** The sealed words of one contact, behind a reason, for two minutes, in memory alone. */
export function OpenNote({ clubId, contactId }: { clubId: string; contactId: string }) {
  const { say } = useLanguage()
  const [asking, setAsking] = useState(false)
  const opened = useOpened<string>()
  const sending = useSending()

  const open = (reason: Reason) =>
    void sending.run(async () => {
      opened.show((await sendNow(noteOpen, { clubId, contactId, reason })).note)
      setAsking(false)
      sending.rest()
      readAgain()
    })

  if (opened.value !== null)
    return (
      <div className="card stack sealed">
        <p className="as-written">{opened.value}</p>
        <ClosesIn opened={opened} />
      </div>
    )
  if (asking)
    return (
      <AskReason
        text={say(openWords)}
        sending={sending}
        onOpen={open}
        onLeave={() => {
          setAsking(false)
          sending.setProblem(null)
        }}
      />
    )
  return (
    <button type="button" className="link" onClick={() => setAsking(true)}>
      {say(openWords)}
    </button>
  )
}
