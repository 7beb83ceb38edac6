import type { RecordedWords } from './words.ts';

export const en: RecordedWords = {
  of: {
    profile: {
      title: 'You as a member',
      what: 'Your name, role, side, team, working hours and capacity, each with the date it changed.',
      seenBy: 'Everybody in the workspace.',
    },
    work: {
      title: 'What you did with leads',
      what: 'Attempts, answers, notes and changes, each with its lead, channel and time.',
      seenBy:
        'Whoever may see the lead. Figures per person: you and the manager of your side; figures per team: everybody.',
    },
    absences: {
      title: 'Absences',
      what: 'When you were away, with the reason that was written.',
      seenBy: 'That you are away: everybody. The reason: you, managers and admins.',
    },
    commands: {
      title: 'What your devices sent',
      what: 'Each thing you did as your device sent it, so that nothing counts twice.',
      seenBy: 'Nobody in the product; it is in the workspace’s export.',
    },
    devices: {
      title: 'Browsers you are signed in with',
      what: 'A name such as “Chrome Linux”, when it signed in and when it was last heard of, to the hour. No address, no place.',
      seenBy: 'You and admins.',
    },
    acts: {
      title: 'Changes to the workspace',
      what: 'What you changed in the workspace, and what others changed about you.',
      seenBy: 'Admins.',
    },
    notices: {
      title: 'Notices to you',
      what: 'Warnings and messages the workspace sent you, and whether you read them.',
      seenBy: 'You.',
    },
    proposals: {
      title: 'Proposals and votes',
      what: 'Changes you proposed to the agreement, and how you voted.',
      seenBy: 'Everybody in the workspace.',
    },
    address: {
      title: 'Your address for company sign-in',
      what: 'Only a fingerprint of it, from which the address cannot be read.',
      seenBy: 'Nobody.',
    },
    leads: {
      title: 'Leads that are yours',
      what: 'Which leads you own now; who owned a lead before stands in its own history.',
      seenBy: 'Everybody sees whose lead it is.',
    },
    comments: {
      title: 'Comments on hand-offs',
      what: 'What you wrote to the other side about a hand-off, with its lead and time.',
      seenBy: 'Whoever may see the lead.',
    },
    sessions: {
      title: 'Sessions and reviews',
      what: 'Those you were at, opened or were the referee of.',
      seenBy: 'Everybody in the workspace.',
    },
    decisions: {
      title: 'Decisions of a session',
      what: 'Those recorded with you as referee, and those you are to carry out.',
      seenBy: 'Everybody in the workspace.',
    },
    agreement: {
      title: 'The agreement',
      what: 'Versions and drafts you wrote or signed, and where the agreement names you.',
      seenBy: 'Everybody in the workspace.',
    },
    setups: {
      title: 'What you set up or started',
      what: 'Imports, connections, webhooks, closed periods, releases and other long work, by your name; teams you manage.',
      seenBy: 'Admins; managers what they may start themselves.',
    },
    access: {
      title: 'What signing in needs',
      what: 'Keys and one-time codes, browsers you signed out of, and answers kept so that a repeat does nothing twice.',
      seenBy: 'Nobody; a browser signed out of: admins, in the export.',
    },
  },
  kept: (days) => `${days} days.`,
  keptWithLead: (days) =>
    days === null ? 'As long as the lead.' : `As long as the lead: ${days} days after its last event.`,
  keptWhileMember: 'While you are a member, and after that as long as your work is counted.',
  keptForEver: 'Until somebody removes it.',
  keptUntilUsed: 'Until it is used up, runs out or is revoked.',
  never: [
    'Pages you visit, except that you logged something there.',
    'The text or subject of any mail.',
    'What you type, where you are, or how you move the mouse.',
  ],
};
