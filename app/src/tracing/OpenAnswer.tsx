import { tracingOpenAnswer } from '@ke-vai/contract/tracing/tracing.ts'
import { sendNow } from '../api/api.ts'
import { SealedWords } from '../case/SealedWords.tsx'
import { useLanguage } from '../language/language.ts'

interface Props {
  organisationId: string
  caseId: string
  requestId: string
}

/** The words of an answer, opened on request. */
export function OpenAnswer(asked: Props) {
  const { say } = useLanguage()
  return (
    <SealedWords
      text={say({ vi: 'Mở lời trả lời', en: 'Open the answer' })}
      open={async () => [(await sendNow(tracingOpenAnswer, asked)).words]}
    />
  )
}
