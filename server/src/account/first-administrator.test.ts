import { invitationAccept } from '@ke-vai/contract/account/invitation.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { operatorId } from '../demo/demo.ts'
import { type TestProduct, testProduct } from '../platform/testing/test-product.ts'
import { inviteFirstAdministrator } from './first-administrator.ts'
import { Browser, codeOf } from './testing/browser.ts'

let product: TestProduct
beforeAll(async () => {
  product = await testProduct()
  await product.database.dangerous`update role_grant set ended_at = now() where role = 'administrator'`
})
afterAll(() => product.close())

const invite = (organisation: string | null = null) =>
  inviteFirstAdministrator(product.database.operator, operatorId, { name: 'Chị Trúc', organisation })
const accept = (token: string) =>
  new Browser(product.address).post(invitationAccept, {
    token,
    username: 'truc',
    password: 'đường về bến cũ',
  })

test('the first administrator is invited once; a link that was lost is made anew and the old one ends', async () => {
  await expect(invite('Không có đâu')).rejects.toThrow('organisation_not_found')
  const lost = await invite()
  const { token, organisation } = await invite('hoi lien hiep phu nu viet nam')
  expect(organisation).toBe('Hội Liên hiệp Phụ nữ Việt Nam')
  expect(codeOf(await accept(lost.token))).toBe('invitation_gone')
  const answer = await accept(token)
  expect(answer.body.standings).toMatchObject([{ role: 'administrator', name: organisation }])
  await expect(invite()).rejects.toThrow('administrator_there')
})

test('the server itself may not make her', async () => {
  await expect(
    product.database
      .app`select policy.invite_first_administrator(gen_random_uuid(), '\\x00', 'x', ${operatorId}, ${operatorId})`,
  ).rejects.toThrow('permission denied')
})
