/** What a person did about a lead and what stands of it: tries, and answers to its hand-offs. */
import type { LeadState } from './state.ts';
import type { Answer, Channel, Outcome } from './vocabulary.ts';

export type Deed = { readonly at: number } & (
  { readonly channel: Channel; readonly outcome: Outcome } | { readonly answer: Answer }
);

export function deedsOf(state: LeadState, member: string): readonly Deed[] {
  return [...triesOf(state, member), ...answersOf(state, member)];
}

function triesOf(state: LeadState, member: string): readonly Deed[] {
  return state.attempts
    .filter(({ by, withdrawn, refused, automatic }) => by === member && !withdrawn && !refused && !automatic)
    .map(({ at, channel, outcome }) => ({ at, channel, outcome }));
}

function answersOf(state: LeadState, member: string): readonly Deed[] {
  return state.handoffs.flatMap(({ answer }) =>
    answer?.by === member ? [{ at: answer.at, answer: answer.answer }] : [],
  );
}
