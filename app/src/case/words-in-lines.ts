/** Opened words as lines to read: a field each, in the order in which they were written; empty ones are left out. */
export function wordsInLines(
  opened: Readonly<Record<string, unknown>>,
): { field: string; lines: string[] }[] {
  return Object.entries(opened)
    .map(([field, value]) => ({ field, lines: linesOf(value) }))
    .filter(({ lines }) => lines.length > 0)
}

function linesOf(value: unknown): string[] {
  if (value === null || value === undefined || value === '') return []
  if (Array.isArray(value)) return value.flatMap(linesOf)
  if (typeof value === 'object') return Object.values(value).flatMap(linesOf)
  return [String(value)]
}
