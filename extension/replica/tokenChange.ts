/**
 * The token changes once a day (ACC4). The one in use stays good until the new one is first used, so
 * whatever is lost on the way, here or there, costs nothing: the next sync asks again.
 */
import { DAY_MS } from '../../shared/time.ts';
import { postponeChange, replaceToken, returnToEarlier, type Session } from './session.ts';
import { rotateToken } from './workerApi.ts';

/** Called after a sync that reached the head, so that nobody waits for it. */
export async function changeTokenDaily(session: Session, signal: AbortSignal): Promise<void> {
  const { tokenAt } = session;
  // A clock set back has no day to wait for.
  const age = tokenAt === undefined ? DAY_MS : Math.abs(Date.now() - tokenAt);
  if (age < DAY_MS) return;
  const answer = await rotateToken(session, signal);
  if (answer.ok) await replaceToken(session, answer.value.token, Date.now());
  // A worker that does not know this yet need not be asked at every sync.
  else if (answer.failure.kind === 'refused') await postponeChange(session, Date.now());
}

/** A workspace restored to an earlier day knows the token of that day: the one before ours (SYN6). */
export function earlierSession(session: Session): Promise<Session | undefined> {
  return returnToEarlier(session);
}
