import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { LOOPBACK } from './ports.ts'

/** A mail as it came in: envelope, headers by lower-case name, decoded text. */
export type ReceivedMail = {
  readonly from: string
  readonly to: readonly string[]
  readonly headers: { readonly [name: string]: string }
  readonly text: string
}

export type RunningMailServer = {
  /** For MAIL_URL. */
  readonly url: string
  /** Everything taken so far, in order. */
  readonly mails: readonly ReceivedMail[]
  stop(): Promise<void>
}

export type MailServerOptions = {
  /** Answers a mailbox with an SMTP code: 550 for none such, 451 for not now. */
  readonly refuse?: (address: string) => number | undefined
}

/** A mail server on this machine that takes every mail and keeps it in memory: for tests and for trying mail out. */
export async function startMailServer({ refuse = () => undefined }: MailServerOptions = {}): Promise<RunningMailServer> {
  const mails: ReceivedMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    // Who connects is this machine; asking its name could take seconds.
    disableReverseLookup: true,
    onRcptTo({ address }, _session, callback) {
      const code = refuse(address)
      callback(
        code === undefined ? null : Object.assign(new Error(code < 500 ? 'Try again later' : 'No such mailbox'), { responseCode: code }),
      )
    },
    onData(stream, { envelope }, callback) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
        mails.push({ from, to: envelope.rcptTo.map((one) => one.address), ...parseMail(Buffer.concat(parts).toString('latin1')) })
        callback()
      })
    },
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, LOOPBACK, resolve)
  })
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://${LOOPBACK}:${port}`,
    mails,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** Headers and text of a mail with one part, as our own program writes it: encoded words (RFC 2047), base64 or plain text. */
export function parseMail(raw: string): Pick<ReceivedMail, 'headers' | 'text'> {
  const [head = '', ...body] = raw.replaceAll('\r\n', '\n').split('\n\n')
  const lines = head.replaceAll(/\n[ \t]+/g, ' ').split('\n')
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), decodeWords(line.slice(line.indexOf(':') + 1).trim())]),
  )
  const text = body.join('\n\n')
  const isEncoded = headers['content-transfer-encoding']?.toLowerCase() === 'base64'
  const bytes = isEncoded ? Buffer.from(text, 'base64') : Buffer.from(text, 'latin1')
  return { headers, text: bytes.toString('utf8').replaceAll('\r\n', '\n') }
}

function decodeWords(value: string): string {
  return value.replaceAll(/(?<=\?=)\s+(?==\?)/g, '').replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, how: string, word: string) => {
    if (how.toLowerCase() === 'b') return Buffer.from(word, 'base64').toString('utf8')
    const bytes = word
      .replaceAll('_', ' ')
      .replaceAll(/=([0-9a-f]{2})/gi, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    return Buffer.from(bytes, 'latin1').toString('utf8')
  })
}
