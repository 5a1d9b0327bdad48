import { type CaseHeader, caseTake } from '@ke-vai/contract/case/case.ts'
import { useLocation } from 'wouter'
import { sendNow } from '../api/api.ts'
import { readAgain } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { useSending } from '../register/use-sending.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useOwnAgency } from './own-agency.ts'

const words = {
  take: { vi: 'Tôi nhận', en: 'I take it' },
  late: {
    vi: 'Người khác vừa nhận hồ sơ này, hoặc hồ sơ không còn chờ.',
    en: 'Somebody else has just taken this case, or it no longer waits.',
  },
} as const

/** Takes a case that waits and opens it; who comes too late is told so and sees the list as it is now. */
export function TakeCase({ line }: { line: CaseHeader }) {
  const { say } = useLanguage()
  const { organisationId } = useOwnAgency()
  const [, goTo] = useLocation()
  const sending = useSending()
  const take = () =>
    void sending.run(async () => {
      await sendNow(caseTake, { organisationId, caseId: line.id })
      readAgain()
      goTo(paths.case(line.id))
    })
  const problem = sending.problem
  return (
    <>
      <Button
        busy={sending.busy}
        onClick={take}
        aria-label={`${say(words.take)}: ${line.code}`}
        disabled={problem?.code === 'not_found'}
      >
        {say(words.take)}
      </Button>
      {problem && (
        <Notice kind="problem">{say(problem.code === 'not_found' ? words.late : problem.message)}</Notice>
      )}
    </>
  )
}
