import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { CommandRefusal, type Terminal } from './terminal.ts'

/** Reads what is typed, line by line, without showing it. */
export interface Lines {
  /** Throws CommandRefusal when nobody types any more. */
  ask(prompt: string): Promise<string>
  close(): void
}

export function askLines({ say, signal }: Terminal): Lines {
  const unseen = new Writable({ write: (_, __, done) => done() })
  const { stdin } = process
  const lines = createInterface({ input: stdin, output: unseen, terminal: stdin.isTTY === true, signal })
  // A hidden line swallows Ctrl-C too.
  lines.on('SIGINT', () => process.kill(process.pid, 'SIGINT'))
  const typed = lines[Symbol.asyncIterator]()
  return {
    ask: async (prompt) => {
      say(prompt)
      const { value, done } = await typed.next()
      if (done === true) throw new CommandRefusal('Chưa gõ gì cả', 'nothing was typed')
      return String(value)
    },
    close: () => lines.close(),
  }
}
