import { showDate, showMoment, today } from '@ke-vai/contract/date/date.ts'
import {
  type ClueKind,
  type Confirmation,
  clueKinds,
  confirmations,
  type FamilyResult,
  type FamilyWay,
  familyResults,
  familyWays,
  tracingAnswers,
  tracingStates,
} from '@ke-vai/contract/tracing/codes.ts'
import { familyRule, foldTracing, type TracingNow } from '@ke-vai/contract/tracing/state.ts'
import {
  tracingConfirm,
  tracingContactFamily,
  tracingSent,
  tracingTell,
  tracingWish,
} from '@ke-vai/contract/tracing/tracing.ts'
import { useState } from 'react'
import { useRead } from '../api/use-read.ts'
import { OpenWords } from '../case/OpenWords.tsx'
import { useMayAtAgency } from '../case/own-agency.ts'
import type { CasePanelProps } from '../case/panel.ts'
import { CommandForm } from '../club/CommandForm.tsx'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { Choice } from '../ui/Choice.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { optionsOf } from '../ui/options.ts'
import { Reading } from '../ui/Reading.tsx'
import { AskBody } from './AskBody.tsx'
import { OpenAnswer } from './OpenAnswer.tsx'

const words = {
  about: {
    vi: 'Chỉ những điều nhớ được và đã chọn mới gửi đi, không tên, không mã hồ sơ. Gia đình chỉ được liên lạc sau khi người được hỗ trợ đồng ý.',
    en: 'Only what is remembered and chosen is sent, without name or code. The family is reached only after her yes.',
  },
  clues: { vi: 'Điều nhớ được về quê', en: 'What she remembers of home' },
  noClues: {
    vi: 'Chưa ghi điều nào. Một tên chợ, một con sông, một lễ hội cũng đủ để bắt đầu.',
    en: 'Nothing is written yet. A market, a river, a festival is enough to begin.',
  },
  tell: { vi: 'Ghi một điều nhớ được', en: 'Write one thing' },
  kind: { vi: 'Là', en: 'It is' },
  said: { vi: 'Như lời kể, không ghi tên người', en: 'As she says it, without names of people' },
  asked: { vi: 'Đã hỏi', en: 'Asked' },
  home: { vi: 'Quê', en: 'Home' },
  unknown: { vi: 'Chưa xác nhận', en: 'Not confirmed yet' },
  confirm: { vi: 'Xác nhận quê', en: 'Confirm the home' },
  place: { vi: 'Nơi ấy (niêm phong)', en: 'The place (sealed)' },
  by: { vi: 'Vì sao biết', en: 'How it is known' },
  family: { vi: 'Gia đình', en: 'Family' },
  wish: {
    vi: 'Người được hỗ trợ có muốn liên lạc với gia đình không?',
    en: 'Does she want her family reached?',
  },
  yes: { vi: 'Đồng ý', en: 'Yes' },
  notNow: { vi: 'Chưa muốn lúc này', en: 'Not now' },
  write: { vi: 'Ghi ý của người được hỗ trợ', en: 'Write her word' },
  who: { vi: 'Ai đã đồng ý', en: 'Who agreed' },
  contact: { vi: 'Ghi lần liên lạc với gia đình', en: 'Write that the family was reached' },
  way: { vi: 'Cách', en: 'How' },
  result: { vi: 'Kết quả', en: 'Result' },
  save: { vi: 'Lưu', en: 'Save' },
} as const
const givers = {
  herself: { vi: 'Người được hỗ trợ', en: 'She herself' },
  child: { vi: 'Trẻ', en: 'The child' },
  representative: { vi: 'Người đại diện', en: 'Her representative' },
  officer: { vi: 'Cán bộ bảo vệ trẻ em', en: 'Child-protection officer' },
} as const
type Giver = keyof typeof givers

/** Where she comes from: clues, what others were asked and answered, and her family, only after her yes. */
export function TracingPanel({ organisationId, caseId, page }: CasePanelProps) {
  const { say } = useLanguage()
  const may = useMayAtAgency()
  const given = { organisationId, caseId }
  const sent = useRead(tracingSent, given, {})
  const now = foldTracing(page.entries)
  return (
    <div className="stack">
      <p className="quiet">{say(words.about)}</p>
      <h2>{say(words.clues)}</h2>
      {now.clues.length === 0 && <p className="empty">{say(words.noClues)}</p>}
      <ul className="cards">
        {now.clues.map(({ id, kind, onDay }) => {
          const entry = page.entries.find((each) => each.id === id)
          return (
            <li key={id} className="card">
              <strong>{say(clueKinds[kind])}</strong> <span className="quiet">{showDate(onDay)}</span>
              {entry && <OpenWords {...given} entry={entry} />}
            </li>
          )
        })}
      </ul>
      {may('case.write') && <Tell {...given} />}
      <h2>{say(words.asked)}</h2>
      <Reading of={sent}>
        {({ requests, bodies }) => (
          <>
            <ul className="cards">
              {requests.map((each) => (
                <li key={each.id} className="card stack">
                  <strong>{each.to}</strong>
                  <span>
                    {say(each.answer ? tracingAnswers[each.answer] : tracingStates[each.state])}
                    <span className="quiet"> · {showMoment(each.answeredAt ?? each.sentAt)}</span>
                  </span>
                  {each.hasWords && may('case.manage') && <OpenAnswer {...given} requestId={each.id} />}
                </li>
              ))}
            </ul>
            {may('case.manage') && now.clues.length > 0 && (
              <AskBody {...given} clues={now.clues} bodies={bodies} />
            )}
          </>
        )}
      </Reading>
      <Home {...given} now={now} writes={may('case.write')} />
      <Family
        {...given}
        now={now}
        writes={may('case.write')}
        manages={may('case.manage')}
        child={page.header.track === 'child'}
      />
    </div>
  )
}

