/**
 * The one way in which a text becomes the address of a script. The browser refuses every other one (the server's
 * `trusted-types` names this policy alone), so that no text that somebody typed is ever run.
 */

// TypeScript's own list of the browser does not know Trusted Types yet; a browser without them takes the text.
interface Policies {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): {
    createScriptURL(address: string): string
  }
}

const workerAddress = '/worker.js'
const { trustedTypes } = globalThis as { trustedTypes?: Policies }

const policy = trustedTypes?.createPolicy('ke-vai', {
  createScriptURL: (address) => {
    if (address !== workerAddress) throw new TypeError('not a script of ours')
    return address
  },
})

/** The address of the service worker, as the browser takes it. */
export function trustedWorkerAddress(): string {
  return policy?.createScriptURL(workerAddress) ?? workerAddress
}
