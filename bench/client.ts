import { Agent, request } from 'node:http'

/** What an answer was: its status and its text. */
export interface Answered {
  status: number
  text: string
}

/** Asks the product over connections that stay open, as a browser's do. */
export interface Client {
  get(path: string): Promise<Answered>
  post(path: string, body: unknown): Promise<Answered>
  close(): void
}

/** A client that is signed in by its cookie; `at once` is how many connections it may hold. */
export function openClient(address: string, cookie: string, atOnce: number): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const ask = (method: string, path: string, body: string | null): Promise<Answered> =>
    new Promise((resolve, reject) => {
      const headers = body === null ? { cookie } : { cookie, 'content-type': 'application/json' }
      const asked = request(`${address}${path}`, { agent, method, headers }, (answer) => {
        let text = ''
        answer.setEncoding('utf8')
        answer.on('data', (part: string) => {
          text += part
        })
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
        answer.on('error', reject)
      })
      asked.on('error', reject)
      asked.end(body ?? undefined)
    })
  return {
    get: (path) => ask('GET', path, null),
    post: (path, body) => ask('POST', path, JSON.stringify(body)),
    close: () => agent.destroy(),
  }
}

/** Signs in and gives the cookie that says who it is. */
export async function signIn(address: string, username: string, password: string): Promise<string> {
  const answer = await fetch(`${address}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  })
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0]
  if (answer.status !== 200 || !cookie) throw new Error(`${username} could not sign in: ${answer.status}`)
  return cookie
}