interface Given {
  organisationId: string
  caseId: string
}

function Tell(given: Given) {
  const { say } = useLanguage()
  const [kind, setKind] = useState<ClueKind | null>(null)
  const [said, setSaid] = useState('')
  return (
    <Opening text={say(words.tell)}>
      {(close) => (
        <CommandForm
          command={tracingTell}
          submit={say(words.save)}
          ready={kind !== null && said.trim() !== ''}
          args={() => ({ ...given, clueId: crypto.randomUUID(), kind: kind ?? 'other', words: said })}
          onDone={() => {
            setKind(null)
            setSaid('')
            close()
          }}
        >
          <Choice
            label={say(words.kind)}
            options={optionsOf(clueKinds, say)}
            chosen={kind === null ? [] : [kind]}
            onChange={([code]) => setKind(code ?? null)}
          />
          <Field label={say(words.said)}>
            <input
              maxLength={1000}
              autoComplete="off"
              value={said}
              onChange={(event) => setSaid(event.target.value)}
            />
          </Field>
        </CommandForm>
      )}
    </Opening>
  )
}

function Home({ now, writes, ...given }: Given & { now: TracingNow; writes: boolean }) {
  const { say } = useLanguage()
  const [by, setBy] = useState<Confirmation | null>(null)
  const [place, setPlace] = useState('')
  return (
    <section className="stack">
      <h2>{say(words.home)}</h2>
      <p>
        {now.confirmed
          ? `${say(confirmations[now.confirmed.by])}, ${showDate(now.confirmed.onDay)}`
          : say(words.unknown)}
      </p>
      {writes && (
        <Opening text={say(words.confirm)}>
          {(close) => (
            <CommandForm
              command={tracingConfirm}
              submit={say(words.save)}
              ready={by !== null}
              args={() => ({ ...given, by: by ?? 'she_knew_it', onDay: today(), place })}
              onDone={close}
            >
              <Choice
                label={say(words.by)}
                options={optionsOf(confirmations, say)}
                chosen={by === null ? [] : [by]}
                onChange={([code]) => setBy(code ?? null)}
              />
              <Field label={say(words.place)}>
                <input
                  maxLength={500}
                  autoComplete="off"
                  value={place}
                  onChange={(event) => setPlace(event.target.value)}
                />
              </Field>
            </CommandForm>
          )}
        </Opening>
      )}
    </section>
  )
}

interface FamilyProps extends Given {
  now: TracingNow
  writes: boolean
  manages: boolean
  child: boolean
}

function Family({ now, writes, manages, child, ...given }: FamilyProps) {
  const { say } = useLanguage()
  const [wish, setWish] = useState<'yes' | 'not_now' | null>(null)
  const [who, setWho] = useState<Giver[]>([])
  const [way, setWay] = useState<FamilyWay | null>(null)
  const [result, setResult] = useState<FamilyResult | null>(null)
  // Whose yes a child needs besides is asked by the server; here it is only whether the button may stand.
  const closed = familyRule({ ...now, wish: now.wish && { ...now.wish, givenBy: ['herself'] } }, null)
  const asked = child ? (['child', 'representative', 'officer'] as const) : (['herself'] as const)
  return (
    <section className="stack">
      <h2>{say(words.family)}</h2>
      {now.wish && (
        <p>
          <strong>{say(now.wish.wish === 'yes' ? words.yes : words.notNow)}</strong>{' '}
          <span className="quiet">{showDate(now.wish.onDay)}</span>
        </p>
      )}
      {closed && <Notice>{say(closed.message)}</Notice>}
      {writes && (
        <Opening text={say(words.write)}>
          {(close) => (
            <CommandForm
              command={tracingWish}
              submit={say(words.save)}
              ready={wish === 'not_now' || (wish === 'yes' && who.length > 0)}
              args={() => ({ ...given, wish: wish ?? 'not_now', givenBy: who })}
              onDone={() => {
                setWish(null)
                setWho([])
                close()
              }}
            >
              <Choice
                label={say(words.wish)}
                options={[
                  { code: 'yes', text: say(words.yes) },
                  { code: 'not_now', text: say(words.notNow) },
                ]}
                chosen={wish === null ? [] : [wish]}
                onChange={([code]) => setWish(code ?? null)}
              />
              {wish === 'yes' && (
                <Choice
                  label={say(words.who)}
                  options={asked.map((code) => ({ code, text: say(givers[code]) }))}
                  chosen={who}
                  several
                  onChange={setWho}
                />
              )}
            </CommandForm>
          )}
        </Opening>
      )}
      {manages && closed === null && (
        <Opening text={say(words.contact)}>
          {(close) => (
            <CommandForm
              command={tracingContactFamily}
              submit={say(words.save)}
              ready={way !== null && result !== null}
              args={() => ({ ...given, way: way ?? 'visit', result: result ?? 'not_reached' })}
              onDone={close}
            >
              <Choice
                label={say(words.way)}
                options={optionsOf(familyWays, say)}
                chosen={way === null ? [] : [way]}
                onChange={([code]) => setWay(code ?? null)}
              />
              <Choice
                label={say(words.result)}
                options={optionsOf(familyResults, say)}
                chosen={result === null ? [] : [result]}
                onChange={([code]) => setResult(code ?? null)}
              />
            </CommandForm>
          )}
        </Opening>
      )}
    </section>
  )
}
