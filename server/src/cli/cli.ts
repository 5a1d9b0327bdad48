import { parseArgs } from 'node:util'
import { yearMonth } from '@ke-vai/contract/date/date.ts'
import { BackupRefusal } from '../backup/backup.ts'
import { readConfig } from '../platform/config.ts'
import { StartRefusal } from '../platform/engine/engine.ts'
import { Refused } from '../platform/refused.ts'
import { firstAdministrator } from './first-administrator.ts'
import { importRegister } from './import-register.ts'
import { backUp, restore } from './keep-backup.ts'
import { rotateKeys, splitKey, unlock } from './keep-keys.ts'
import { printMonthReport } from './month-report.ts'
import { CommandRefusal, type Terminal, UsageRefusal } from './terminal.ts'
import { usage } from './usage.ts'
import { signAudit, verifyAudit } from './verify-audit.ts'

type Run = (words: string[], terminal: Terminal) => Promise<void>

const club = { type: 'string' } as const
const flag = { type: 'boolean', default: false } as const
const file = { type: 'string' } as const

const commands: Record<string, Run> = {
  'import-register': (args, terminal) => {
    const options = { club, 'dry-run': flag, 'accept-merges': flag, json: flag }
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const asked = { file: onlyFile(positionals), club: required(values.club, '--club'), json: values.json }
    const choices = { dryRun: values['dry-run'], acceptMerges: values['accept-merges'] }
    return importRegister({ ...asked, ...choices }, terminal)
  },
  'month-report': (args, terminal) => {
    const options = { club, month: { type: 'string' }, json: flag, xlsx: file, docx: file } as const
    const { values } = parseArgs({ args, options })
    const month = yearMonth.safeParse(required(values.month, '--month'))
    if (!month.success)
      throw new UsageRefusal('Tháng viết là NĂM-THÁNG, ví dụ 2026-06', 'a month is written YYYY-MM')
    const { json, xlsx, docx } = values
    const asked = { club: required(values.club, '--club'), month: month.data, json, xlsx, docx }
    return printMonthReport(asked, terminal)
  },
  'verify-audit': (args, terminal) => {
    const { values } = parseArgs({ args, options: { json: flag, 'public-key': file } })
    return verifyAudit({ json: values.json, publicKey: values['public-key'] }, terminal)
  },
  'sign-audit': (args, terminal) => {
    parseArgs({ args, options: {} })
    return signAudit(terminal)
  },
  'first-administrator': (args, terminal) => {
    const text = { type: 'string' } as const
    const { values } = parseArgs({ args, options: { name: text, organisation: text } })
    const name = required(values.name, '--name')
    return firstAdministrator({ name, organisation: values.organisation ?? null }, terminal)
  },
  'split-key': (args, terminal) => {
    parseArgs({ args, options: {} })
    return splitKey(terminal)
  },
  unlock: (args, terminal) => {
    parseArgs({ args, options: {} })
    return unlock(terminal)
  },
  'rotate-keys': (args, terminal) => {
    const { values } = parseArgs({ args, options: { master: flag } })
    return rotateKeys(values.master, terminal)
  },
  backup: (args, terminal) =>
    backUp(onlyFile(parseArgs({ args, allowPositionals: true }).positionals), terminal),
  restore: (args, terminal) => {
    const options = { key: file, keys: file }
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    return restore(onlyFile(positionals), { keyFile: values.key, keysFile: values.keys }, terminal)
  },
}

function onlyFile(words: readonly string[]): string {
  const [word, ...more] = words
  if (word === undefined || more.length > 0)
    throw new UsageRefusal('Cần đúng một tên tệp', 'exactly one file name is needed')
  return word
}

function required(value: string | undefined, name: string): string {
  if (value === undefined) throw new UsageRefusal(`Còn thiếu ${name}`, `${name} is missing`)
  return value
}

/** The sentence and the exit code for what stopped a command; null for a fault of ours. */
function explain(error: unknown): { sentence: string; code: number } | null {
  if (error instanceof UsageRefusal) return { sentence: error.message, code: 2 }
  if (error instanceof Refused) {
    const { vi, en } = error.refusal.message
    return { sentence: `${vi} (${en})`, code: 1 }
  }
  for (const known of [StartRefusal, BackupRefusal, CommandRefusal])
    if (error instanceof known) return { sentence: error.message, code: 1 }
  if (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
    return { sentence: new UsageRefusal('Chưa hiểu lệnh đã gõ', error.message).message, code: 2 }
  return null
}

async function main([name, ...words]: readonly string[]): Promise<number> {
  const print = (text: string) => void process.stdout.write(`${text}\n`)
  const say = (line: string) => void process.stderr.write(`${line}\n`)
  if (name === undefined || ['--help', '-h', 'help'].includes(name) || words.includes('--help')) {
    print(usage)
    return name === undefined ? 2 : 0
  }
  const ending = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => ending.abort())
  try {
    const run = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (!run) throw new UsageRefusal('Không có lệnh này', `there is no command «${name}»`)
    await run(words, { config: readConfig(), print, say, signal: ending.signal })
    return 0
  } catch (error) {
    if (ending.signal.aborted) {
      say('Đã dừng theo yêu cầu; không có gì dở dang (stopped as asked; nothing is left half-made).')
      return 130
    }
    const known = explain(error)
    say(known?.sentence ?? (error instanceof Error ? (error.stack ?? error.message) : String(error)))
    return known?.code ?? 1
  }
}

process.exitCode = await main(process.argv.slice(2))
