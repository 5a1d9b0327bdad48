import { noteOpen } from '@ke-vai/contract/register/note.ts'
import { openingReasons } from '@ke-vai/contract/register/person.ts'
import { useEffect, useState } from 'react'
import { sendNow } from '../api/api.ts'
import { useLanguage } from '../language/language.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { Notice } from '../ui/Notice.tsx'
import { optionsOf } from '../ui/options.ts'
import { useSending } from './use-sending.ts'

const words = {
  open: { vi: 'Mở ghi chú', en: 'Open the note' },
  why: { vi: 'Chị mở để làm gì? (được ghi vào nhật ký)', en: 'What do you need it for? (it is logged)' },
  close: { vi: 'Đóng lại', en: 'Close' },
} as const

const shownFor = 120_000

/** The sealed words of one contact, behind a reason, for two minutes, in memory alone. */
export function OpenNote({ clubId, contactId }: { clubId: string; contactId: string }) {
  const { say } = useLanguage()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState<keyof typeof openingReasons | null>(null)
  const [note, setNote] = useState<string | null>(null)
  const sending = useSending()

  useEffect(() => {
    if (note === null) return
    const timer = setTimeout(() => setNote(null), shownFor)
    return () => clearTimeout(timer)
  }, [note])

  const close = () => {
    setNote(null)
    setAsking(false)
    setReason(null)
  }
  const open = () => {
    if (reason === null) return
    void sending.run(async () => {
      setNote((await sendNow(noteOpen, { clubId, contactId, reason })).note)
      setAsking(false)
      setReason(null)
      sending.rest()
    })
  }

  if (note !== null)
    return (
      <div className="card stack">
        <p className="as-written">{note}</p>
        <Button look="quiet" onClick={close}>
          {say(words.close)}
        </Button>
      </div>
    )
  if (!asking)
    return (
      <button type="button" className="link" onClick={() => setAsking(true)}>
        {say(words.open)}
      </button>
    )
  return (
    <div className="card stack">
      <Choice
        label={say(words.why)}
        options={optionsOf(openingReasons, say)}
        chosen={reason === null ? [] : [reason]}
        onChange={([code]) => setReason(code ?? null)}
      />
      {sending.problem && <Notice kind="problem">{say(sending.problem.message)}</Notice>}
      <div className="actions">
        <Button busy={sending.busy} disabled={reason === null} onClick={open}>
          {say(words.open)}
        </Button>
        <Button look="quiet" onClick={close}>
          {say(words.close)}
        </Button>
      </div>
    </div>
  )
}
