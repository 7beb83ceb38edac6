import type { SignInWords } from './words.ts';

export const en: SignInWords = {
  join: {
    title: 'Join your team in Combinado',
    lead: 'This link signs in this browser. It works once.',
    button: 'Sign in here',
    done: (name) => `You are signed in as ${name}.`,
    next: 'Or, to see leads in your inbox and CRM, open the Combinado extension and choose Connect.',
    console: 'Open the console',
    spent: 'This link has been used or has expired. Ask whoever sent it for a new one.',
    silent: 'Nobody answers just now. The link is still good: try again in a moment.',
  },
  consent: {
    title: 'Connect the extension?',
    lead: (name, workspace) => `Combinado in this browser will act as ${name} in ${workspace}.`,
    may: 'It will read your leads and record what you log. You can disconnect it at any time.',
    allow: 'Connect',
    cancel: 'Not now',
  },
  signInFirst: {
    title: 'Open your invite link first',
    lead: 'This browser is not signed in. Open the invite link you were sent, then connect the extension again.',
    toConsole:
      'This browser is not signed in. Open the invite link you were sent in this browser, then come back to this address.',
    company: 'Sign in with your company account',
  },
  company: {
    title: 'Sign in with your company account',
    none: 'This address has no company sign-in. Ask an admin for an invite link.',
    unreachable: 'Your company’s sign-in does not answer. Try again in a moment.',
    failed: 'Your company’s sign-in did not confirm who you are. Start again from Combinado.',
    stranger: 'Nobody here is known by your address yet. Ask an admin to invite you.',
  },
  pair: {
    title: 'Connect with a code',
    lead: 'For browsers in which the extension cannot open the sign-in window by itself.',
    button: 'Show a code',
    code: 'Type this code in the extension:',
    lasts: 'It works once, within five minutes.',
  },
};
