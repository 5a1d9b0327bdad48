/**
 * Makes database/reference/places/places.csv and successions.csv from the public lists of administrative units:
 * `npx tsx tools/build-places.ts FOLDER`. The README beside the results tells the sources and every correction.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { addDays } from '../contract/date/date.ts'
import { cleanText } from '../contract/text/text.ts'

type Level = 'province' | 'district' | 'commune'
interface PlaceRow {
  code: string
  level: Level
  full_name: string
  parent_code: string
  province_code: string
  valid_from: string
  valid_to: string
}
type Row = Record<string, string>

const beforeOurOldestList = '1900-01-01'
const dayAfterOldList = '2025-01-05'
const reform = '2025-07-01'
const laterChange = '2026-04-30'

/** Longest first, so that 'thị trấn' is not read as another kind. */
const kinds = 'thành phố,thị trấn,đặc khu,thị xã,phường,huyện,tỉnh,quận,xã'.split(',')

/** Communes of Sơn La that took another name, not another spelling, between the two old lists. */
const renamedIn2025 = new Set(['03748', '03997', '04000', '04015'])

/** The statistics office's interface says 06970 where Decision 19/2025/QĐ-TTg, and so today's list, say 06978. */
const decidedCodes: Row = { '06970': '06978' }

const folder = process.argv[2]
if (!folder) throw new Error('usage: npx tsx tools/build-places.ts FOLDER')
const target = join(import.meta.dirname, '../database/reference/places')

const oldList = readTable('nso-communes-2025-01-04.csv').map((row) => ({
  code: cell(row, 'Mã PX'),
  name: cell(row, 'Phường Xã'),
  districtCode: cell(row, 'Mã QH'),
  district: cell(row, 'Quận Huyện'),
  provinceCode: cell(row, 'Mã TP'),
  province: cell(row, 'Tỉnh Thành Phố'),
}))
const crosswalk = readTable('crosswalk-2025-07-01-clean.csv').map((row) => ({
  oldCode: cell(row, 'old_code'),
  oldName: cell(row, 'old_name'),
  districtCode: cell(row, 'old_district_code'),
  district: cell(row, 'old_district'),
  newCode: decidedCodes[cell(row, 'new_code')] ?? cell(row, 'new_code'),
  newName: cell(row, 'new_name'),
  newProvinceCode: cell(row, 'new_province_code'),
  relation: cell(row, 'relation'),
  remark: cell(row, 'remark'),
}))
const provinceMap = readTable('province-map-63-to-34.csv')
interface ListedToday {
  Code: string
  FullName: string
  Wards: { Code: string; FullName: string }[]
}
const listedToday: ListedToday[] = JSON.parse(readFileSync(join(folder, 'units-2026-07-25.json'), 'utf8'))

const places = new Map<string, PlaceRow>()
const successions = new Map<string, string[]>()

const byCode = new Map(oldList.map((commune) => [commune.code, commune]))
const corrected = crosswalk.map((row) => codeInOldList(row))
crosswalk.forEach((row, i) => {
  row.oldCode = corrected[i] ?? row.oldCode
})
const firstRow = new Map(
  crosswalk.map((row) => [row.oldCode, row]).reverse() as [string, (typeof crosswalk)[0]][],
)
addOldPlaces()
addNewPlaces()
addSuccessions()
write()

function addOldPlaces(): void {
  const districts = new Map(crosswalk.map((row) => [row.districtCode, row.district]))
  for (const { code, name, districtCode, district, provinceCode, province } of oldList) {
    addOld('province', provinceCode, province, '', provinceCode)
    const laterDistrict = districts.get(districtCode) ?? district
    addOld('district', districtCode, district, provinceCode, provinceCode, laterDistrict)
    const later = firstRow.get(code)?.oldName
    if (code) addOld('commune', code, name, districtCode, provinceCode, later)
  }
  for (const row of crosswalk) {
    if (!row.oldCode || byCode.has(row.oldCode)) continue
    const province = oldList.find((commune) => commune.districtCode === row.districtCode)?.provinceCode ?? ''
    add('commune', row.oldCode, row.oldName, row.districtCode, province, dayAfterOldList, addDays(reform, -1))
  }
}

