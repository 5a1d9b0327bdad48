import { type Identity, identityOpen, openingReasons } from '@ke-vai/contract/register/person.ts'
import { useEffect, useState } from 'react'
import { sendNow } from '../api/api.ts'
import { wordsOf } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { Notice } from '../ui/Notice.tsx'

type Reason = keyof typeof openingReasons

const words = {
  open: { vi: 'Mở thông tin riêng', en: 'Open the identity' },
  why: { vi: 'Chị mở để làm gì? (được ghi vào nhật ký)', en: 'What do you need it for? (it is logged)' },
  close: { vi: 'Đóng lại', en: 'Close' },
  closes: {
    vi: 'Tự đóng sau 2 phút. Không chụp, không chép.',
    en: 'Closes by itself after 2 minutes. Please do not copy it.',
  },
  name: { vi: 'Tên', en: 'Name' },
  birth: { vi: 'Ngày sinh', en: 'Birth' },
  phone: { vi: 'Điện thoại', en: 'Phone' },
  address: { vi: 'Nơi ở', en: 'Address' },
  note: { vi: 'Ghi chú', en: 'Note' },
  none: { vi: 'chưa có', en: 'none' },
} as const

const shownFor = 120_000

/** Behind a reason, for two minutes, in memory alone. */
export function OpenIdentity({ clubId, personId }: { clubId: string; personId: string }) {
  const { say } = useLanguage()
  const [asking, setAsking] = useState(false)
  const [identity, setIdentity] = useState<Identity | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [reason, setReason] = useState<Reason | null>(null)
  const [busy, setBusy] = useState(false)

  useEffect(() => {
    if (identity === null) return
    const timer = setTimeout(() => setIdentity(null), shownFor)
    return () => clearTimeout(timer)
  }, [identity])

  async function open() {
    if (reason === null) return
    setBusy(true)
    setProblem(null)
    try {
      setIdentity(await sendNow(identityOpen, { clubId, personId, reason }))
      setAsking(false)
      setReason(null)
    } catch (error) {
      setProblem(say(wordsOf(error).message))
    }
    setBusy(false)
  }

  if (identity)
    return (
      <section className="card identity">
        <dl className="facts">
          {(['name', 'birth', 'phone', 'address', 'note'] as const).map((field) => (
            <div key={field}>
              <dt>{say(words[field])}</dt>
              <dd>{identity[field] ?? say(words.none)}</dd>
            </div>
          ))}
        </dl>
        <p className="hint">{say(words.closes)}</p>
        <Button look="quiet" onClick={() => setIdentity(null)}>
          {say(words.close)}
        </Button>
      </section>
    )
  if (!asking)
    return (
      <Button look="quiet" onClick={() => setAsking(true)}>
        {say(words.open)}
      </Button>
    )
  return (
    <section className="card stack">
      <Choice
        label={say(words.why)}
        options={(Object.keys(openingReasons) as Reason[]).map((code) => ({
          code,
          text: say(openingReasons[code]),
        }))}
        chosen={reason === null ? [] : [reason]}
        onChange={([code]) => setReason(code ?? null)}
      />
      {problem !== null && <Notice kind="problem">{problem}</Notice>}
      <div className="actions">
        <Button busy={busy} disabled={reason === null} onClick={() => void open()}>
          {say(words.open)}
        </Button>
        <Button look="quiet" onClick={() => setAsking(false)}>
          {say(words.close)}
        </Button>
      </div>
    </section>
  )
}
