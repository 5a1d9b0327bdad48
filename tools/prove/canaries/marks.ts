/**
 * What is looked for: two marks that stand in every value of the story, one in letters (with accents, so that its
 * decomposed form differs) and one in digits, for phone and paper numbers.
 */
export const letters = 'Zặqkvẽ7x2'
export const digits = '09317264'

/** A mark that is stored in the clear on purpose, by which the search itself is tried. */
export const control = 'Cộntrõl5w8'

/** A form in which a mark may lie on a disk. */
export interface Form {
  name: string
  bytes: Buffer
}

/** The text as base64 writes it, wherever in a longer value it stands: three alignments, their uncertain ends cut. */
function inBase64(text: string): Buffer[] {
  return [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), Buffer.from(text)]).toString('base64')
    const from = before === 0 ? 0 : before + 1
    const sure = Math.floor(((before + Buffer.byteLength(text)) * 8) / 6)
    return Buffer.from(whole.slice(from, sure))
  })
}

/** Every form of a mark: plain, decomposed, UTF-16 both ways, hexadecimal, base64, escaped as JSON writes it. */
export function formsOf(mark: string): Form[] {
  const utf16 = Buffer.from(mark, 'utf16le')
  const escaped = [...mark]
    .map((letter) => {
      const code = letter.codePointAt(0) ?? 0
      return code < 128 ? letter : `\\u${code.toString(16).padStart(4, '0')}`
    })
    .join('')
  const named: [string, Buffer][] = [
    ['plain', Buffer.from(mark.normalize('NFC'))],
    ['NFD', Buffer.from(mark.normalize('NFD'))],
    ['UTF-16LE', utf16],
    ['UTF-16BE', Buffer.from(utf16).swap16()],
    ['hex', Buffer.from(Buffer.from(mark).toString('hex'))],
    ['escaped', Buffer.from(escaped)],
    ...inBase64(mark).map((bytes, i): [string, Buffer] => [`base64/${i}`, bytes]),
  ]
  const seen = new Set<string>()
  return named
    .filter(([, bytes]) => !seen.has(bytes.toString('latin1')) && seen.add(bytes.toString('latin1')))
    .map(([name, bytes]) => ({ name, bytes }))
}
