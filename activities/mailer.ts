import { createHash } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type Mail from 'nodemailer/lib/mailer'
import type { Config } from '#schemas/config.ts'

/** A file that goes with a letter. */
type Enclosure = { readonly name: string; readonly mediaType: string; readonly bytes: Buffer }

/** What a person reads. */
export type Letter = { readonly subject: string; readonly text: string; readonly enclosures?: readonly Enclosure[] }

/** A letter on its way. The same `id` gives the same Message-ID, by which mail servers know a repetition. */
export type Sending = { readonly id: string; readonly to: string; readonly letter: Letter }

export type Mailer = {
  /** Hands a letter to the mail server, or files it; answers its Message-ID. Rejects when it was not taken. */
  send(sending: Sending): Promise<{ readonly messageId: string }>
  close(): void
}

export type MailerSettings = Pick<Config, 'MAIL_URL' | 'MAIL_FROM'> & {
  /** Where letters lie while no mail server is configured. */
  readonly folder: string
}

/** Thrown where the mail server refuses a letter for good: no such mailbox, content not taken. */
export class LetterRefused extends Error {
  override readonly name = 'LetterRefused'
}

/** Milliseconds that a mail server may be silent. */
const patience = 10_000

/** The post: to the configured mail server, or as `.eml` files into a folder where none is configured. */
export function createMailer({ MAIL_URL, MAIL_FROM, folder }: MailerSettings): Mailer {
  return MAIL_URL === undefined ? createFolderMailer(folder, MAIL_FROM) : createServerMailer(MAIL_URL, MAIL_FROM)
}

function createServerMailer(url: string, from: string): Mailer {
  const transport = createTransport({ url, connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience })
  return {
    async send(sending) {
      const { messageId } = await transport.sendMail(messageOf(sending, from)).catch(explain)
      return { messageId }
    },
    close: () => transport.close(),
  }
}

function createFolderMailer(folder: string, from: string): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' })
  return {
    async send(sending) {
      const { message, messageId } = await transport.sendMail(messageOf(sending, from))
      await mkdir(folder, { recursive: true })
      const file = join(folder, `${nameOf(sending.id)}.eml`)
      // Written aside and renamed: whoever reads the folder finds whole letters only, and a repetition takes the place of the first.
      await writeFile(`${file}.draft`, message as Buffer)
      await rename(`${file}.draft`, file)
      return { messageId }
    },
    close: () => transport.close(),
  }
}

/** An answer 5xx about this address or this letter (RFC 5321 4.2.1) will be the same tomorrow; all else may pass. */
function explain(error: Error & { readonly code?: string; readonly responseCode?: number }): never {
  const isFinal = (error.responseCode ?? 0) >= 500 && (error.code === 'EENVELOPE' || error.code === 'EMESSAGE')
  throw isFinal ? new LetterRefused(error.message, { cause: error }) : error
}

function messageOf({ id, to, letter }: Sending, from: string): Mail.Options {
  return {
    from,
    to,
    subject: letter.subject,
    text: letter.text,
    attachments: (letter.enclosures ?? []).map(({ name, mediaType, bytes }) => ({
      filename: name,
      contentType: mediaType,
      content: bytes,
    })),
    messageId: `<${nameOf(id)}@conveyance>`,
    // RFC 3834: no absence notice is to answer this.
    headers: { 'Auto-Submitted': 'auto-generated' },
    textEncoding: 'base64',
    // The text is our own; nothing in it is to be fetched from a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

function nameOf(id: string): string {
  return createHash('sha256').update(id).digest('hex').slice(0, 32)
}
