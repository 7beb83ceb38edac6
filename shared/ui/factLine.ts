/** One fact as a line: its own words, with the labels the agreement gives its ids. */
import type { Definitions } from '../definitions/definitions.ts';
import type { Fact, FactOf, Scalar } from '../lead/facts.ts';
import type { Room } from '../lead/room.ts';
import type { LeadState } from '../lead/state.ts';
import { inSentence } from '../messages/format.ts';
import { factWords } from '../messages/factWords/index.ts';
import { clockLabel } from './buildClock.ts';
import { fieldLabel, valueWords } from './fieldWords.ts';
import { firstName, memberName } from './viewContext.ts';
import { onDate, type When } from './when.ts';

export interface Telling {
  readonly definitions: Definitions | undefined;
  readonly state: LeadState;
  readonly room: Room;
  readonly when: When;
}

export function factLine(fact: Fact, telling: Telling): string {
  const { definitions, room, when } = telling;
  const { words: shared, card, format } = when.messages;
  const words = factWords(when.messages.language);
  const stage = (id: string) => definitions?.stages.find((one) => one.id === id)?.label ?? id;
  const channel = (id: keyof typeof shared.channels | 'all') =>
    id === 'all' ? words.allChannels : shared.channels[id];
  switch (fact.kind) {
    case 'lead.captured': {
      const { cause, source } = fact.body;
      const from = labelIn(definitions?.sources, source);
      return joined([words.captured[cause], from && words.from(from)]);
    }
    case 'lead.changed':
      return changeLine(fact, telling);
    case 'lead.merged':
      return words.merged;
    case 'lead.unmerged':
      return words.unmerged;
    case 'lead.optedOut':
      return words.optedOut(channel(fact.body.channel));
    case 'lead.optedIn':
      return words.optedIn(channel(fact.body.channel));
    case 'signal.seen':
      return labelIn(definitions?.signals, fact.body.signal) ?? fact.body.signal;
    case 'reply.received':
      return (fact.body.outOfOffice ? words.away : words.replied)(channel(fact.body.channel));
    case 'deal.changed': {
      const { amount, currency, outcome } = fact.body;
      return words.deal[outcome](`${currency} ${format.number(amount)}`);
    }
    case 'stage.entered': {
      const { causes } = card;
      const { cause, evidence } = fact.body;
      const signal = labelIn(definitions?.signals, evidence) ?? '';
      const why =
        cause === 'fast_track'
          ? causes.fast_track(inSentence(signal))
          : cause === 'person'
            ? causes.person(firstName(memberName(room, fact.actor)))
            : causes[cause];
      return words.entered(stage(fact.body.stage), why);
    }
    case 'stage.set':
      return joined([words.stageSet(stage(fact.body.stage)), fact.body.comment]);
    case 'stage.released':
      return words.stageReleased;
    case 'handoff.opened':
      return words.handedOff(stage(fact.body.stage));
    case 'handoff.released':
      return words.backlogReleased;
    case 'owner.assigned': {
      const { owner } = fact.body;
      return owner === null ? words.ownedByNobody : words.owned(memberName(room, owner));
    }
    case 'owner.routed':
      return words.routed(memberName(room, fact.body.owner));
    case 'lead.snoozed': {
      const { untilOn, reason } = fact.body;
      const why = labelIn(definitions?.handoff.snooze.reasons, reason) ?? reason;
      return words.snoozed(onDate(untilOn, when), inSentence(why));
    }
    case 'lead.resumed':
      return words.resumed;
    case 'attempt.made':
      return attemptLine(fact, telling);
    case 'attempt.withdrawn':
      return words.attemptWithdrawn;
    case 'attempt.refused':
      return joined([words.attemptRefused, fact.body.reason]);
    case 'handoff.answered':
      return words.answered(answerLine(fact, telling));
    case 'handoff.corrected':
      return words.corrected(answerLine(fact, telling));
    case 'handoff.contested':
      return joined([words.contested, fact.body.evidence]);
    case 'handoff.decided':
      return joined([words.decided[fact.body.outcome], fact.body.note]);
    case 'handoff.commented':
      return words.commented(fact.body.text);
    case 'handoff.withdrawn':
      return words.handoffWithdrawn;
    case 'nurture.started':
      return words.nurture;
    case 'material.used': {
      const { persona, material } = fact.body;
      const materials = definitions?.personas.find(({ id }) => id === persona)?.materials;
      return words.material(materials?.find(({ id }) => id === material)?.title ?? material);
    }
    case 'clock.warned':
      return words.warned(clockOf(fact.body.clock, telling));
    case 'clock.breached':
      return words.breached(clockOf(fact.body.clock, telling));
    case 'clock.escalated':
      return words.escalated(clockOf(fact.body.clock, telling));
    case 'clock.corrected':
      return words.clockCorrected(clockOf(fact.body.clock, telling));
    case 'account.counted':
      return '';
  }
}

function changeLine({ body }: FactOf<'lead.changed'>, { definitions, when }: Telling): string {
  const words = factWords(when.messages.language);
  const fields = Object.entries(body.fields ?? {}).map(([field, value]: [string, Scalar | null]) => {
    const label = fieldLabel(field, definitions, when.messages);
    if (value === null) return words.forgotten(label);
    return words.changed(`${label}: ${valueWords(field, value, definitions, when.messages)}`);
  });
  const added = [body.addEmails, body.addPhones, body.addExternalIds].some((list) => list?.length);
  const removed = [body.removeEmails, body.removePhones].some((list) => list?.length);
  return joined([...fields, added && words.newAddress, removed && words.goneAddress]);
}

function attemptLine({ body }: FactOf<'attempt.made'>, { when }: Telling): string {
  const { words } = when.messages;
  const said = factWords(when.messages.language);
  return joined([
    words.channels[body.channel],
    words.outcomes[body.outcome],
    body.evidence === 'declared' && said.declared,
    body.evidence === 'observed' && said.seen,
    body.automatic && said.automatic,
    body.scheduled && said.scheduled,
    body.note,
  ]);
}

function answerLine(
  { body }: FactOf<'handoff.answered'> | FactOf<'handoff.corrected'>,
  { definitions, when }: Telling,
): string {
  const said = factWords(when.messages.language);
  return joined([
    when.messages.words.answers[body.answer],
    labelIn(definitions?.handoff.reasons, body.reason),
    body.returnOn && said.returnOn(onDate(body.returnOn, when)),
    body.comment,
  ]);
}

function clockOf(id: string, { state, when }: Telling): string {
  const clock = state.clocks.find((one) => one.id === id);
  return clock ? clockLabel(clock, when.messages) : when.messages.card.agreement;
}

function labelIn(
  named: readonly { readonly id: string; readonly label: string }[] | undefined,
  id: string | undefined,
): string | undefined {
  return named?.find((one) => one.id === id)?.label ?? id;
}

function joined(parts: readonly (string | false | undefined)[]): string {
  return parts.filter(Boolean).join(' · ');
}
