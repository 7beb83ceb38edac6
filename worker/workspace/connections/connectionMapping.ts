/** Whether a mapping may be kept. */
import type { ConnectionMapping } from '../../../shared/protocol/connections.ts';
import { memberAt } from '../../../shared/lead/memberAt.ts';
import { RESERVED_FIELDS } from '../../../shared/lead/vocabulary.ts';
import { faultAt } from '../../reasons.ts';
import { connectorOf } from '../../connectors/registry.ts';
import type { Fault } from '../agreement/calendarErrors.ts';
import { connectionOf } from './connectionRows.ts';
import * as schema from '../schema.ts';
import type { Work } from '../work.ts';

const { connections } = schema;

/** Every name in it is one of the agreement or a member; one system at a time keeps a field. */
export function mappingFaults(work: Work, id: string, mapping: ConnectionMapping): Fault[] {
  const { definitions } = work.ground.inForce(work.now);
  const room = work.ground.room();
  const known = new Set([...definitions.fields.map((field) => field.id), ...RESERVED_FIELDS]);
  const stages = new Set(definitions.stages.map((stage) => stage.id));
  const others = work.db
    .select()
    .from(connections)
    .all()
    .filter((row) => row.id !== id);
  const faults: Fault[] = [];
  for (const [index, { ours, keeper }] of mapping.fields.entries()) {
    const pointer = `/mapping/fields/${index}/ours`;
    if (!known.has(ours)) faults.push(faultAt(pointer, { code: 'no_field', name: ours }));
    if (mapping.fields.findIndex((one) => one.ours === ours) !== index)
      faults.push(faultAt(pointer, 'mapped_twice'));
    const rival = others.find(({ mapping: theirs }) =>
      theirs?.fields.some((one) => one.ours === ours && one.keeper === 'theirs'),
    );
    if (keeper === 'theirs' && rival !== undefined)
      faults.push(faultAt(`/mapping/fields/${index}/keeper`, { code: 'kept_by', name: rival.label }));
  }
  if (mapping.owner === 'theirs' && others.some((row) => row.mapping?.owner === 'theirs'))
    faults.push(faultAt('/mapping/owner', 'owner_kept'));
  for (const [ref, member] of Object.entries(mapping.people)) {
    if (member !== null && memberAt(room, member, work.now) === null)
      faults.push(faultAt(`/mapping/people/${ref}`, 'no_member'));
  }
  for (const [word, stage] of Object.entries(mapping.stageFrom?.words ?? {})) {
    if (!stages.has(stage))
      faults.push(faultAt(`/mapping/stageFrom/words/${word}`, { code: 'no_stage', name: stage }));
  }
  for (const [event, signal] of Object.entries(mapping.signals ?? {})) {
    if (!definitions.signals.some((one) => one.id === signal))
      faults.push(faultAt(`/mapping/signals/${event}`, 'no_signal'));
  }
  const vendor = connectionOf(work, id)?.vendor;
  const connector = vendor === undefined ? undefined : connectorOf(vendor);
  if (mapping.write.attempts && connector?.noAttempts)
    faults.push(faultAt('/mapping/write/attempts', 'no_place'));
  return faults;
}
