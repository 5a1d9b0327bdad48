/** Why the product will not start. The message is one clear sentence for the operator, shown without a stack. */
export class StartRefusal extends Error {
  override name = 'StartRefusal'

  /**
   * @param vietnamese the sentence without its full stop
   * @param english the same in English, shown in parentheses after it
   */
  constructor(vietnamese: string, english: string) {
    super(`${vietnamese} (${english}).`)
  }
}