/** An old unit; two dated rows when the later of the two old lists gives it another kind or a new name. */
function addOld(
  level: Level,
  code: string,
  name: string,
  parent: string,
  province: string,
  later = name,
): void {
  if (places.has(`${level} ${code} ${beforeOurOldestList}`)) return
  const last = addDays(reform, -1)
  const changed = (kindOf(later) && kindOf(later) !== kindOf(name)) || renamedIn2025.has(code)
  if (changed && level !== 'province') {
    add(level, code, name, parent, province, beforeOurOldestList, addDays(dayAfterOldList, -1))
    add(level, code, later, parent, province, dayAfterOldList, last)
    addSuccession(level, code, level, code, 'renamed_or_retyped', dayAfterOldList)
  } else {
    add(level, code, sameButForTone(later, name) ? later : name, parent, province, beforeOurOldestList, last)
  }
}

function addNewPlaces(): void {
  const provinceNames = new Map(
    provinceMap.map((row) => [cell(row, 'new_code'), cell(row, 'new_name_2025_07_01')]),
  )
  const communes = new Map([...crosswalk].reverse().map((row) => [row.newCode, row]))
  for (const province of listedToday) {
    addNew('province', province.Code, provinceNames.get(province.Code), province.FullName, '', province.Code)
    for (const { Code, FullName } of province.Wards)
      addNew('commune', Code, communes.get(Code)?.newName, FullName, province.Code, province.Code)
  }
}

/** A unit of today; two dated rows when today's list names it otherwise than the table of 2025-07-01. */
function addNew(
  level: Level,
  code: string,
  first: string | undefined,
  now: string,
  parent: string,
  of: string,
): void {
  if (first === undefined) throw new Error(`${level} ${code} is not in the table of ${reform}`)
  const same = sameButForTone(first, now)
  add(level, code, first, parent, of, reform, same ? '' : addDays(laterChange, -1))
  if (same) return
  add(level, code, now, parent, of, laterChange, '')
  addSuccession(level, code, level, code, 'renamed_or_retyped', laterChange)
}

function addSuccessions(): void {
  for (const row of provinceMap) {
    const [older, newer] = [cell(row, 'old_code'), cell(row, 'new_code')]
    const alone = provinceMap.filter((each) => each.new_code === newer).length === 1
    addSuccession('province', older, 'province', newer, alone ? 'unchanged' : 'merged_whole', reform)
  }
  const inDistrict = new Map<string, (typeof crosswalk)[0][]>()
  for (const row of crosswalk) {
    const allPeople = row.relation === 'merged_part' && row.remark.includes('toàn bộ dân số')
    const relation = allPeople ? 'merged_part_all_people' : row.relation
    if (row.oldCode) addSuccession('commune', row.oldCode, 'commune', row.newCode, relation, reform)
    addSuccession('district', row.districtCode, 'commune', row.newCode, 'via_communes', reform)
    inDistrict.set(row.districtCode, [...(inDistrict.get(row.districtCode) ?? []), row])
  }
  for (const { code, name, districtCode } of oldList) {
    if (!code || firstRow.has(code)) continue
    const rows = inDistrict.get(districtCode) ?? []
    const namesake = rows.filter((row) => sameButForTone(row.oldName, name))
    for (const row of namesake) addSuccession('commune', code, 'commune', row.newCode, row.relation, reform)
    if (namesake.length > 0) continue
    for (const row of rows) addSuccession('commune', code, 'commune', row.newCode, 'unknown', reform)
  }
}

/** The table gives some communes another code than the list does; then the name within the district decides. */
function codeInOldList(row: (typeof crosswalk)[0]): string {
  const listed = byCode.get(row.oldCode)
  const namesake = namesakes(row)[0]
  if (!row.oldCode || !namesake?.code || (listed && sameButForTone(listed.name, row.oldName)))
    return row.oldCode
  const codeKeepsItsName = crosswalk.some(
    (each) => each.oldCode === row.oldCode && listed && sameButForTone(listed.name, each.oldName),
  )
  return !listed || codeKeepsItsName ? namesake.code : row.oldCode
}

