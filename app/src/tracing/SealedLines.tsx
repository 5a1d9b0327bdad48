import { useLanguage } from '../language/language.ts'
import { useSending } from '../register/use-sending.ts'
import { Button } from '../ui/Button.tsx'
import { ClosesIn } from '../ui/ClosesIn.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useOpened } from '../ui/opened.ts'

/** Sealed lines behind a button: each opening is logged, kept in memory alone, and closes by itself. */
export function SealedLines({ text, open }: { text: string; open: () => Promise<readonly string[]> }) {
  const { say } = useLanguage()
  const opened = useOpened<readonly string[]>()
  const sending = useSending()
  if (opened.value !== null)
    return (
      <div className="card stack sealed">
        {opened.value.map((line) => (
          <p key={line} className="as-written">
            {line}
          </p>
        ))}
        <ClosesIn opened={opened} />
      </div>
    )
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
