/**
 * Everything the card says about one lead, in the person's language, ready to draw: props in,
 * events out. Built from the fold by `buildCard` with no DOM and no ambient clock.
 */
import type { Answer, Channel, Outcome } from '../lead/vocabulary.ts';
import type { ProposalAbout } from '../protocol/proposals.ts';
import type { ClockFace } from './chipView.ts';

export interface CardClock {
  readonly id: string;
  readonly label: string;
  readonly face: ClockFace;
  /** "tomorrow 13:10", said instead of the time left when the due is on a later date; else null. */
  readonly due: string | null;
  /** "due today at 17:30", "met today 14:02"; left out where `due` already says it in large. */
  readonly standing: string;
  /** "4 business hours: segment Health › default" */
  readonly why: string;
  /** "owed by marketing" on a promise of the other side; null on one's own. */
  readonly owedBy: string | null;
  /** The whole target in the face's kind of time, ms: what the bar is the share of. Null = no bar. */
  readonly targetMs: number | null;
}

export interface CardCriterion {
  readonly verdict: 'met' | 'unmet' | 'unknown';
  readonly label: string;
  /** The value seen, or words for "none yet". */
  readonly value: string;
  /** How a score falls short, with the single rules that would do it (PRD5); null where nothing does. */
  readonly hint: string | null;
  /** Where it can be answered on the spot (PRD5): the field and how to type it. */
  readonly ask: CardAsk | null;
}

/** A question that can be answered where it is shown. */
export interface CardAsk {
  readonly field: string;
  /** `money`: a number in the agreement's currency; `several`: some of the choices at once. */
  readonly type: 'text' | 'number' | 'money' | 'boolean' | 'date' | 'choice' | 'several';
  readonly question: string;
  readonly choices: readonly Named[];
  /** Sign of the currency for `money`. */
  readonly sign?: string | undefined;
}

export interface Named {
  readonly id: string;
  readonly label: string;
}

/** What happened, newest first. */
export interface CardHistory {
  /** How many there are in all. */
  readonly total: number;
  readonly lines: readonly CardHistoryLine[];
}

export interface CardHistoryLine {
  readonly id: string;
  readonly when: string;
  readonly text: string;
  readonly pending: boolean;
  readonly withdrawn: boolean;
}

/** What sales gets with the lead (HOF1). */
export interface CardBrief {
  /** The newest first; the same one several times in a row is one line. */
  readonly signals: readonly { readonly id: string; readonly label: string; readonly when: string }[];
  readonly missing: readonly { readonly label: string; readonly ask: CardAsk | null }[];
  /** The nearest promise that runs, with its hour; null when nothing is owed. */
  readonly next: { readonly label: string; readonly when: string } | null;
}

/** How to speak with this kind of person, and what to send them (DEF7). */
export interface CardPersona {
  readonly id: string;
  readonly label: string;
  readonly pains: readonly string[];
  readonly needs: readonly string[];
  readonly words: readonly string[];
  readonly materials: readonly { readonly id: string; readonly title: string; readonly link: string }[];
}

/** The others of the same company, as far as this person sees them (IDN4). */
export interface CardAccount {
  /** Their company's name; null when none of them says it. */
  readonly company: string | null;
  readonly people: readonly {
    readonly leadId: string;
    readonly name: string;
    /** Role, stage and owner. */
    readonly about: string;
    /** Whether this person may open their card. */
    readonly open: boolean;
  }[];
  /** How many more there are than listed. */
  readonly more: number;
  readonly covered: readonly string[];
  readonly missing: readonly string[];
}

/** What this person may do to this lead now (ACC2); what is null or false is not offered. */
export interface CardMay {
  readonly log: boolean;
  readonly answer: boolean;
  /** The hand-off whose answer may be changed, and which that is (HOF3). */
  readonly correct: { readonly handoff: string; readonly answered: Answer } | null;
  /** Whether it may be moved by hand: back only with a reason once it was accepted (HOF3), free again (STG4). */
  readonly stage: { readonly backNeedsReason: boolean; readonly release: boolean } | null;
  readonly set: boolean;
  readonly take: boolean;
  readonly assign: boolean;
  readonly snooze: {
    readonly reasons: readonly Named[];
    /** Earliest and latest date, `YYYY-MM-DD`. */
    readonly from: string;
    readonly to: string | null;
    /** How many times it may still be snoozed on this hand-off. */
    readonly left: number;
  } | null;
  readonly resume: boolean;
  readonly reply: boolean;
  readonly optOut: boolean;
  /** Channels the lead is opted out of and that may be opened again. */
  readonly optIn: readonly (Channel | 'all')[];
  /** The returned hand-off that may be contested, and until when in words. */
  readonly contest: { readonly handoff: string; readonly until: string } | null;
  readonly nurture: boolean;
  readonly material: boolean;
}

