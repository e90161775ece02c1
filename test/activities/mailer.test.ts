import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createMailer, LetterRefused } from '#activities/mailer.ts'
import { parseMail, startMailServer, type RunningMailServer } from '#cli/servers/mail-server.ts'

const letter = { subject: '【让渡】2026年3月9日办件摘要：3项待办，1项已逾期', text: '张老师，您好：\n\n以下是今天的情况。\n' }
const from = '让渡 <conveyance@uni.example>'

let folder = ''
let server: RunningMailServer
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'conveyance-mail-'))
  server = await startMailServer({ refuse: (address) => (address.startsWith('gone') ? 550 : address.startsWith('full') ? 452 : undefined) })
})
afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true })
})

describe('the post with a mail server', () => {
  const open = () => createMailer({ MAIL_URL: server.url, MAIL_FROM: from, folder })

  it('brings subject and text unharmed, and asks for no absence notices', async () => {
    const mailer = open()
    await mailer.send({ id: 'a', to: 'zhang@uni.example', letter })
    mailer.close()
    const mail = server.mails.at(-1)
    expect(mail).toMatchObject({ from: 'conveyance@uni.example', to: ['zhang@uni.example'], text: letter.text })
    expect(mail?.headers).toMatchObject({ subject: letter.subject, 'auto-submitted': 'auto-generated' })
  })

  it('brings what is enclosed byte for byte', async () => {
    const mailer = open()
    const bytes = Buffer.from(Array.from({ length: 600 }, (_, place) => place % 256))
    await mailer.send({
      id: 'enclosed',
      to: 'wu@uni.example',
      letter: { ...letter, enclosures: [{ name: '决定书.pdf', mediaType: 'application/pdf', bytes }] },
    })
    mailer.close()
    const raw = server.mails.at(-1)?.text ?? ''
    expect(raw).toContain('Content-Type: application/pdf')
    expect(raw.replaceAll(/\r?\n/g, '')).toContain(bytes.toString('base64'))
  })

  it('gives a letter that is sent again the same Message-ID, and another letter another', async () => {
    const mailer = open()
    const first = await mailer.send({ id: 'b', to: 'li@uni.example', letter })
    const again = await mailer.send({ id: 'b', to: 'li@uni.example', letter })
    const other = await mailer.send({ id: 'c', to: 'li@uni.example', letter })
    mailer.close()
    expect(again).toEqual(first)
    expect(other.messageId).not.toBe(first.messageId)
    expect(server.mails.at(-1)?.headers['message-id']).toBe(other.messageId)
  })

  it('tells a mailbox that is gone from one that is full for now', async () => {
    const mailer = open()
    await expect(mailer.send({ id: 'd', to: 'gone@uni.example', letter })).rejects.toBeInstanceOf(LetterRefused)
    const trouble: unknown = await mailer.send({ id: 'e', to: 'full@uni.example', letter }).catch((error: unknown) => error)
    mailer.close()
    expect(trouble).toBeInstanceOf(Error)
    expect(trouble).not.toBeInstanceOf(LetterRefused)
  })

  it('rejects while no mail server answers, for somebody to try again', async () => {
    const silent = await startMailServer()
    await silent.stop()
    const mailer = createMailer({ MAIL_URL: silent.url, MAIL_FROM: from, folder })
    const trouble: unknown = await mailer.send({ id: 'f', to: 'li@uni.example', letter }).catch((error: unknown) => error)
    mailer.close()
    expect(trouble).toMatchObject({ code: 'ESOCKET' })
  })
})

describe('the post without a mail server', () => {
  it('files each letter once, as a mail that programs can open', async () => {
    const mailer = createMailer({ MAIL_FROM: from, folder: join(folder, 'mail') })
    await mailer.send({ id: 'a', to: 'zhang@uni.example', letter })
    await mailer.send({ id: 'a', to: 'zhang@uni.example', letter })
    await mailer.send({ id: 'b', to: 'li@uni.example', letter })
    mailer.close()
    const files = await readdir(join(folder, 'mail'))
    expect(files).toHaveLength(2)
    const mails = await Promise.all(files.map(async (file) => parseMail(await readFile(join(folder, 'mail', file), 'latin1'))))
    expect(mails.map((mail) => mail.headers['to']).toSorted()).toEqual(['li@uni.example', 'zhang@uni.example'])
    expect(mails[0]).toMatchObject({ headers: { subject: letter.subject }, text: letter.text })
  })
})
