import { numbersAtHome } from '@ke-vai/contract/departure/card.ts'
import {
  adviceOn,
  companyChecks,
  type OfferAnswers,
  type OfferLevel,
  type OfferQuestion,
  offerAnswers,
  offerLevels,
  offerQuestions,
} from '@ke-vai/contract/departure/offer.ts'
import { directoryList } from '@ke-vai/contract/directory/directory.ts'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { useRead } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { Notice } from '../ui/Notice.tsx'
import { optionsOf } from '../ui/options.ts'
import { Page } from '../ui/Page.tsx'
import './departure.css'

const words = {
  title: { vi: 'Cùng xem một lời mời đi làm', en: 'Look at an offer of work together' },
  back: { vi: 'Hôm nay', en: 'Today' },
  lead: {
    vi: 'Mười câu ngắn, cùng đọc với người được mời. Câu nào chưa rõ thì chọn «Chưa rõ».',
    en: 'Ten short questions, read together. Choose “Not sure” whenever it is not clear.',
  },
  kept: {
    vi: 'Câu trả lời chỉ ở trên màn hình này: không lưu lại, không gửi đi đâu.',
    en: 'The answers stay on this screen: they are not kept and not sent.',
  },
  see: { vi: 'Xem lời khuyên', en: 'See the advice' },
  advice: { vi: 'Lời khuyên', en: 'Advice' },
  draft: {
    vi: 'Đây là lời khuyên để suy nghĩ thêm, không phải kết luận. Bộ câu hỏi chưa được chuyên gia thẩm định.',
    en: 'This is advice to think it over, no verdict. Experts have not validated the questions yet.',
  },
  todo: { vi: 'Nên làm trước khi nhận lời', en: 'What to do before saying yes' },
  checks: { vi: 'Tra công ty đưa đi', en: 'How to check the company' },
  call: { vi: 'Gọi hỏi ai', en: 'Whom to call' },
  directory: { vi: 'Mở danh mục đường dây nóng', en: 'Open the hotlines' },
  plan: {
    vi: 'Nếu người ấy muốn câu lạc bộ hỏi thăm khi đi xa: ghi vào sổ, rồi hẹn ngày và từ riêng.',
    en: 'If they would like the club to ask after them: enter them, then agree on days and a word.',
  },
  enter: { vi: 'Ghi vào sổ, nếu người ấy đồng ý', en: 'Enter them, if they agree' },
  card: { vi: 'Thẻ mang theo khi đi xa', en: 'A card to take along' },
  again: { vi: 'Xóa câu trả lời, xem lời mời khác', en: 'Clear the answers, look at another offer' },
} as const

const noticeOf = { green: 'good', amber: 'careful', red: 'problem' } as const

/** An offer of work, looked at together. It is of no person, and nothing that is answered leaves the screen. */
export function OfferPage() {
  const { say } = useLanguage()
  const [answers, setAnswers] = useState<OfferAnswers>({})
  const [seen, setSeen] = useState(false)
  // Asked before anything is answered, so that no later request says that somebody looks at an offer.
  const directory = useRead(directoryList, {}, {})
  return (
    <Page title={say(words.title)} back={{ href: paths.home(), text: say(words.back) }}>
      {seen ? (
        <Advice
          answers={answers}
          numbers={numbersAtHome(directory.data?.entries ?? [])}
          again={() => {
            setAnswers({})
            setSeen(false)
            window.scrollTo(0, 0)
          }}
        />
      ) : (
        <>
          <p>{say(words.lead)}</p>
          <p className="hint">{say(words.kept)}</p>
          <ol className="stack offer">
            {(Object.keys(offerQuestions) as OfferQuestion[]).map((question, i) => {
              const given = answers[question]
              return (
                <li key={question} className="card">
                  <Choice
                    label={`${i + 1}. ${say(offerQuestions[question])}`}
                    options={optionsOf(offerAnswers, say)}
                    chosen={given === undefined ? [] : [given]}
                    onChange={([answer]) => answer && setAnswers({ ...answers, [question]: answer })}
                  />
                </li>
              )
            })}
          </ol>
          <div className="stick">
            <Button wide disabled={Object.keys(answers).length === 0} onClick={() => setSeen(true)}>
              {say(words.see)}
            </Button>
          </div>
        </>
      )}
    </Page>
  )
}

interface AdviceProps {
  answers: OfferAnswers
  numbers: ReturnType<typeof numbersAtHome>
  again: () => void
}

function Advice({ answers, numbers, again }: AdviceProps) {
  const { say } = useLanguage()
  const { level, todo } = adviceOn(answers)
  return (
    <div className="stack">
      <Level level={level} />
      {todo.length > 0 && (
        <section>
          <h2>{say(words.todo)}</h2>
          <ul className="steps">
            {todo.map(({ question, step }) => (
              <li key={question}>{say(step)}</li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>{say(words.checks)}</h2>
        <ul className="steps">
          {companyChecks.map((check) => (
            <li key={check.en}>{say(check)}</li>
          ))}
        </ul>
      </section>
      <section className="stack">
        <h2>{say(words.call)}</h2>
        {numbers.map(({ id, phone, name, feeNote }) => (
          <p key={id}>
            <a className="touch-link" href={`tel:${phone}`}>
              <strong>{phone}</strong>
            </a>{' '}
            {name}
            {feeNote && <span className="hint"> {feeNote}</span>}
          </p>
        ))}
        <Link href={paths.directory()} className="touch-link">
          {say(words.directory)}
        </Link>
      </section>
      <p className="hint">{say(words.draft)}</p>
      <section className="card stack">
        <p>{say(words.plan)}</p>
        <Link href={paths.newPerson()} className="button button-quiet wide">
          {say(words.enter)}
        </Link>
        <Link href={paths.travelCard()} className="button button-quiet wide">
          {say(words.card)}
        </Link>
      </section>
      <Button look="quiet" wide onClick={again}>
        {say(words.again)}
      </Button>
    </div>
  )
}

/** A sign and words before any colour; the focus goes there, so that a screen reader says it. */
function Level({ level }: { level: OfferLevel }) {
  const { say } = useLanguage()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [])
  const { sign, title, lead } = offerLevels[level]
  return (
    <section aria-label={say(words.advice)}>
      <Notice kind={noticeOf[level]}>
        <h2 ref={heading} tabIndex={-1} className="offer-level">
          <span aria-hidden="true" className="offer-sign">
            {sign}
          </span>{' '}
          {say(title)}
        </h2>
        <p>{say(lead)}</p>
      </Notice>
    </section>
  )
}