export interface CardView {
  readonly leadId: string;
  readonly language: 'en' | 'pt-BR' | 'es';
  readonly builtAt: number;
  readonly name: string;
  readonly company: string | null;
  readonly initials: string;
  /** Under the name: role and company; empty when neither is known. */
  readonly about: string;
  readonly phones: readonly { readonly text: string; readonly href: string }[];
  /** "owner: Ana", or that there is none. */
  readonly owner: string;
  readonly score: number;
  /** "B1 · high interest" (SCO5). */
  readonly bands: string;
  readonly excluded: string | null;
  readonly stages: readonly {
    readonly id: string;
    readonly label: string;
    readonly owner: 'marketing' | 'shared' | 'sales';
    /** "MQL (marketing)", as it is read out. */
    readonly spoken: string;
    readonly state: 'past' | 'now' | 'ahead';
  }[];
  /** "MQL today 13:10 by " + "fast track: asked for a demo" + " · source Google / clinics-sp" */
  readonly entry: { readonly before: string; readonly strong: string; readonly after: string };
  /** The newest touch by anyone on anyone of the account (ACC3): "Last touch yesterday 14:05 · Email · Bruno". */
  readonly touch: string;
  /** The trial or backlog word, when clocks are grey (TRI1, TRI2). */
  readonly standing: string | null;
  /** In a workspace on trial nothing is red. */
  readonly trial: boolean;
  /** Snoozed, opted out, returned or contested: each a line. */
  readonly notices: readonly { readonly text: string; readonly tone: 'late' | 'rest' }[];
  readonly clocks: readonly CardClock[];
  /** Why no clock runs, in words, when `clocks` is empty (CLK1). */
  readonly noClock: string | null;
  readonly attempts: {
    /** 0 agreed: nothing was handed over that could be tried. */
    readonly made: number;
    readonly agreed: number;
    readonly text: string;
    /** What is still owed before "unreachable" may be chosen (HOF4); null when nothing is to be returned. */
    readonly owed: string | null;
    readonly history: readonly {
      readonly id: string;
      readonly text: string;
      readonly at: number;
      readonly pending: boolean;
      readonly withdrawn: boolean;
    }[];
  };
  readonly next: {
    readonly title: string;
    readonly criteria: readonly CardCriterion[];
    /** The stage a person may move it to, now that nothing is missing; null where nobody decides it. */
    readonly decide: Named | null;
  } | null;
  readonly why: {
    readonly title: string;
    readonly rules: readonly {
      readonly label: string;
      readonly points: number;
      /** What time or a limit took, in words; null when it counts in full. */
      readonly note: string | null;
    }[];
    /** What the lines add up to: the shown score. */
    readonly total: string;
  };
  readonly brief: CardBrief | null;
  readonly persona: CardPersona | null;
  readonly account: CardAccount | null;
  readonly history: CardHistory;
  readonly may: CardMay;
  /** What a proposal may be about, by kind (TGT7). */
  readonly topics: readonly { readonly kind: ProposalAbout['kind']; readonly of: readonly Named[] }[];
  readonly handoff: { readonly id: string; readonly answered: Answer | null } | null;
  readonly reasons: readonly {
    readonly id: string;
    readonly label: string;
    readonly answer: 'recycled' | 'disqualified';
    readonly blocked: string | null;
  }[];
  /** Stages a returned lead may go to, the usual one last. */
  readonly returnTo: readonly Named[];
  readonly channels: readonly {
    readonly channel: Channel;
    readonly label: string;
    readonly outcomes: readonly { readonly outcome: Outcome; readonly label: string }[];
    readonly refused: boolean;
  }[];
  /** What the workspace turned down, each with its next step (SYN2). */
  readonly rejected: readonly string[];
  readonly version: string;
  /** The number alone: what a proposal was seen in. */
  readonly versionNumber: number;
  /** "Ana Lima (sales), 12 Nov" for each signature (DEF4, DEF5). */
  readonly signatures: readonly string[];
  readonly pending: number;
  readonly syncedAt: number | null;
}
