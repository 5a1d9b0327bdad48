import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { invitationAccept, invitationLook } from '@ke-vai/contract/account/invitation.ts'
import { signIn } from '@ke-vai/contract/account/sign-in.ts'
import { afterAll, expect, test } from 'vitest'
import { demoPassword, people } from '../../database/seed/network.ts'
import { Browser, codeOf } from './account/testing/browser.ts'
import { root } from './platform/config.ts'
import { clearAway, newFolder, ProductProcess } from './testing/product-process.ts'

afterAll(clearAway)

async function firstAdministrator(dataDir: string, name: string) {
  const { DATABASE_URL: _, ...env } = process.env
  const child = spawn('npx', ['--no-install', 'ke-vai', 'first-administrator', '--name', name], {
    cwd: root,
    env: { ...env, KE_VAI_DATA: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { stdout, stderr }
}

test('without the demo nobody with a known password is there; the first administrator comes in by the command line', async () => {
  const folder = newFolder()
  const real = new ProductProcess(folder, { KE_VAI_DEMO: 'off' })
  const address = await real.ready()
  expect(real.output).not.toContain(demoPassword)
  for (const { username } of people) expect(real.output).not.toContain(`${username} `)
  const browser = new Browser(address)
  expect(codeOf(await browser.post(signIn, { username: 'tham', password: demoPassword }))).toBe(
    'wrong_password',
  )
  const link = await firstAdministrator(folder, 'Chị Trúc')
  expect(link.stderr).not.toContain('#')
  const token = /^http:\/\/localhost:\d+\/invitation#([\w-]{43})\n$/.exec(link.stdout)?.[1] ?? ''
  const look = await browser.post(invitationLook, { token })
  expect(look.body).toMatchObject({ displayName: 'Chị Trúc', role: 'administrator' })
  const chosen = { token, username: 'truc', password: 'đường về bến cũ' }
  expect((await browser.post(invitationAccept, chosen)).status).toBe(200)
  const again = await firstAdministrator(folder, 'Chị Cúc')
  expect(again.stdout).toBe('')
  expect(again.stderr).toContain('There is an administrator already')
  await real.stop()
  // Whoever forgets the variable once does not open the door to the demo's people.
  const forgotten = new ProductProcess(folder)
  const later = new Browser(await forgotten.ready())
  expect(forgotten.output).not.toContain(demoPassword)
  expect(codeOf(await later.post(signIn, { username: 'tham', password: demoPassword }))).toBe(
    'wrong_password',
  )
  await forgotten.stop()
}, 300_000)

test('a folder that holds the demo is refused as a real one', async () => {
  const folder = newFolder()
  const demo = new ProductProcess(folder)
  await demo.ready()
  expect(demo.output).toContain(demoPassword)
  await demo.stop()
  const real = new ProductProcess(folder, { KE_VAI_DEMO: 'off' })
  expect(await real.ended()).toBe(1)
  expect(real.errors).toContain('KE_VAI_DEMO=off')
}, 300_000)
