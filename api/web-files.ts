import { existsSync } from 'node:fs'
import { join } from 'node:path'
import express, { type Express } from 'express'

/**
 * Serves the built web application: its files as they are, its one page for every other address that a browser opens. Names of
 * built files change with their content, so they may be kept; the page may not.
 */
export function serveWeb(app: Express, folder: string): void {
  app.use('/assets', express.static(join(folder, 'assets'), { immutable: true, maxAge: '365d', fallthrough: false }))
  app.use(express.static(folder, { index: false, maxAge: 0 }))
  app.get('/{*page}', (request, response, next) => {
    const page = join(folder, 'index.html')
    if (!request.accepts('html') || /^\/(api|healthz|readyz|metrics)\b/.test(request.path) || !existsSync(page)) return next()
    response.set('Cache-Control', 'no-store').sendFile(page)
  })
}
