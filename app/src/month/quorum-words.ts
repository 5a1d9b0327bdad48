import type { Words } from '@ke-vai/contract/words.ts'

/** «7/11 người dự; đủ, cần ít nhất 6 (50%)»: who was there, counted against the statute. */
export function quorumWords(
  present: number,
  active: number,
  needed: number | null,
  percent: number | null,
): Words {
  const of = { vi: `${present}/${active} người dự`, en: `${present} of ${active} present` }
  if (needed === null || percent === null)
    return {
      vi: `${of.vi} (chưa có quy chế nên chưa biết cần bao nhiêu người)`,
      en: `${of.en} (there is no statute yet, so the quorum is unknown)`,
    }
  return present >= needed
    ? { vi: `${of.vi}, đủ ${percent}%`, en: `${of.en}, enough (${percent}%)` }
    : {
        vi: `${of.vi}, còn thiếu ${needed - present} người để đủ ${percent}%`,
        en: `${of.en}, ${needed - present} more needed for ${percent}%`,
      }
}
