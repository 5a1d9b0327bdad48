import { expect, test } from 'vitest'
import { readGroups } from './target-groups.ts'

const ofText = (text: string) => readGroups({ kind: 'text', text })

test.each([
  ['Nạn nhân bị mua bán trở về', ['victim']],
  ['nan nhan bi mua ban', ['victim']],
  ['NN', ['victim']],
  ['Người di cư trái phép từ nước ngoài trở về', ['irregular_returnee']],
  ['DC', ['irregular_returnee']],
  ['Người có nguy cơ trở thành nạn nhân', ['at_risk']],
  ['nguy cơ cao'.normalize('NFD'), ['at_risk']],
  ['Người có nhu cầu đi XKLĐ', ['prospective_migrant']],
  ['có dự định đi xuất khẩu lao động', ['prospective_migrant']],
  ['Người thân của nạn nhân', ['relative']],
  ['NT', ['relative']],
  ['DC; người thân + XKLĐ', ['irregular_returnee', 'relative', 'prospective_migrant']],
])('%s is understood', (text, groups) => {
  expect(ofText(text)).toEqual({ value: groups, remarks: [] })
})

test('NC is read as at risk, and said', () => {
  expect(ofText('NC')).toEqual({ value: ['at_risk'], remarks: ['group_nc'] })
})

test('a blank or strange word is said, and what is known beside it stays', () => {
  expect(readGroups(null)).toEqual({ value: [], remarks: ['group_missing'] })
  expect(ofText('DC, abc')).toEqual({ value: ['irregular_returnee'], remarks: ['group_unknown'] })
})
