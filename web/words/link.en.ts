import type { linkZh } from './link.zh.ts'
import type { SameShape } from './words.zh.ts'

/** Words of the pages behind one-time links. */
export const linkEn: SameShape<typeof linkZh> = {
  link: {
    title: 'One-time link',
    invitationTitle: 'You are invited',
    ready: 'This link is for you alone and for one thing. Opening this page changes nothing.',
    used: 'This link has been used. Ask the university for another if you need one.',
    unknown: 'There is no such link. Check the whole address in your mail, or ask the university to send it again.',
    expired: 'This link has expired. Ask the university for another.',
    'content-changed': 'The content has changed since the link was sent. Ask the university for another.',
    matter: 'Matter',
    step: 'What it is about',
    validUntil: 'Valid until',
    sendCode: 'Send me a code',
    sendCodeTo: 'The code goes to {{mail}}',
    codeSent: 'A code was sent to {{mail}}.',
    resend: 'Send again',
    code: 'Code of six digits',
    open: 'Show the content',
    signedAs: 'You act as “{{name}}”',
    paperHere: 'If the paper did not open by itself, open it here',
    contentHash: 'Hash of the content',
    what: 'What you will sign',
    done: 'Done',
    doneLead: 'The outcome is “{{outcome}}”. You may close this page; the university is told.',
    accept: 'Set up your account',
    username: 'User name',
    password: 'Password (12 characters at least)',
    accepted: 'Your account is ready; you can sign in now.',
  },
}
