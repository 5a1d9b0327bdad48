import { type Sex, sexes } from '@ke-vai/contract/register/codes.ts'
import { personSexSet } from '@ke-vai/contract/register/person.ts'
import { sendNow } from '../api/api.ts'
import { readAgain } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { Choice } from '../ui/Choice.tsx'
import { Notice } from '../ui/Notice.tsx'
import { optionsOf } from '../ui/options.ts'
import { useSending } from './use-sending.ts'

const words = {
  open: {
    vi: 'Giới tính: chưa rõ. Bấm để ghi khi đã biết.',
    en: 'Sex: not known yet. Tap to write it when you know.',
  },
  ask: { vi: 'Giới tính', en: 'Sex' },
} as const

/** What the paper book left open: answered by one tap, by somebody who knows. */
export function SexQuestion({ clubId, personId }: { clubId: string; personId: string }) {
  const { say } = useLanguage()
  const sending = useSending()
  const answer = (sex: Sex) =>
    sending.run(async () => {
      await sendNow(personSexSet, { clubId, personId, sex })
      readAgain()
    })
  return (
    <details>
      <summary>{say(words.open)}</summary>
      <Choice
        label={say(words.ask)}
        options={optionsOf(sexes, say)}
        chosen={[]}
        onChange={([sex]) => sex && !sending.busy && void answer(sex)}
      />
      {sending.problem && <Notice kind="problem">{say(sending.problem.message)}</Notice>}
    </details>
  )
}
