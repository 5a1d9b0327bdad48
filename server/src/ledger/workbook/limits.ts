/**
 * How much a register may be. A club's book of a year is under 1 MB with a few hundred rows; the limits leave
 * room for a province that joins its clubs in one file and keep a hostile file from filling the memory.
 */
export const limits = {
  fileBytes: 5_000_000,
  inflatedBytes: 25_000_000,
  zipEntries: 1_000,
  /** Unfolding more than this times its size is no table that people typed. Small parts are let be. */
  ratio: 200,
  ratioFromBytes: 1_000_000,
  sheets: 60,
  rows: 20_000,
  cells: 1_000_000,
  columns: 256,
  cellText: 32_767,
} as const
