import type { UnusualRule } from '@ke-vai/contract/audit/unusual.ts'
import type { Words } from '@ke-vai/contract/words.ts'

interface Counted {
  rule: UnusualRule
  count: number
  usual: number | null
}

/** How many, each in its own unit: who opened one person, whom one person opened, how often anything else was done. */
export function howMany({ rule, count, usual }: Counted): Words {
  if (rule === 'by_many') return { vi: `${count} người đã mở`, en: `opened by ${count} people` }
  const said =
    rule === 'more_than_usual'
      ? { vi: `${count} hồ sơ`, en: `${count} persons` }
      : { vi: `${count} lần`, en: `${count} times` }
  if (usual === null) return said
  return { vi: `${said.vi}; mọi ngày ${usual}`, en: `${said.en}; usually ${usual}` }
}
