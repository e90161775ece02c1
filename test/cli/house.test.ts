import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { closeDoor } from '#cli/house.ts'

/** A door at which one request is in hand. */
async function openDoor() {
  let arrived: (response: ServerResponse) => void = () => {}
  const inHand = new Promise<ServerResponse>((resolve) => (arrived = resolve))
  const server = createServer((_, response) => arrived(response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const asked = fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  asked.catch(() => undefined)
  return { server, asked, response: await inHand }
}

test('an API that is stopped answers whom it is answering', async () => {
  const { server, asked, response } = await openDoor()
  const closing = closeDoor(server)
  response.end('recorded')
  expect(await (await asked).text()).toBe('recorded')
  await closing
})

test('a request that takes too long does not keep a stopped API open', async () => {
  const { server, asked } = await openDoor()
  await closeDoor(server, 20)
  await expect(asked).rejects.toThrow('fetch failed')
})
