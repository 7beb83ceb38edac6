/** Events a connected system tells of: a signal on every lead they are about, where their kind is one here. */
import type { Fact } from '../../../shared/lead/facts.ts';
import type { Told } from '../../connectors/connector.ts';
import { headOf, type Tally } from './connectionFacts.ts';
import { keepRecord, leadsOf, recordsOf } from './connectionRecords.ts';
import type { AgreedConnection } from './connectionRows.ts';
import { appendFacts } from '../leads/facts.ts';
import { holderOf } from '../leads/merged.ts';
import { refold } from '../leads/refold.ts';
import type { Work } from '../work.ts';

const MOST_PROPERTIES = 50;
const MOST_CHARACTERS = 2_000;

export function applyTold(work: Work, connection: AgreedConnection, told: Told): Tally {
  const { id, mapping } = connection;
  const signal = mapping.signals?.[told.event];
  const { definitions } = work.ground.inForce(work.now);
  if (signal === undefined || !definitions.signals.some((one) => one.id === signal)) return { unchanged: 1 };
  const known = new Set(recordsOf(work, id, told.ref).map(({ leadId }) => holderOf(work, leadId)));
  const fresh = leadsOf(work, id, told.people).filter((leadId) => !known.has(leadId));
  const properties = Object.fromEntries(
    Object.entries(told.properties)
      .slice(0, MOST_PROPERTIES)
      .map(([name, value]) => [name, typeof value === 'string' ? value.slice(0, MOST_CHARACTERS) : value]),
  );
  for (const leadId of fresh) {
    const fact: Fact = {
      ...headOf(work, connection, leadId, told.at),
      id: `c:${id}:told:${told.ref.id}:${leadId}`,
      kind: 'signal.seen',
      body: {
        signal,
        ...(Object.keys(properties).length > 0 ? { properties } : {}),
        ...(told.source === undefined ? {} : { source: told.source.slice(0, 200) }),
        ...(told.campaign === undefined ? {} : { campaign: told.campaign.slice(0, 200) }),
      },
    };
    keepRecord(work, id, told.ref, leadId, { said: {}, factId: fact.id });
    if (appendFacts(work, [fact]).length > 0) refold(work, leadId);
  }
  return fresh.length > 0 ? { signals: 1 } : { unchanged: 1 };
}
