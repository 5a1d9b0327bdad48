/**
 * Vietnamese text as people type it: with or without accents, composed (NFC) or decomposed (NFD),
 * with the old or the new place of the tone mark. One fold serves search on device and server.
 */

/** Puts text into NFC and squeezes white space; every text that enters the system passes here. */
export function cleanText(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim()
}

/** Letters without accents, lower case: 'Đặng Hường' → 'dang huong'. Words are parted by one space. */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐðÐ]/gu, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** True when every word typed begins some word of the text, in any order and without regard to accents. */
export function matchesTyped(text: string, typed: string): boolean {
  const words = foldText(text).split(' ')
  return foldText(typed)
    .split(' ')
    .every((part) => words.some((word) => word.startsWith(part)))
}
