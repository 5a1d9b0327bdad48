import { limits } from './limits.ts'
import { readXml } from './xml-events.ts'

/** The texts that cells refer to by number. Runs of rich text are joined; readings above words are left out. */
export function readSharedTexts(bytes: Uint8Array | null): string[] {
  const texts: string[] = []
  if (!bytes) return texts
  let text = ''
  let inText = false
  let inReading = false
  readXml(bytes, {
    open(name) {
      if (name === 'si') text = ''
      if (name === 'rPh') inReading = true
      if (name === 't') inText = true
    },
    text(part) {
      if (inText && !inReading) text += part
    },
    close(name) {
      if (name === 't') inText = false
      if (name === 'rPh') inReading = false
      if (name === 'si') texts.push(tidy(text))
    },
  })
  return texts
}

/** For each cell style by number: does it show a day? */
export function readDateStyles(bytes: Uint8Array | null): boolean[] {
  const styles: boolean[] = []
  if (!bytes) return styles
  const own = new Map<number, boolean>()
  let inCellStyles = false
  readXml(bytes, {
    open(name, attributes) {
      if (name === 'cellXfs') inCellStyles = true
      if (name === 'numFmt') {
        own.set(Number(attributes.get('numFmtId')), showsDay(attributes.get('formatCode') ?? ''))
      }
      if (name === 'xf' && inCellStyles) {
        const format = Number(attributes.get('numFmtId') ?? 0)
        styles.push(own.get(format) ?? isBuiltInDay(format))
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false
    },
  })
  return styles
}

function isBuiltInDay(format: number): boolean {
  return (
    (format >= 14 && format <= 17) ||
    format === 22 ||
    (format >= 27 && format <= 31) ||
    format === 36 ||
    (format >= 50 && format <= 58)
  )
}

function showsDay(format: string): boolean {
  const letters = format
    .replace(/\\./g, '')
    .replace(/"[^"]*"/g, '')
    .replace(/\[[^\]]*\]/g, '')
    .toLowerCase()
  if (letters.includes('general')) return false
  return /[dy]/.test(letters) || (letters.includes('m') && !/[hs]/.test(letters))
}

// Invisible marks come along when text is pasted from chats; a NUL would not even enter the database.
const invisible = /[^\P{Cc}\t\n]|\p{Cf}|\p{Cs}/gu

/** Text of a cell without invisible marks, Excel's `_x000D_` written out, at most as long as Excel allows. */
export function tidy(text: string): string {
  const shown = text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text
  return shown.replace(invisible, '').slice(0, limits.cellText)
}
