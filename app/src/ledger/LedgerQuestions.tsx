import type { LedgerAnswers, LedgerQuestion } from '@ke-vai/contract/ledger/ledger.ts'
import type { Words } from '@ke-vai/contract/words.ts'
import { useLanguage } from '../language/language.ts'
import { Choice } from '../ui/Choice.tsx'
import { placeOf } from './LedgerProblems.tsx'

const fields = { sex: 'sex', same_person: 'samePerson', eligibility: 'eligibility' } as const

const options: Record<LedgerQuestion['kind'], Record<string, Words>> = {
  sex: {
    female: { vi: 'Nữ', en: 'Female' },
    male: { vi: 'Nam', en: 'Male' },
    not_stated: { vi: 'Chưa rõ, sẽ hỏi lại', en: 'Not known yet' },
  },
  same_person: {
    same: { vi: 'Cùng một người', en: 'The same person' },
    different: { vi: 'Hai người khác nhau', en: 'Two persons' },
  },
  eligibility: {
    prestige: { vi: 'Người có uy tín', en: 'Person of prestige' },
    mass_organisation: { vi: 'Tham gia công tác đoàn thể', en: 'Works in a mass organisation' },
  },
}

interface Props {
  questions: readonly LedgerQuestion[]
  answers: LedgerAnswers
  onChange: (answers: LedgerAnswers) => void
}

/** What only a person knows. Nothing is chosen beforehand; a question left open stays open, and nobody is merged. */
export function LedgerQuestions({ questions, answers, onChange }: Props) {
  const { say } = useLanguage()
  if (questions.length === 0) return null
  const answer = (question: LedgerQuestion, code: string | undefined) => {
    const field = fields[question.kind]
    onChange({ ...answers, [field]: { ...answers[field], [question.id]: code } } as LedgerAnswers)
  }
  return (
    <section className="stack">
      <h2>
        {say({ vi: `Cần chị trả lời (${questions.length})`, en: `Needs your answer (${questions.length})` })}
      </h2>
      {questions.map((question) => {
        const given = answers[fields[question.kind]][question.id]
        return (
          <div key={question.id} className="card">
            <p className="quiet">
              {placeOf(question, say)}
              {question.kind === 'same_person' && ` ⇄ ${otherOf(question, say)}`}
            </p>
            <Choice
              label={say(question.message)}
              options={Object.entries(options[question.kind]).map(([code, text]) => ({
                code,
                text: say(text),
              }))}
              chosen={given === undefined ? [] : [given as string]}
              onChange={([code]) => answer(question, code)}
            />
          </div>
        )
      })}
    </section>
  )
}

function otherOf(
  question: Extract<LedgerQuestion, { kind: 'same_person' }>,
  say: (words: Words) => string,
): string {
  const { other } = question
  return other.in === 'system' ? other.code : placeOf({ ...other, column: null }, say)
}
