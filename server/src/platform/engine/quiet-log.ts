import type { Sql } from 'postgres'

/**
 * What keeps PostgreSQL's log free of values that somebody typed: no error (its message may repeat a value), no
 * statement, no parameter, no detail of any line, no slow or waiting statement.
 */
export const quietLog = {
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_statement: 'none',
  log_duration: 'off',
  log_min_duration_statement: '-1',
  log_min_duration_sample: '-1',
  log_transaction_sample_rate: '0',
  log_lock_waits: 'off',
  log_statement_stats: 'off',
  debug_print_parse: 'off',
  debug_print_rewritten: 'off',
  debug_print_plan: 'off',
} as const

// Quieter still, and as good.
const alsoGood: Partial<Record<keyof typeof quietLog, readonly string[]>> = {
  log_min_messages: ['fatal', 'panic'],
}

/** The settings of a server of somebody else's by which its log may hold values, as `name = value`; empty when none. */
export async function loudSettings(sql: Sql): Promise<string[]> {
  const rows = await sql<{ name: keyof typeof quietLog; setting: string }[]>`
    select name, setting from pg_settings where name = any (${Object.keys(quietLog)}) order by name`
  return rows
    .filter(({ name, setting }) => setting !== quietLog[name] && !alsoGood[name]?.includes(setting))
    .map(({ name, setting }) => `${name} = ${setting}`)
}
