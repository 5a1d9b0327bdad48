import { tracingOpenAnswer } from '@ke-vai/contract/tracing/tracing.ts'
import { sendNow } from '../api/api.ts'
import { useLanguage } from '../language/language.ts'
import { SealedLines } from './SealedLines.tsx'

interface Props {
  organisationId: string
  caseId: string
  requestId: string
}

/** The words of an answer, opened on request. */
export function OpenAnswer(asked: Props) {
  const { say } = useLanguage()
  return (
    <SealedLines
      text={say({ vi: 'Mở lời trả lời', en: 'Open the answer' })}
      open={async () => [(await sendNow(tracingOpenAnswer, asked)).words]}
    />
  )
}
