/** What some real records would do here by a mapping, before anything is written. */
import type { ConnectionMapping, PreviewedPerson } from '../../../shared/protocol/connections.ts';
import type { Person } from '../../connectors/connector.ts';
import type { KeptPace } from '../../connectors/pace.ts';
import { done, failure, type Outcome } from '../../outcome.ts';
import { mapPerson } from './connectionPerson.ts';
import { connectionOf, UNKNOWN_CONNECTION } from './connectionRows.ts';
import { mappingFaults } from './connectionMapping.ts';
import { closeConnection, openConnection, type Opened } from './connections.ts';
import { planUpsert } from '../leads/upsert.ts';
import type { Who, Work } from '../work.ts';

export type PreviewStep =
  | { readonly id: string; readonly step: 'open'; readonly mapping: ConnectionMapping }
  | {
      readonly id: string;
      readonly step: 'plan';
      readonly mapping: ConnectionMapping;
      readonly people: readonly Person[];
      readonly pace: KeptPace;
    };

export function previewConnection(
  work: Work,
  who: Who,
  asked: PreviewStep,
): Outcome<{ readonly opened: Opened | null; readonly people: readonly PreviewedPerson[] }> {
  const { id, mapping } = asked;
  const row = connectionOf(work, id);
  if (!row) return UNKNOWN_CONNECTION;
  const faults = mappingFaults(work, id, mapping);
  if (faults.length > 0) return failure('invalid-body', 'This mapping cannot be used.', faults);
  if (asked.step === 'open') {
    const opened = openConnection(work, who, { id });
    return opened.ok ? done({ opened: opened.value, people: [] }) : opened;
  }
  closeConnection(work, id, asked.pace);
  return done({ opened: null, people: asked.people.map((person) => planned(person)) });

  function planned(person: Person): PreviewedPerson {
    const linked = { id, vendor: row?.vendor ?? 'hubspot', connectedAt: row?.connectedAt ?? null };
    const mapped = mapPerson(work, linked, mapping, person);
    const { lead } = mapped;
    const plan = planUpsert(work, { memberId: id }, lead, '', mapped.into);
    const refused =
      'error' in plan ? [{ pointer: plan.pointer, detail: plan.error, reason: plan.reason }] : [];
    const adds = !('error' in plan) && (plan.facts.length > 0 || mapped.stage !== null);
    return {
      record: person.ref.id,
      does: 'error' in plan ? null : plan.created ? 'creates' : adds ? 'completes' : 'nothing',
      emails: lead.emails ?? [],
      fields: {
        ...lead.fields,
        ...(lead.source === undefined ? {} : { source: lead.source }),
        ...(lead.campaign === undefined ? {} : { campaign: lead.campaign }),
      },
      owner: lead.owner ?? null,
      stage: mapped.stage,
      backlog: lead.backlog === true,
      faults: [...mapped.faults, ...refused],
    };
  }
}
