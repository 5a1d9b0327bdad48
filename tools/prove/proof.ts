import { writeFileSync } from 'node:fs'
import { test } from 'vitest'

/** `full` by `npm run prove -- NAME`, `small` inside `npm test`. */
export type Size = 'small' | 'full'

/** What a proof ends with: one line of figures, and whether it holds. */
export interface Proven {
  line: string
  failed: boolean
}

const size: Size = process.env.KE_VAI_PROVE === 'full' ? 'full' : 'small'

/**
 * A proof as a test: it runs at the size asked for, prints that size and its one line of figures, and fails with it.
 * `npm run prove -- NAME` finds it as tools/prove/NAME/NAME.test.ts.
 */
export function proof(
  name: string,
  run: (size: Size) => Promise<Proven>,
  minutes: Record<Size, number> = { small: 4, full: 30 },
): void {
  test(`${name}, ${size}`, { timeout: minutes[size] * 60_000 }, async () => {
    const { line, failed } = await run(size)
    const whole = `${name} (${size}): ${line}`
    console.log(whole)
    const kept = process.env.KE_VAI_PROVE_LINE
    if (kept) writeFileSync(kept, whole)
    if (failed) throw new Error(whole)
  })
}
