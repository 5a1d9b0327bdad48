import { createHash } from 'node:crypto'
import { houseChain } from '../platform/audit.ts'
import { lineText, type StoredLine } from './stored-line.ts'

/** What is wrong with a chain, at its first bad line. */
export type Wrong =
  /** The content is not that of the hash. */
  | 'altered'
  /** A line is not there. */
  | 'missing'
  /** A second line of the same number, or one after the last that the chain's head knows. */
  | 'extra'
  /** The line at the head is another one than the head says. */
  | 'head'
  /** The lines agree among themselves, but not with a head that was signed: they were written anew. */
  | 'rewritten'
  /** Lines that were signed are no longer there. */
  | 'cut'
  /** Lines of before the chain are not those that its first line counted. */
  | 'before_chain'

export interface Trouble {
  chain: string
  /** The first bad line; for 'rewritten' and 'cut' the first that may be. */
  seq: number
  /** For those two: the first bad line is this one or one before it. */
  until?: number
  /** When the line was written, in microseconds since 1970; null when no line is there. */
  at: string | null
  wrong: Wrong
}

/** A head of a chain: the number of its last line, and that line's hash in hex. */
export interface Head {
  seq: number
  hash: string
}

/** What the first line of the house's chain says of the lines before it. */
export interface Begun {
  lines: number
  sha256: string
}

/** Goes along one chain, line by line, and keeps the first trouble that it meets. */
export class ChainCheck {
  trouble: Trouble | null = null
  lines = 0
  begun: Begun | null = null
  readonly #chain: string
  readonly #signed: readonly Head[]
  #nextSigned = 0
  #last: Head = { seq: 0, hash: '' }
  #lastSigned = 0
  #lastAt: string | null = null

  /** @param signed heads of this chain that were signed, by rising number */
  constructor(chain: string, signed: readonly Head[]) {
    this.#chain = chain
    this.#signed = signed
  }

  take(line: StoredLine): void {
    this.lines += 1
    if (this.trouble) return
    const seq = line.seq ?? 0
    const expected = this.#last.seq + 1
    if (seq !== expected) {
      if (seq > expected) this.#stop(expected, 'missing', null)
      else this.#stop(seq, 'extra', line.at)
      return
    }
    const hash = createHash('sha256')
    hash.update(this.#last.hash, 'hex').update(lineText(line))
    if (hash.digest('hex') !== line.hash) {
      this.#stop(seq, 'altered', line.at)
      return
    }
    if (seq === 1 && this.#chain === houseChain) {
      this.begun = readBegun(line)
      if (this.begun === null) {
        this.#stop(1, 'rewritten', line.at)
        return
      }
    }
    this.#last = { seq, hash: line.hash }
    this.#lastAt = line.at
    this.#compareSigned()
  }

  /** After the last line: does the head in the database, and every signed one, know just these lines? */
  end(head: Head | undefined): void {
    if (this.trouble) return
    const unseen = this.#signed[this.#nextSigned]
    const { seq, hash } = this.#last
    if (head === undefined) {
      if (unseen) this.#stopUncertain(seq + 1, 'cut', null)
      else if (seq > 0) this.#stop(seq, 'head', this.#lastAt)
    } else if (head.seq < seq) this.#stop(head.seq + 1, 'extra', null)
    else if (head.seq > seq) this.#stop(seq + 1, 'missing', null)
    else if (head.hash !== hash) this.#stop(seq, 'head', this.#lastAt)
    else if (unseen) this.#stopUncertain(seq + 1, 'cut', null)
  }

  #compareSigned(): void {
    for (;;) {
      const signed = this.#signed[this.#nextSigned]
      if (!signed || signed.seq > this.#last.seq) return
      if (signed.hash !== this.#last.hash) {
        this.#stopUncertain(this.#last.seq, 'rewritten', this.#lastAt)
        return
      }
      this.#lastSigned = signed.seq
      this.#nextSigned += 1
    }
  }

  /** Nothing was signed between the last head that holds and this line: the first bad one is somewhere there. */
  #stopUncertain(until: number, wrong: Wrong, at: string | null): void {
    this.trouble = { chain: this.#chain, seq: this.#lastSigned + 1, until, at, wrong }
  }

  #stop(seq: number, wrong: Wrong, at: string | null): void {
    this.trouble = { chain: this.#chain, seq, at, wrong }
  }
}

function readBegun(line: StoredLine): Begun | null {
  const found = /^\["lines:(\d+)","sha256:([0-9a-f]{64})"\]$/u.exec(line.fields)
  if (line.action !== 'AUDIT_BEGUN' || !found?.[1] || !found[2]) return null
  return { lines: Number(found[1]), sha256: found[2] }
}
