/**
 * What only the worker can check of a command, because it needs the lead and the agreement. Answers
 * the command as it will be kept (phones and e-mails in their one form), or why it is turned down.
 */
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import { identityKeys, normalizeEmail } from '../../../shared/lead/identity.ts';
import { memberAt } from '../../../shared/lead/memberAt.ts';
import type { Command, CommandOf } from '../../../shared/protocol/commands.ts';
import { checkAttempt, checkAttemptChange } from './checkAttempt.ts';
import {
  checkAnswer,
  checkContest,
  checkComment,
  checkDecision,
  checkSnooze,
  checkStage,
} from './checkHandoff.ts';
import type { Refusal } from './command.ts';
import { faultAt } from '../../reasons.ts';
import { ERASED, isErased } from '../privacy/erasedKeys.ts';
import { leadsByKeys } from '../leads/identity.ts';
import type { LeadView } from '../leads/leadView.ts';
import { fieldFault, fieldFaults } from '../leads/leadFields.ts';
import { countryOf } from '../leads/countryOf.ts';
import { parsePhone } from '../leads/phone.ts';
import type { Who, Work } from '../work.ts';

type Checked = Command | Refusal;
const malformed = (pointer: string, detail: string): Refusal => ({ code: 'malformed', pointer, detail });

/** @param lead null for `lead.capture`, whose lead is not there yet */
export function checkCommand(work: Work, who: Who, command: Command, lead: LeadView | null): Checked {
  const version = work.ground.inForce(work.now);
  const { definitions } = version;
  if (command.kind === 'lead.capture') return checkCapture(work, definitions, command);
  if (lead === null) return { code: 'not_found', pointer: '/body/leadId' };
  switch (command.kind) {
    case 'attempt.log':
      return checkAttempt(work, command, lead) ?? command;
    case 'attempt.withdraw':
    case 'attempt.refuse':
      return checkAttemptChange(who, command, lead.stored) ?? command;
    case 'lead.set': {
      const { field, value } = command.body;
      const fault = fieldFault(definitions, field, value);
      return fault === undefined ? command : malformed('/body/field', faultAt('', fault).detail);
    }
    case 'stage.set':
      return checkStage(definitions, command, lead.state) ?? command;
    case 'owner.assign': {
      const { owner } = command.body;
      if (owner !== null && !memberAt(work.ground.room(), owner, work.now)?.active)
        return malformed('/body/owner', 'no active member has this id');
      if (who.role === 'sdr' && lead.state.owner !== null) return { code: 'forbidden' };
      return command;
    }
    case 'lead.snooze':
      return checkSnooze(version, command, lead.stored) ?? command;
    case 'handoff.answer':
    case 'handoff.correct':
      return checkAnswer(version, command, lead.state) ?? command;
    case 'handoff.contest':
      return checkContest(version, command, lead.state) ?? command;
    case 'handoff.decide':
      return checkDecision(command, lead.state) ?? command;
    case 'handoff.comment':
      return checkComment(command, lead.state) ?? command;
    case 'material.use': {
      const persona = definitions.personas.find(({ id }) => id === command.body.persona);
      return persona?.materials?.some(({ id }) => id === command.body.material)
        ? command
        : malformed('/body/material', 'the agreement has no such material');
    }
    case 'reply.log':
    case 'lead.optOut':
    case 'lead.optIn':
    case 'lead.resume':
    case 'stage.release':
    case 'nurture.start':
      return command;
  }
}

/** OVR7: an address somebody holds already is that lead, and nothing is doubled. */
export function checkCapture(
  work: Work,
  definitions: Definitions,
  command: CommandOf<'lead.capture'>,
): Checked {
  const { emails, phones = [], externalIds = [], fields = {} } = command.body;
  const wrong = emails.findIndex((text) => normalizeEmail(text) === null);
  if (wrong >= 0) return malformed(`/body/emails/${wrong}`, 'this is no e-mail address');
  const [fault] = fieldFaults(definitions, fields, '/body/fields');
  if (fault) return malformed(fault.pointer, fault.detail);
  const country = countryOf(work, fields['country']);
  const parsed = phones.map((text) => parsePhone(text, country));
  const unread = parsed.findIndex((phone) => phone === undefined);
  if (unread >= 0) return malformed(`/body/phones/${unread}`, 'this is no phone number');
  const body = {
    ...command.body,
    emails: emails.flatMap((text) => normalizeEmail(text) ?? []),
    phones: parsed.flatMap((phone) => phone ?? []),
    externalIds,
  };
  const keys = identityKeys(body);
  if (keys.length === 0) return malformed('/body/emails', 'a lead needs an e-mail, a phone or a record id');
  if (isErased(work, keys)) return { code: 'forbidden', pointer: '/body', detail: ERASED };
  const [held] = leadsByKeys(work, keys);
  return held === undefined ? { ...command, body } : { code: 'conflict', theirs: held };
}
