import type { Config } from '../platform/config.ts'

/** Where a command of the command line speaks and listens. */
export interface Terminal {
  config: Config
  /** What was asked for: to the standard output, so that it can be piped on. */
  print(text: string): void
  /** What happens meanwhile: to the standard error. */
  say(line: string): void
  /** Ctrl-C. A command ends in order and leaves nothing half-made. */
  signal: AbortSignal
}

/** A command line that cannot be carried out: one sentence, exit code 2. */
export class UsageRefusal extends Error {
  override name = 'UsageRefusal'

  constructor(vietnamese: string, english: string) {
    super(`${vietnamese} (${english}). Xem: npx ke-vai --help`)
  }
}

/** Something that was asked for and is not there: one sentence, exit code 1. */
export class CommandRefusal extends Error {
  override name = 'CommandRefusal'

  constructor(vietnamese: string, english: string) {
    super(`${vietnamese} (${english}).`)
  }
}
