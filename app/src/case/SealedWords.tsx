import { useLanguage } from '../language/language.ts'
import { useSending } from '../register/use-sending.ts'
import { Button } from '../ui/Button.tsx'
import { ClosesIn } from '../ui/ClosesIn.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useOpened } from '../ui/opened.ts'

/** Something sealed behind a button: opened on request, logged, in memory alone, and closed by itself. */
export function SealedWords({ text, open }: { text: string; open: () => Promise<readonly string[]> }) {
  const { say } = useLanguage()
  const opened = useOpened<readonly string[]>()
  const sending = useSending()
  if (opened.value !== null) {
    const lines = opened.value.filter((line) => line !== '')
    return (
      <div className="card stack sealed">
        {lines.length === 0 && <p>{say({ vi: 'Không có lời nào.', en: 'There are no words.' })}</p>}
        {lines.map((line) => (
          <p key={line} className="as-written">
            {line}
          </p>
        ))}
        <ClosesIn opened={opened} />
      </div>
    )
  }
  return (
    <div className="stack">
      {sending.problem && <Notice kind="problem">{say(sending.problem.message)}</Notice>}
      <Button
        look="quiet"
        busy={sending.busy}
        onClick={() =>
          void sending.run(async () => {
            opened.show(await open())
            sending.rest()
          })
        }
      >
        {text}
      </Button>
    </div>
  )
}
