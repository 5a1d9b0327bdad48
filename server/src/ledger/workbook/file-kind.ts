import type { Refusal } from '@ke-vai/contract/refusal.ts'
import { workbookRefusals } from './refusals.ts'

/**
 * Looks at the first bytes (never at the name alone) and tells why a file is no .xlsx; null when it is a zip,
 * which may be a workbook.
 */
export function refuseByFirstBytes(bytes: Uint8Array): Refusal | null {
  if (bytes.length === 0) return workbookRefusals.emptyFile
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return null
  if (startsWith(bytes, [0x50, 0x4b])) return workbookRefusals.brokenZip
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return refuseCompoundFile(bytes)
  const start = new TextDecoder('utf-8').decode(bytes.subarray(0, 2_000)).replace(/^\uFEFF/u, '')
  const head = start.trimStart().toLowerCase()
  if (head.startsWith('%pdf')) return workbookRefusals.pdf
  if (head.startsWith('{\\rtf')) return workbookRefusals.wordDocument
  if (/^(<!doctype html|<html|<head|<table|<meta|<body)/.test(head)) return workbookRefusals.html
  if (head.startsWith('<?xml')) {
    return head.includes('<html') ? workbookRefusals.html : workbookRefusals.xmlSheet
  }
  return looksLikeText(bytes) ? workbookRefusals.textFile : workbookRefusals.notWorkbook
}

/** The old container of Office: an .xls, a .doc, or a new file wrapped in encryption. */
function refuseCompoundFile(bytes: Uint8Array): Refusal {
  const names = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length & ~1))
  if (names.includes('EncryptedPackage')) return workbookRefusals.encrypted
  if (names.includes('WordDocument')) return workbookRefusals.wordDocument
  if (names.includes('PowerPoint Document')) return workbookRefusals.slides
  return workbookRefusals.oldXls
}

function startsWith(bytes: Uint8Array, first: readonly number[]): boolean {
  return first.every((byte, at) => bytes[at] === byte)
}

function looksLikeText(bytes: Uint8Array): boolean {
  const utf16 = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])
  return utf16 || !bytes.subarray(0, 2_000).includes(0)
}
