import type { MailWords } from '../mail-words.ts'

/** Mails in English. */
export const mailWords: MailWords = {
  greeting: 'Dear {name},',
  footing:
    'This mail was sent by a program; please do not reply. Titles of unpublished results are not named in mail: sign in to see them.',
  masked: '{number}',
  titled: '{number} “{title}”',
  digest: {
    subject: '[Conveyance] {day}: {tasks} tasks, {overdue} overdue',
    intro: 'This is what concerns you on the morning of {day}.',
    parts: {
      overdue: 'Overdue',
      'due-soon': 'Due soon',
      assigned: 'Delegated or reassigned to you',
      new: 'New tasks',
      deadlines: 'Deadlines of the docket',
      closed: 'Matters that ended',
    },
    line: '  · {matter}  {name}{due}',
    due: ' (due on {on}, {days} days left)',
    dueToday: ' (due today)',
    overdue: ' (was due on {on}, {days} days overdue)',
    more: '  · {count} more; sign in to see them.',
    desk: 'Your desk: {url}',
  },
  invitation: {
    subject: '[Conveyance] You are invited to open an account',
    text: '{institution} invites you to open an account in Conveyance, for the transfer matters that concern you.\n\nPlease open this link before {until} and choose a password:\n{url}\n\nIf you did not expect this mail, ignore it.',
  },
  link: {
    subject: '[Conveyance] {number}: please act on “{step}”',
    text: 'Matter {number} of {institution} needs you in person: {step}.\n\nPlease open this one-time link before {until}; no account is needed, and opening it has no effect by itself:\n{url}\n\nPlease do not forward this mail.',
  },
  decision: {
    subject: '[Conveyance] {number}: decision on your objection',
    text: 'On {on} {institution} decided your objection {number}, received on {receivedOn}, to the notice {notice}. The decision ({paper}) is attached, with a reading in English; the Chinese original counts.\n\nSHA-256 of the original: {sha256}\n\nWho does not agree turns to whom the decision names, not to this address. Who you are is kept confidential.',
    nameless: 'objector',
  },
  linkCode: {
    subject: '[Conveyance] Your one-time code',
    text: 'Your code is: {code}\n\nPlease enter it before {until} on the page you opened. Nobody of the office will ask you for it.',
  },
}
