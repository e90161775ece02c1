import type { ProcessWords } from '../words.ts'

/** Words that all processes share. */
export const words: Partial<ProcessWords> = {
  // What the program's own steps come to, and why a matter ended, where a process has no word of its own for it.
  outcomes: { done: 'Done', issued: 'Issued', docketed: 'Docketed', opened: 'Opened', due: 'Day reached' },
  values: {
    lapsed: 'the patent lapsed',
    invalidated: 'the patent was declared invalid',
    'term-over': 'the term of the licence is over',
    'nothing-to-offer': 'there was no right to offer',
    'nobody-takes-over': 'no inventor took it over',
    'co-owner-objected': 'a co-owner did not agree',
    'terms-not-agreed': 'the terms of the transfer were not agreed',
    'late-objection': 'a late objection was upheld',
    'title-not-returned': 'the title could not be returned to the university',
    'change-not-registered': 'the change of the owner was not registered',
  },
  refusals: {
    'matter/closed': {
      says: 'This matter was closed on {on} ({outcome}); nothing more can be done on it.',
      remedy: 'Open a new matter if the work must go on.',
    },
    'matter/content-erased': {
      says: 'The content of this matter was erased by law on {on}; nothing more can be done in it.',
      remedy: 'Ask {contact}.',
    },
    'matter/suspended': {
      says: 'This matter has been suspended since {since}: {reason}.',
      remedy: 'Wait until the transfer office or counsel resumes it.',
      flips: 'It passes once the matter is resumed.',
    },
    'matter/not-suspended': { says: 'This matter is not suspended.', remedy: 'Nothing to resume; go on with it.' },
    'matter/past-withdrawal': {
      says: 'This matter is past the step up to which it may be withdrawn.',
      remedy: 'Ask the transfer office for a correction or an agreed end.',
    },
    'matter/not-applicant': { says: 'Only the applicant may withdraw a matter.', remedy: 'Have the applicant sign in and withdraw it.' },
    'matter/not-secrecy-office': {
      says: 'That a matter holds a state secret is reported by these roles: {roles}. It is then frozen at once and its content taken out of this system.',
      remedy: 'Tell the secrecy office in person, by the classified channel, at once; add nothing to this system.',
    },
    'matter/not-officer': { says: 'Suspending, resuming and correcting is for these roles: {roles}.', remedy: 'Ask the transfer office.' },
    'matter/message-not-awaited': {
      says: 'The matter does not await “{message}” now; it awaits: {awaited}.',
      remedy: 'Send it when the step is open.',
    },
    'matter/message-not-yours': {
      says: 'You hold none of the roles that may send “{message}” ({roles}).',
      remedy: 'Have a colleague in that role send it.',
    },
    'matter/interested': {
      says: 'You have an interest in this matter and may not act in it for the university.',
      remedy: 'Leave it to a colleague without an interest.',
    },
    'correction/no-such-step': { says: 'Step “{step}” has no outcome yet that could be corrected.', remedy: 'Check the step.' },
    'correction/not-correctable': {
      says: '“{step}” is a proposal, score or vote given under seal, or what a program found: nobody writes another word there.',
      remedy: 'Correct the form on which it rests, or have the step done again.',
    },
    'correction/second-person': {
      says: 'A correction takes two people: whoever proposes it cannot approve it.',
      remedy: 'Ask another member of the transfer office or counsel.',
    },
    'correction/unknown': { says: 'There is no correction “{correction}” to decide.', remedy: 'Reload the page and check.' },
    'task/not-open': { says: 'Task “{task}” is done or does not exist.', remedy: 'Reload the task list.' },
    'task/not-candidate': {
      says: 'This step is for these roles or people: {roles}{people}; you are not among them.',
      remedy: 'If it should be yours, ask the transfer office to reassign it.',
      flips: 'It passes once you hold one of these roles or are named.',
    },
    'task/interested': {
      says: 'You are an inventor or interested party of this matter: you make your own statements and may not carry out “{step}”.',
      remedy: 'Leave it to a colleague without an interest; no role, deputyship or delegation goes round this.',
    },
    'task/deputy-for-interested': {
      says: 'The colleague you stand in for is interested in this matter and must stand back, and so must his deputy.',
      remedy: 'Leave it to another candidate without an interest.',
    },
    'task/four-eyes': {
      says: 'You already performed a step that keeps “{step}” in check; a second person must do this one.',
      remedy: 'Leave it to a colleague.',
    },
    'task/own-statement': {
      says: '“{step}” is one’s own statement: no deputy, delegate or colleague can make it.',
      remedy: 'The person must act; those without an account use a one-time link.',
    },
    'task/personal-duty': {
      says: '“{step}” was asked of its member or evaluator by name: no deputy, delegate or colleague can vote or score in his place.',
      remedy: 'He must act himself, or declare that he stands back.',
    },
    'task/receiver-not-candidate': {
      says: '“{step}” is for these roles or people: {roles}{people}; {receiver} is not among them.',
      remedy: 'Choose somebody in one of these roles, have the role granted to {receiver} first, or let the holder delegate the task.',
      flips: 'It passes once {receiver} holds one of these roles or is named.',
    },
    'task/receiver-interested': {
      says: '{receiver} is an inventor or interested party of that matter and may not carry out “{step}”.',
      remedy: 'Choose a colleague without an interest; no role, deputyship or delegation goes round this.',
    },
    'task/receiver-four-eyes': {
      says: '{receiver} already performed a step that keeps “{step}” in check; a second person must do this one.',
      remedy: 'Choose another colleague.',
    },
    'task/sealed': {
      says: 'What others write in “{step}” is sealed; to say what would follow would give it away.',
      remedy: 'Complete it, or look when everybody has.',
    },
    'task/held-by-other': {
      says: 'This task was claimed by {holder}.',
      remedy: 'Agree with the holder, or have it released or reassigned.',
      flips: 'It passes once the holder releases it.',
    },
    'task/not-held': { says: 'Nobody has claimed this task, so there is nothing to release.', remedy: 'Nothing to do.' },
    'task/not-delegated': {
      says: 'This task was not delegated, so it cannot be handed back.',
      remedy: 'Release it if you do not work on it.',
    },
    'task/link-for-another': {
      says: 'This link was not made for this purpose.',
      remedy: 'Use the link from the right mail, or ask the transfer office for a new one.',
    },
    'task/unknown-outcome': { says: 'This step has no outcome “{outcome}”; it has: {outcomes}.', remedy: 'Choose one of these.' },
    'task/reason-missing': { says: 'Outcome “{outcome}” needs a reason.', remedy: 'Write the reason and send again.' },
    'record/role-not-held': {
      says: 'You no longer held the role “{role}” when you acted.',
      remedy: 'Leave it to whoever holds the role now.',
    },
  },
}
