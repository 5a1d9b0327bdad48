import { strToU8, unzipSync, zipSync } from 'fflate'

// Any fixed day of the years that a zip can hold; the parts of a zip carry no zone.
const partDay = new Date(2000, 0, 1)
const made = '2000-01-01T00:00:00Z'

/**
 * The same office file without its hour of making, so that one report gives the same bytes whenever it is taken:
 * a locked month can be compared by its hash. Takes and gives a whole .xlsx or .docx.
 */
export function withoutHour(file: Uint8Array): Uint8Array {
  const parts = unzipSync(file)
  const core = parts['docProps/core.xml']
  if (core) {
    const text = new TextDecoder().decode(core)
    parts['docProps/core.xml'] = strToU8(text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/gu, made))
  }
  return zipSync(parts, { mtime: partDay, level: 6 })
}
