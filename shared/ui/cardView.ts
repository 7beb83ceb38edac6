/**
 * Everything the card says about one lead, in the person's language, ready to draw: props in,
 * events out. Built from the fold by `buildCard` with no DOM and no ambient clock.
 */
import type { Answer, Channel, Outcome } from '../lead/vocabulary.ts';
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
  readonly ask: {
    readonly field: string;
    readonly type: 'text' | 'number' | 'boolean' | 'date' | 'choice';
    readonly question: string;
    readonly choices: readonly { readonly id: string; readonly label: string }[];
  } | null;
}

export interface CardView {
  readonly leadId: string;
  readonly language: 'en' | 'pt-BR' | 'es';
  readonly builtAt: number;
  readonly name: string;
  readonly company: string | null;
  readonly initials: string;
  /** Lines under the name: role and company, phone and owner. */
  readonly about: readonly string[];
  readonly score: number;
  /** "B1 · high interest" (SCO5). */
  readonly bands: string;
  readonly excluded: string | null;
  readonly stages: readonly {
    readonly id: string;
    readonly label: string;
    readonly owner: 'marketing' | 'shared' | 'sales';
    readonly state: 'past' | 'now' | 'ahead';
  }[];
  /** "MQL today 13:10 by " + "fast track: asked for a demo" + " · source Google / clinics-sp" */
  readonly entry: { readonly before: string; readonly strong: string; readonly after: string };
  /** The trial or backlog word, when clocks are grey (TRI1, TRI2). */
  readonly standing: string | null;
  readonly clocks: readonly CardClock[];
  /** Why no clock runs, in words, when `clocks` is empty (CLK1). */
  readonly noClock: string | null;
  readonly attempts: {
    readonly made: number;
    readonly agreed: number;
    readonly text: string;
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
  } | null;
  readonly why: {
    readonly title: string;
    readonly rules: readonly { readonly label: string; readonly points: number }[];
  };
  readonly handoff: { readonly id: string; readonly answered: Answer | null } | null;
  readonly reasons: readonly {
    readonly id: string;
    readonly label: string;
    readonly answer: 'recycled' | 'disqualified';
    readonly blocked: string | null;
  }[];
  readonly channels: readonly {
    readonly channel: Channel;
    readonly label: string;
    readonly outcomes: readonly { readonly outcome: Outcome; readonly label: string }[];
    readonly refused: boolean;
  }[];
  /** What the workspace turned down, each with its next step (SYN2). */
  readonly rejected: readonly string[];
  readonly version: string;
  readonly pending: number;
  readonly syncedAt: number | null;
}
