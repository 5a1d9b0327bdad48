import { caseOpen } from '@ke-vai/contract/case/case.ts'
import { type CaseChannel, caseChannels, triages } from '@ke-vai/contract/case/codes.ts'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { optionsOf } from '../ui/options.ts'
import { Page } from '../ui/Page.tsx'
import { ArrivalSelects } from './ArrivalSelects.tsx'
import { emptyArrival } from './arrival.ts'
import { arrivalWords } from './arrival-words.ts'
import { sexWords } from './case-words.ts'
import { useMayAtAgency, useOwnAgency } from './own-agency.ts'
import { type ReceivedRow, useReceiving } from './receiving.ts'

const words = {
  title: { vi: 'Tiếp nhận một người', en: 'Receive one person' },
  back: { vi: 'Hồ sơ của tôi', en: 'My cases' },
  receive: { vi: 'Tiếp nhận, lấy mã', en: 'Receive, get the code' },
  code: { vi: 'Mã của chị ấy', en: 'Her code' },
  received: {
    vi: 'Đã tiếp nhận. Từ đây mọi nơi chỉ dùng mã này, không dùng tên.',
    en: 'Received. From here on everybody uses this code and no name.',
  },
  next: { vi: 'Tiếp nhận người nữa', en: 'Receive another person' },
} as const

/** One person in minutes: six fields and no story; the code comes at once. */
export function NewCasePage() {
  const { organisationId } = useOwnAgency()
  const { say } = useLanguage()
  const [draft, setDraft] = useState(emptyArrival)
  const [channel, setChannel] = useState<CaseChannel | null>(null)
  const [shown, setShown] = useState(0)
  const receiving = useReceiving({
    command: (caseId, arrival) => ({
      name: caseOpen.name,
      args: { organisationId, caseId, channel, ...arrival },
    }),
    codeIn: (answer) => caseOpen.result.parse(answer).code,
  })
  const row = receiving.rows[shown]

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (channel !== null && row === undefined) receiving.receive(crypto.randomUUID(), draft)
  }
  return (
    <Page title={say(words.title)} back={{ href: paths.cases(), text: say(words.back) }}>
      {row ? (
        <Received
          row={row}
          onAgain={() => receiving.again(row.caseId)}
          onNext={() => {
            setDraft(emptyArrival())
            setChannel(null)
            setShown(receiving.rows.length)
          }}
        />
      ) : (
        <form className="stack" onSubmit={submit}>
          <Notice>{say(arrivalWords.kind)}</Notice>
          <Choice
            label={say(arrivalWords.channel)}
            options={optionsOf(caseChannels, say)}
            chosen={channel === null ? [] : [channel]}
            onChange={([code]) => setChannel(code ?? null)}
          />
          <Choice
            label={say(arrivalWords.triage)}
            options={optionsOf(triages, say)}
            chosen={draft.triage}
            several
            onChange={(triage) => setDraft({ ...draft, triage })}
          />
          <Field label={say(arrivalWords.calledBy)} hint={say(arrivalWords.calledByHint)}>
            <input
              value={draft.calledBy}
              maxLength={120}
              onChange={(event) => setDraft({ ...draft, calledBy: event.target.value })}
            />
          </Field>
          <Choice
            label={say(arrivalWords.sex)}
            options={optionsOf(sexWords, say)}
            chosen={draft.sex === null ? [] : [draft.sex]}
            onChange={([sex]) => setDraft({ ...draft, sex: sex ?? null })}
          />
          <ArrivalSelects draft={draft} setDraft={setDraft} />
          <div className="stick">
            <Button type="submit" wide disabled={channel === null}>
              {say(words.receive)}
            </Button>
          </div>
        </form>
      )}
    </Page>
  )
}

interface ReceivedProps {
  row: ReceivedRow
  onAgain: () => void
  onNext: () => void
}

/** The code, large enough to be copied on a card by hand; it takes the focus, as the form is gone. */
function Received({ row, onAgain, onNext }: ReceivedProps) {
  const { say } = useLanguage()
  const carries = useMayAtAgency()('case.take')
  const heading = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: again when the code is there
  useEffect(() => heading.current?.focus(), [row.code])
  return (
    <section className="card stack received" aria-live="polite">
      <h2 ref={heading} tabIndex={-1}>
        {say(row.code === null ? arrivalWords.asking : words.code)}
      </h2>
      {row.code !== null && (
        <>
          <p className="code big">{row.code}</p>
          <p>{say(words.received)}</p>
          <p className="quiet">{say(carries ? arrivalWords.carried : arrivalWords.waits)}</p>
          <div className="actions">
            {carries && (
              <Link href={paths.case(row.caseId)} className="button button-main">
                {say(arrivalWords.open)}
              </Link>
            )}
            <Button look="quiet" onClick={onNext}>
              {say(words.next)}
            </Button>
          </div>
        </>
      )}
      {row.problem && (
        <>
          <Notice kind="problem">{say(row.problem.message)}</Notice>
          <Button onClick={onAgain}>{say(arrivalWords.again)}</Button>
        </>
      )}
    </section>
  )
}
