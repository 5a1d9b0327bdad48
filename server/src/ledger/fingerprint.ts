/** Makes the fingerprints of one book: what a row says, and the how-manieth such row it is. */
export interface Fingerprints {
  of(
    kind: string,
    parts: readonly (string | number)[],
  ): { readonly fingerprint: string; readonly nth: number }
}

/**
 * The same row twice gets two fingerprints (1, 2); the same book read again gets the same ones, in whatever order
 * its rows stand.
 */
export function startFingerprints(): Fingerprints {
  const seen = new Map<string, number>()
  return {
    of(kind, parts) {
      const said = JSON.stringify([kind, ...parts])
      const nth = (seen.get(said) ?? 0) + 1
      seen.set(said, nth)
      return { fingerprint: JSON.stringify([kind, ...parts, nth]), nth }
    },
  }
}
