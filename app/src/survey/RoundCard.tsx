import { showCount } from '@ke-vai/contract/count/count.ts'
import { showDate } from '@ke-vai/contract/date/date.ts'
import type { ResponseOf } from '@ke-vai/contract/endpoint.ts'
import type { Refusal } from '@ke-vai/contract/refusal.ts'
import { surveyDecline, type surveyList } from '@ke-vai/contract/survey/survey.ts'
import { useState } from 'react'
import { Link } from 'wouter'
import { wordsOf } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { record, useOutbox } from '../offline/offline.ts'
import { paths } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'

const words = {
  days: { vi: 'Từ', en: 'From' },
  until: { vi: 'đến', en: 'to' },
  agreed: { vi: 'Đồng ý ghi sổ', en: 'Agreed to be entered' },
  declined: { vi: 'Chưa muốn tham gia', en: 'Would rather not' },
  households: { vi: 'hộ', en: 'households' },
  decline: { vi: 'Hộ này không tham gia', en: 'This household would rather not' },
  sure: {
    vi: 'Đếm thêm một hộ? Con số này không bớt lại được.',
    en: 'Count one more? It cannot be taken back.',
  },
  yes: { vi: 'Đếm thêm 1 hộ', en: 'Count one more' },
  no: { vi: 'Thôi', en: 'No' },
  enter: { vi: 'Ghi một người đồng ý', en: 'Enter a person who agrees' },
} as const

interface Props {
  clubId: string
  round: ResponseOf<typeof surveyList>['rounds'][number]
  /** The tally may still grow, and the one who looks may make it grow. */
  open: boolean
}

/** One round: its two figures, and at the door two ways on. */
export function RoundCard({ clubId, round, open }: Props) {
  const { say, language } = useLanguage()
  const [asking, setAsking] = useState(false)
  const [problem, setProblem] = useState<Refusal | null>(null)
  const pending = useOutbox().waiting.filter(
    (each) =>
      each.state === 'waiting' &&
      each.sent.name === surveyDecline.name &&
      surveyDecline.args.parse(each.sent.args).roundId === round.id,
  ).length
  async function count() {
    setAsking(false)
    setProblem(null)
    try {
      await record(surveyDecline, { clubId, roundId: round.id })
    } catch (error) {
      setProblem(wordsOf(error))
    }
  }
  return (
    <li className="card stack">
      <div>
        <strong>{round.purpose}</strong>
        <p className="quiet">
          {say(words.days)} {showDate(round.startsOn)}
          {round.endsOn && ` ${say(words.until)} ${showDate(round.endsOn)}`}
        </p>
      </div>
      <dl className="figures">
        <div>
          <dt>{say(words.agreed)}</dt>
          <dd>{showCount(round.agreed, language)}</dd>
        </div>
        <div>
          <dt>{say(words.declined)}</dt>
          <dd>
            {round.declinedHouseholds} {say(words.households)}
          </dd>
        </div>
      </dl>
      {pending > 0 && (
        <p className="pending" role="status">
          {say({
            vi: `Thêm ${pending} hộ đã lưu trong máy, chưa gửi`,
            en: `${pending} more on this device, not sent yet`,
          })}
        </p>
      )}
      {problem && <Notice kind="problem">{say(problem.message)}</Notice>}
      {open && !asking && (
        <>
          <Button look="quiet" wide onClick={() => setAsking(true)}>
            {say(words.decline)}
          </Button>
          <Link href={paths.newPersonOf(round.id)} className="button button-main wide">
            {say(words.enter)}
          </Link>
        </>
      )}
      {open && asking && (
        <>
          <p role="status">{say(words.sure)}</p>
          <div className="two">
            <Button onClick={() => void count()}>{say(words.yes)}</Button>
            <Button look="quiet" onClick={() => setAsking(false)}>
              {say(words.no)}
            </Button>
          </div>
        </>
      )}
    </li>
  )
}
