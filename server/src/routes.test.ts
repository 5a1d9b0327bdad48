import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { refuseUnknownRoutes } from './platform/known-routes.ts'
import { checkRoutes, describedRoutes } from './routes.ts'

const plant = (method: 'GET' | 'POST' | 'PUT', url: string) => () => {
  const http = Fastify()
  refuseUnknownRoutes(http, describedRoutes)
  http.route({ method, url, handler: async () => ({}) })
}

test('a route of the API that the contract does not know stops the start', () => {
  expect(plant('GET', '/api/persons')).toThrow('GET /api/persons')
  expect(plant('POST', '/api/me')).toThrow('POST /api/me')
  expect(plant('PUT', '/anything')).toThrow('PUT /anything')
  expect(plant('POST', '/hook')).toThrow('POST /hook')
})

test('what the contract describes, files and readiness are routes', () => {
  expect(plant('GET', '/api/me')).not.toThrow()
  expect(plant('POST', '/api/sign-in')).not.toThrow()
  expect(plant('GET', '/api/health')).not.toThrow()
  expect(plant('GET', '/assets/app.js')).not.toThrow()
})

test('a route of the contract without a handler stops the start', () => {
  expect(() => checkRoutes([])).toThrow('account.sign_in')
})
