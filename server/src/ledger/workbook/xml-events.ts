import { WorkbookRefused, workbookRefusals } from './refusals.ts'

/** What is told while XML is read. Names come without their prefix: 'x:row' is 'row'. */
export interface XmlListener {
  open?(name: string, attributes: ReadonlyMap<string, string>): void
  close?(name: string): void
  text?(text: string): void
}

const deepest = 60

/**
 * Reads the XML of a workbook's part. Why our own hundred lines: the reader of .xlsx files that we pin gives
 * neither merged cells nor which cell is a formula without a result, and a parser that knows DTDs is a danger
 * here. Whatever begins with '<!' and is neither comment nor CDATA is refused as XML with entities.
 * Throws WorkbookRefused.
 */
export function readXml(bytes: Uint8Array, listener: XmlListener): void {
  const xml = decode(bytes)
  const open: string[] = []
  let at = 0
  while (at < xml.length) {
    const tag = xml.indexOf('<', at)
    const text = xml.slice(at, tag === -1 ? xml.length : tag)
    if (open.length > 0 && text) listener.text?.(plain(text))
    if (tag === -1) break
    const next = xml[tag + 1]
    if (next === '?') at = after(xml, '?>', tag)
    else if (next === '!') at = readBang(xml, tag, listener)
    else if (next === '/') {
      const end = after(xml, '>', tag)
      const name = local(xml.slice(tag + 2, end - 1).trim())
      if (open.pop() !== name) throw broken()
      listener.close?.(name)
      at = end
    } else {
      const end = endOfTag(xml, tag + 1)
      const selfClosing = xml[end - 1] === '/'
      const inside = xml.slice(tag + 1, selfClosing ? end - 1 : end)
      const name = local(/^[^\s]*/.exec(inside)?.[0] ?? '')
      if (open.length >= deepest || name === '') throw broken()
      listener.open?.(name, readAttributes(inside))
      if (selfClosing) listener.close?.(name)
      else open.push(name)
      at = end + 1
    }
  }
  if (open.length > 0) throw broken()
}

function readBang(xml: string, at: number, listener: XmlListener): number {
  if (xml.startsWith('<!--', at)) return after(xml, '-->', at)
  if (!xml.startsWith('<![CDATA[', at)) throw new WorkbookRefused(workbookRefusals.entities)
  const end = after(xml, ']]>', at)
  listener.text?.(xml.slice(at + 9, end - 3))
  return end
}

/** Office writes UTF-8; UTF-16 is allowed by the standard, so a declaration cannot hide in it. */
function decode(bytes: Uint8Array): string {
  const utf16 =
    (bytes[0] === 0xff && bytes[1] === 0xfe && 'utf-16le') ||
    (bytes[0] === 0xfe && bytes[1] === 0xff && 'utf-16be')
  return new TextDecoder(utf16 || 'utf-8').decode(bytes)
}

function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from)
  if (found === -1) throw broken()
  return found + mark.length
}

function endOfTag(xml: string, from: number): number {
  let quote = ''
  for (let at = from; at < xml.length; at++) {
    const letter = xml.charAt(at)
    if (quote) {
      if (letter === quote) quote = ''
    } else if (letter === '"' || letter === "'") quote = letter
    else if (letter === '>') return at
  }
  throw broken()
}

const none: ReadonlyMap<string, string> = new Map()

function readAttributes(inside: string): ReadonlyMap<string, string> {
  if (!inside.includes('=')) return none
  const found = new Map<string, string>()
  for (const [, name, double, single] of inside.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (name) found.set(local(name), plain(double ?? single ?? ''))
  }
  return found
}

function local(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1)
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function plain(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{1,8});/gi, (whole, inner: string) => {
    if (!inner.startsWith('#')) return named[inner] ?? whole
    const code = /^#x/i.test(inner) ? Number.parseInt(inner.slice(2), 16) : Number(inner.slice(1))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}

function broken(): WorkbookRefused {
  return new WorkbookRefused(workbookRefusals.brokenParts)
}
