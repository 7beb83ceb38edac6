/** `/v1/leads/:id/…`: what a person does to one lead, each by the checks of the command it is (SYN1, ACC2). */
import { Hono } from 'hono';
import {
  FieldRequest,
  LogAttemptRequest,
  LogReplyRequest,
  MaterialRequest,
  NurtureRequest,
  OptInRequest,
  OptOutRequest,
  OwnerRequest,
  ReleaseStageRequest,
  ResumeRequest,
  SnoozeRequest,
  StageRequest,
} from '../../shared/protocol/leadCommands.ts';
import { answer, ask } from '../ask.ts';
import type { Env } from '../env.ts';
import { commandOf } from './command.ts';
import { body } from './validate.ts';

export const leadCommands = new Hono<{ Bindings: Env }>();

leadCommands.post('/v1/leads/:id/stage', body(StageRequest), async (c) => {
  const input = { ...commandOf('stage.set', c.req.valid('json')), leadId: c.req.param('id') };
  return answer(c, await ask(c, 'POST /v1/leads/:id/stage', input));
});

leadCommands.post('/v1/leads/:id/stage/release', body(ReleaseStageRequest), async (c) => {
  const input = { ...commandOf('stage.release', c.req.valid('json')), leadId: c.req.param('id') };
  return answer(c, await ask(c, 'POST /v1/leads/:id/stage/release', input));
});

leadCommands.post('/v1/leads/:id/owner', body(OwnerRequest), async (c) => {
  const input = { ...commandOf('owner.assign', c.req.valid('json')), leadId: c.req.param('id') };
  return answer(c, await ask(c, 'POST /v1/leads/:id/owner', input));
});

leadCommands.post('/v1/leads/:id/field', body(FieldRequest), async (c) => {
  const input = { ...commandOf('lead.set', c.req.valid('json')), leadId: c.req.param('id') };
  return answer(c, await ask(c, 'POST /v1/leads/:id/field', input));
});

leadCommands.post('/v1/leads/:id/snooze', body(SnoozeRequest), async (c) => {
  const input = { ...commandOf('lead.snooze', c.req.valid('json')), leadId: c.req.param('id') };
  return answer(c, await ask(c, 'POST /v1/leads/:id/snooze', input));
});

leadCommands.post('/v1/leads/:id/resume', body(ResumeRequest), async (c) => {
  const input = { ...commandOf('lead.resume', c.req.valid('json')), leadId: c.req.param('id') };
  return answer(c, await ask(c, 'POST /v1/leads/:id/resume', input));
});

leadCommands.post('/v1/leads/:id/opt-out', body(OptOutRequest), async (c) => {
  const input = { ...commandOf('lead.optOut', c.req.valid('json')), leadId: c.req.param('id') };
  return answer(c, await ask(c, 'POST /v1/leads/:id/opt-out', input));
});

leadCommands.post('/v1/leads/:id/opt-in', body(OptInRequest), async (c) => {
  const input = { ...commandOf('lead.optIn', c.req.valid('json')), leadId: c.req.param('id') };
  return answer(c, await ask(c, 'POST /v1/leads/:id/opt-in', input));
});

leadCommands.post('/v1/leads/:id/nurture', body(NurtureRequest), async (c) => {
  const input = { ...commandOf('nurture.start', c.req.valid('json')), leadId: c.req.param('id') };
  return answer(c, await ask(c, 'POST /v1/leads/:id/nurture', input));
});

leadCommands.post('/v1/leads/:id/material', body(MaterialRequest), async (c) => {
  const input = { ...commandOf('material.use', c.req.valid('json')), leadId: c.req.param('id') };
  return answer(c, await ask(c, 'POST /v1/leads/:id/material', input));
});

leadCommands.post('/v1/leads/:id/attempts', body(LogAttemptRequest), async (c) => {
  const input = { ...commandOf('attempt.log', c.req.valid('json')), leadId: c.req.param('id') };
  return answer(c, await ask(c, 'POST /v1/leads/:id/attempts', input));
});

leadCommands.post('/v1/leads/:id/replies', body(LogReplyRequest), async (c) => {
  const input = { ...commandOf('reply.log', c.req.valid('json')), leadId: c.req.param('id') };
  return answer(c, await ask(c, 'POST /v1/leads/:id/replies', input));
});