function namesakes(row: (typeof crosswalk)[0]): typeof oldList {
  return oldList.filter(
    (commune) => commune.districtCode === row.districtCode && sameButForTone(commune.name, row.oldName),
  )
}

function add(
  level: Level,
  code: string,
  name: string,
  parent: string,
  of: string,
  from: string,
  to: string,
): void {
  const key = `${level} ${code} ${from}`
  const kind = kindOf(name)
  if (!kind || !code) throw new Error(`no kind or code: ${key} ${name}`)
  if (places.has(key)) return
  const own = name.slice(kind.length).trim()
  const full_name = `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${own}`
  const row = {
    code,
    level,
    full_name,
    parent_code: parent,
    province_code: of,
    valid_from: from,
    valid_to: to,
  }
  places.set(key, row)
}

function addSuccession(
  level: Level,
  code: string,
  newLevel: Level,
  newCode: string,
  how: string,
  day: string,
): void {
  const key = `${level} ${code} ${newLevel} ${newCode} ${day}`
  if (!successions.has(key)) successions.set(key, [level, code, newLevel, newCode, how, day])
}

function write(): void {
  const rows = [...places.values()].map((row) => {
    const kind = kindOf(row.full_name) ?? ''
    const name = row.full_name.slice(kind.length + 1)
    return [
      row.code,
      row.level,
      kind,
      name,
      row.full_name,
      row.parent_code,
      row.province_code,
      row.valid_from,
      row.valid_to,
    ]
  })
  for (const [, , newLevel, newCode, , day] of successions.values())
    if (!rows.some(([code, level, , , , , , from]) => code === newCode && level === newLevel && from === day))
      throw new Error(`a succession leads to nothing: ${newLevel} ${newCode} ${day}`)
  const placeColumns = 'code,level,kind,name,full_name,parent_code,province_code,valid_from,valid_to'
  writeTable('places.csv', placeColumns, rows, [1, 0, 7])
  writeTable(
    'successions.csv',
    'level,old_code,new_level,new_code,relation,effective_date',
    [...successions.values()],
    [0, 1, 5, 3],
  )
  console.log(`${rows.length} places, ${successions.size} successions`)
}

function writeTable(file: string, columns: string, rows: string[][], order: number[]): void {
  const sortKey = (row: string[]): string => order.map((column) => row[column]).join(' ')
  const sorted = rows.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
  if (rows.some((row) => row.some((value) => /[",\n]/.test(value))))
    throw new Error(`${file}: a value needs quoting`)
  writeFileSync(join(target, file), `${[columns, ...sorted.map((row) => row.join(','))].join('\n')}\n`)
}

function kindOf(name: string): string | undefined {
  return kinds.find((kind) => name.toLowerCase().startsWith(`${kind} `))
}

/** True when two names differ at most in capitals and in where the tone mark stands ('Hoà', 'Hòa'). */
function sameButForTone(one: string, other: string): boolean {
  return toneLast(one) === toneLast(other)
}

function toneLast(name: string): string {
  const words = name.toLowerCase().normalize('NFD').split(' ')
  const tone = /[\u0300\u0301\u0303\u0309\u0323]/gu
  return words.map((word) => word.replace(tone, '') + (word.match(tone) ?? []).join('')).join(' ')
}

/** The source files hold no quoted comma, which is checked by the number of cells. */
function readTable(file: string): Row[] {
  const [head = '', ...lines] = readFileSync(join(folder ?? '', file), 'utf8')
    .trimEnd()
    .split(/\r?\n/)
  const columns = head.split(',')
  return lines.map((line) => {
    const cells = splitLine(line)
    if (cells.length !== columns.length) throw new Error(`${file}: ${line}`)
    return Object.fromEntries(
      columns.map((column, i) => [column, cleanText(cells[i] ?? '').replaceAll('’', "'")]),
    )
  })
}

function splitLine(line: string): string[] {
  const cells = `${line},`.matchAll(/(?:"((?:[^"]|"")*)"|([^",]*)),/g)
  return [...cells].map((found) => found[1]?.replaceAll('""', '"') ?? found[2] ?? '')
}

function cell(row: Row, column: string): string {
  const value = row[column]
  if (value === undefined) throw new Error(`no column ${column}`)
  return value
}
