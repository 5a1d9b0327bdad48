import { sharedFields } from '@ke-vai/contract/consent/codes.ts'
import { showDate, showMoment } from '@ke-vai/contract/date/date.ts'
import {
  escorts,
  type TransferOfCase,
  transferDeclineReasons,
  transferReasons,
  transferStates,
  transferTakeBack,
} from '@ke-vai/contract/transfer/transfer.ts'
import type { Words } from '@ke-vai/contract/words.ts'
import { sendNow } from '../api/api.ts'
import { readAgain } from '../api/use-read.ts'
import { Clock } from '../case/Clock.tsx'
import { useLanguage } from '../language/language.ts'
import { useSending } from '../register/use-sending.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { transferWords } from './transfer-words.ts'

const words = {
  carried: {
    vi: 'Nơi nhận đã đồng ý và đang chịu trách nhiệm. Hồ sơ ở đây đã dừng, giữ nguyên để tra cứu.',
    en: 'They accepted and are responsible now. The case here has stopped and stays as it is.',
  },
  declined: {
    vi: 'Người được hỗ trợ vẫn ở đơn vị mình. Có thể trao đổi thêm, hoặc đề nghị nơi khác.',
    en: 'She stays with this agency. One may talk it over, or offer it elsewhere.',
  },
  takeBack: { vi: 'Thôi chuyển giao', en: 'Take it back' },
} as const

interface Props {
  organisationId: string
  caseId: string
  transfer: TransferOfCase
  mayTakeBack: boolean
}

/** One transfer for the team that offered it: where it stands, whose responsibility it is, what is waited for. */
export function TransferCard({ organisationId, caseId, transfer, mayTakeBack }: Props) {
  const { say } = useLanguage()
  const sending = useSending()
  const { state, answerDueAt, arrivalDueAt, arrivedOn } = transfer
  const reasons: Readonly<Record<string, Words>> = transferDeclineReasons
  const declined = transfer.declineReason === null ? undefined : reasons[transfer.declineReason]
  return (
    <article className="card stack">
      <p>
        <strong>→ {transfer.to}</strong>
      </p>
      <p className={state === 'declined' ? 'careful' : 'quiet'}>
        {say(transferStates[state])}
        {declined && `: ${say(declined)}`}
      </p>
      <p className="quiet">
        {say(transferReasons[transfer.reason])} · {say(transferWords.offered)}{' '}
        {showMoment(transfer.offeredAt)}
      </p>
      <p className="hint">
        {say(transferWords.goes)}: {transfer.fields.map((field) => say(sharedFields[field])).join(' · ')}
      </p>
      <p className="hint">
        {say(transferWords.escort)}: {say(escorts[transfer.escort])}
      </p>
      {state === 'offered' && (
        <>
          <Clock due={{ kind: 'transfer_answer', dueAt: answerDueAt }} />
          <p>{say(transferWords.stays)}</p>
        </>
      )}
      {state === 'accepted' && (
        <>
          <p>{say(words.carried)}</p>
          <Notice kind="careful">{say(transferWords.notThere)}</Notice>
          <Clock due={{ kind: 'transfer_arrival', dueAt: arrivalDueAt }} />
        </>
      )}
      {state === 'arrived' && arrivedOn && (
        <>
          <p>{say(words.carried)}</p>
          <p className="good">
            {say(transferWords.arrived)}: {showDate(arrivedOn)}
          </p>
        </>
      )}
      {state === 'declined' && <p>{say(words.declined)}</p>}
      {sending.problem && <Notice kind="problem">{say(sending.problem.message)}</Notice>}
      {state === 'offered' && mayTakeBack && (
        <Button
          look="careful"
          busy={sending.busy}
          onClick={() =>
            void sending.run(async () => {
              await sendNow(transferTakeBack, { organisationId, caseId, transferId: transfer.id })
              readAgain()
              sending.rest()
            })
          }
        >
          {say(words.takeBack)}
        </Button>
      )}
    </article>
  )
}
