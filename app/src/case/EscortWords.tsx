import { escorted, escortOpen } from '@ke-vai/contract/case/escort.ts'
import { showMoment } from '@ke-vai/contract/date/date.ts'
import { sendNow } from '../api/api.ts'
import { useLanguage } from '../language/language.ts'
import { useMayAtAgency } from './own-agency.ts'
import { SealedWords } from './SealedWords.tsx'

const words = {
  open: { vi: 'Mở: ai đã đưa đi, ai đã nhận', en: 'Open: who went along, who received her' },
  left: { vi: 'Rời đi', en: 'Left' },
  arrived: { vi: 'Tới nơi', en: 'Arrived' },
  received: { vi: 'Được nhận', en: 'Received' },
  notYet: { vi: 'chưa ghi', en: 'not noted yet' },
  companion: { vi: 'Người đi cùng', en: 'Went along' },
  office: { vi: 'Nơi đến', en: 'Office' },
  officer: { vi: 'Người nhận', en: 'Received by' },
} as const

interface Props {
  organisationId: string
  caseId: string
  /** The body of the entry that says she was brought. */
  body: unknown
}

/** Who went along with her to the commune and who received her: opened with a fresh proof, and closed by itself. */
export function EscortWords({ organisationId, caseId, body }: Props) {
  const { say } = useLanguage()
  const may = useMayAtAgency()
  const { escortId } = escorted.body.parse(body)
  if (!may('case.identity.open')) return null
  const open = async () => {
    const way = await sendNow(escortOpen, { organisationId, caseId, escortId })
    const at = (moment: string | null) => (moment === null ? say(words.notYet) : showMoment(moment))
    const said = (term: string, value: string) => `${term}: ${value === '' ? say(words.notYet) : value}`
    return [
      `${say(words.left)}: ${at(way.leftAt)}`,
      `${say(words.arrived)}: ${at(way.arrivedAt)}`,
      `${say(words.received)}: ${at(way.receivedAt)}`,
      said(say(words.companion), way.companion),
      said(say(words.office), way.officeWords),
      said(say(words.officer), way.officer),
    ]
  }
  return <SealedWords text={say(words.open)} open={open} />
}
