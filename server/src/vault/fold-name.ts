import { foldText } from '@ke-vai/contract/text/text.ts'

// One family, written in two ways by region.
const sameName: Readonly<Record<string, string>> = { huinh: 'hoang', vo: 'vu' }

// Some thirty families hold almost everybody: alone they would say nothing and be read off by counting.
const families = new Set(
  'nguien tran le li pham hoang vu phan truong bui dang do ngo ho duong dinh vang giang thao lo luong ha cao mai dao trinh to vuong'.split(
    ' ',
  ),
)

/**
 * The words of a name as they are compared: without accents, one letter for i and y, Huỳnh as Hoàng and Võ as Vũ, and
 * «H'Hen» as one word.
 */
export function nameWords(name: string): string[] {
  const plain = foldText(name.normalize('NFKC').replace(/['’‘ʼ`\p{Cf}]/gu, ''))
  return plain
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => word.replaceAll('y', 'i'))
    .map((word) => sameName[word] ?? word)
}

export const isFamily = (word: string): boolean => families.has(word)

export const inOrder = (words: readonly string[]): string => [...words].sort().join(' ')

/** Family and given name, in whatever order: what is left of a name whose middle is not said. */
export function withoutMiddle(words: readonly string[]): string | null {
  const [first, last] = [words[0], words.at(-1)]
  return words.length < 2 || first === undefined || last === undefined ? null : inOrder([first, last])
}

/** The year of birth in «02/05/1990», «khoảng 1990» or «1990». */
export function birthYear(birth: string | null): string | null {
  return /(?<!\d)(?:19|20)\d\d(?!\d)/u.exec(birth ?? '')?.[0] ?? null
}

/** The last nine digits of each number: with +84, 0084 or 0 before them it is the same phone. */
export function phoneEnds(text: string | null): string[] {
  return (text ?? '')
    .split(/[,;/\n]|\s-\s/u)
    .map((one) => one.replace(/\D/gu, ''))
    .filter((digits) => digits.length >= 9)
    .map((digits) => digits.slice(-9))
}

/** Numbers of papers without spaces and dots. A shorter one than six signs could be tried out. */
export function paperNumbers(text: string | null): string[] {
  return (text ?? '')
    .split(/[,;\n]/u)
    .map((one) =>
      foldText(one)
        .replace(/[^a-z0-9]/gu, '')
        .toUpperCase(),
    )
    .filter((number) => number.length >= 6)
}
