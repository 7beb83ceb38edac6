/** How long each kind of record is kept (PRI4): ours, unless the workspace decided otherwise. */
import {
  RETENTION,
  type Retention,
  type RetentionKind,
  type RetentionRequest,
  type RetentionResponse,
} from '../../../shared/protocol/retention.ts';
import { done, type Outcome } from '../../outcome.ts';
import { audit } from '../people/audit.ts';
import * as schema from '../schema.ts';
import type { Who, Work } from '../work.ts';

export const KINDS = Object.keys(RETENTION) as readonly RetentionKind[];

/** Days per kind; null = for ever. */
export function retentionOf(work: Work): Retention {
  const chosen = new Map(
    work.db
      .select()
      .from(schema.retention)
      .all()
      .map(({ kind, days }) => [kind, days]),
  );
  const days = (kind: RetentionKind) =>
    chosen.has(kind) ? (chosen.get(kind) ?? null) : RETENTION[kind].days;
  return {
    leads: days('leads'),
    commands: days('commands'),
    inbox: days('inbox'),
    outbox: days('outbox'),
    notices: days('notices'),
    imports: days('imports'),
    audit: days('audit'),
  };
}

export function readRetention(work: Work): Outcome<RetentionResponse> {
  const days = retentionOf(work);
  const kinds = KINDS.map((kind) => {
    const { least, most, forever } = RETENTION[kind];
    return { kind, days: days[kind], least, most, forever };
  });
  return done({ kinds });
}

/** Kinds left out stay as they are. */
export function saveRetention(work: Work, who: Who, wanted: RetentionRequest): Outcome<RetentionResponse> {
  for (const kind of KINDS) {
    const days = wanted[kind];
    if (days === undefined) continue;
    work.db
      .insert(schema.retention)
      .values({ kind, days })
      .onConflictDoUpdate({ target: schema.retention.kind, set: { days } })
      .run();
    audit(work, who, 'retention.saved', kind, days === null ? {} : { days });
  }
  return readRetention(work);
}
