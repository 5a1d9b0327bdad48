import type { CommandDefinition } from '@ke-vai/contract/command.ts'
import type { Refusal } from '@ke-vai/contract/refusal.ts'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { z } from 'zod'
import { sendNow } from '../api/api.ts'
import { readAgain, wordsOf } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'

interface Props<C extends CommandDefinition> {
  command: C
  args: () => z.input<C['args']>
  /** The rule of the contract, asked on the device before anything is sent. */
  rule?: () => Refusal | null
  submit: string
  /** False while something needed is still empty. */
  ready?: boolean
  onDone: () => void
  children?: ReactNode
}

/** Fields and one button that sends one command; a refusal stands above the button, and nothing typed is lost. */
export function CommandForm<C extends CommandDefinition>(props: Props<C>) {
  const { say } = useLanguage()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Refusal | null>(null)

  async function send(event: FormEvent) {
    event.preventDefault()
    const refused = props.rule?.() ?? null
    setProblem(refused)
    if (refused) return
    setBusy(true)
    try {
      await sendNow(props.command, props.args())
      readAgain()
      props.onDone()
    } catch (error) {
      setProblem(wordsOf(error))
    }
    setBusy(false)
  }

  return (
    <form className="stack" onSubmit={send}>
      {props.children}
      {problem && <Notice kind="problem">{say(problem.message)}</Notice>}
      <Button type="submit" wide busy={busy} disabled={props.ready === false}>
        {props.submit}
      </Button>
    </form>
  )
}
