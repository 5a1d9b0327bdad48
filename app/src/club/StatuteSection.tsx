import { type Cadence, cadences } from '@ke-vai/contract/club/codes.ts'
import type { ClubPage } from '@ke-vai/contract/club/reads.ts'
import { statuteIssue } from '@ke-vai/contract/club/year-plan.ts'
import { showDate, today } from '@ke-vai/contract/date/date.ts'
import { useState } from 'react'
import { useLanguage } from '../language/language.ts'
import { CodeSelect } from '../ui/CodeSelect.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Field } from '../ui/Field.tsx'
import { CommandForm } from './CommandForm.tsx'
import { Opening } from './Opening.tsx'
import { Fact, Section } from './Section.tsx'

const words = {
  title: { vi: 'Quy chế', en: 'Statute' },
  empty: {
    vi: 'Chưa có quy chế. Quy chế cho biết câu lạc bộ họp bao lâu một lần và cần bao nhiêu người dự.',
    en: 'There is no statute yet. It says how often the club meets and how many must be there.',
  },
  version: { vi: 'Bản', en: 'Version' },
  issuedBy: { vi: 'Nơi ban hành', en: 'Issued by' },
  issuedOn: { vi: 'Ngày ban hành', en: 'Issued on' },
  cadence: { vi: 'Câu lạc bộ họp', en: 'The club meets' },
  boardCadence: { vi: 'Ban chủ nhiệm họp', en: 'The board meets' },
  quorum: { vi: 'Số người dự tối thiểu', en: 'Quorum' },
  quorumHint: { vi: 'Phần trăm thành viên, từ 1 đến 100', en: 'Percent of the members, 1 to 100' },
  text: { vi: 'Toàn văn (có thể để trống)', en: 'Full text (may be empty)' },
  open: { vi: 'Xem toàn văn', en: 'Read the full text' },
  first: { vi: 'Ban hành quy chế', en: 'Issue a statute' },
  next: { vi: 'Ban hành bản mới', en: 'Issue a new version' },
  submit: { vi: 'Ban hành', en: 'Issue' },
} as const

/** The statute in force; a new version takes its place. */
export function StatuteSection({ club }: { club: ClubPage }) {
  const { say } = useLanguage()
  const { statute } = club
  return (
    <Section id="statute" title={say(words.title)}>
      {statute === null ? (
        <p className="empty">{say(words.empty)}</p>
      ) : (
        <dl className="facts">
          <Fact term={say(words.version)}>{statute.version}</Fact>
          <Fact term={say(words.issuedBy)}>{statute.issuedBy}</Fact>
          <Fact term={say(words.issuedOn)}>{showDate(statute.issuedOn)}</Fact>
          <Fact term={say(words.cadence)}>{say(cadences[statute.cadence])}</Fact>
          <Fact term={say(words.boardCadence)}>{say(cadences[statute.boardCadence])}</Fact>
          <Fact term={say(words.quorum)}>
            {statute.quorumPercent}% {say({ vi: 'thành viên', en: 'of the members' })}
          </Fact>
        </dl>
      )}
      {statute?.text && (
        <details>
          <summary>{say(words.open)}</summary>
          <p className="written">{statute.text}</p>
        </details>
      )}
      {club.may.includes('club.run') && (
        <Opening text={say(statute === null ? words.first : words.next)}>
          {(close) => <StatuteForm club={club} onDone={close} />}
        </Opening>
      )}
    </Section>
  )
}

function StatuteForm({ club, onDone }: { club: ClubPage; onDone: () => void }) {
  const { say } = useLanguage()
  const { statute } = club
  const [issuedBy, setIssuedBy] = useState(statute?.issuedBy ?? '')
  const [issuedOn, setIssuedOn] = useState<string | null>(today())
  const [cadence, setCadence] = useState<Cadence>(statute?.cadence ?? 'monthly')
  const [boardCadence, setBoardCadence] = useState<Cadence>(statute?.boardCadence ?? 'monthly')
  const [quorum, setQuorum] = useState(String(statute?.quorumPercent ?? 50))
  const [text, setText] = useState(statute?.text ?? '')
  return (
    <CommandForm
      command={statuteIssue}
      submit={say(words.submit)}
      ready={issuedBy.trim() !== '' && issuedOn !== null}
      args={() => ({
        clubId: club.id,
        statuteId: crypto.randomUUID(),
        issuedBy,
        issuedOn: issuedOn ?? today(),
        cadence,
        boardCadence,
        quorumPercent: Number(quorum),
        text: text.trim() || null,
      })}
      onDone={onDone}
    >
      <Field label={say(words.issuedBy)}>
        <input maxLength={200} value={issuedBy} onChange={(event) => setIssuedBy(event.target.value)} />
      </Field>
      <DateField label={say(words.issuedOn)} value={issuedOn} onChange={setIssuedOn} />
      <CodeSelect
        label={say(words.cadence)}
        codes={cadences}
        value={cadence}
        onChange={(code) => code !== '' && setCadence(code)}
      />
      <CodeSelect
        label={say(words.boardCadence)}
        codes={cadences}
        value={boardCadence}
        onChange={(code) => code !== '' && setBoardCadence(code)}
      />
      <Field label={say(words.quorum)} hint={say(words.quorumHint)}>
        <input
          type="number"
          min={1}
          max={100}
          required
          value={quorum}
          onChange={(event) => setQuorum(event.target.value)}
        />
      </Field>
      <Field label={say(words.text)}>
        <textarea
          rows={4}
          maxLength={50_000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
    </CommandForm>
  )
}
