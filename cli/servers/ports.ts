import { createServer } from 'node:net'

/** The only address our servers listen on: nothing on the network reaches them. */
export const LOOPBACK = '127.0.0.1'

/** Whether a server could listen on this port of the machine's own address now. */
export async function isPortFree(port: number): Promise<boolean> {
  return (await listenOnce(port)) !== undefined
}

/** A port nobody listens on at this moment. */
export async function findFreePort(): Promise<number> {
  const port = await listenOnce(0)
  if (port === undefined) throw new Error('the system has no free port')
  return port
}

async function listenOnce(port: number): Promise<number | undefined> {
  return await new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(undefined)
      else reject(error)
    })
    server.listen({ port, host: LOOPBACK, exclusive: true }, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : undefined))
    })
  })
}
