/** What a column may mean, by name, for the agreement in force. */
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import { CHANNELS, type Language } from '../../../shared/lead/vocabulary.ts';
import type { Catalog } from '../../../shared/messages/catalog.ts';
import type { ConnectionsWords } from '../../../shared/messages/consoleConnections/index.ts';
import { reservedLabel } from '../../../shared/messages/reservedFields.ts';

export interface TargetGroup {
  readonly label: string;
  readonly targets: readonly (readonly [target: string, label: string])[];
}

/** The CRM's id of a row, where the file does not say which CRM. */
const RECORD_ID = 'id:crm/lead';

/** Fields every workspace has; what brought the lead in has targets of its own. */
const EVERYWHERE = ['name', 'company', 'country', 'state', 'city', 'product'] as const;

/** @param guessed what the worker took a column for, offered though no list has it */
export function targetsFor(
  { fields, signals }: Definitions,
  { imports: words }: ConnectionsWords,
  { words: { channels } }: Catalog,
  language: Language,
  guessed: string | null,
): readonly TargetGroup[] {
  const { recordId, ...plain } = words.targets;
  const lead: (readonly [string, string])[] = [
    ...Object.entries(plain),
    [guessed?.startsWith('id:') ? guessed : RECORD_ID, recordId],
  ];
  const theirs = fields.map(({ id, label }) => [`field:${id}`, label] as const);
  const own = EVERYWHERE.filter((id) => !fields.some((field) => field.id === id)).map(
    (id) => [`field:${id}`, reservedLabel(id, language) ?? id] as const,
  );
  return [
    { label: words.groups.lead, targets: lead },
    { label: words.groups.fields, targets: [...own, ...theirs] },
    { label: words.groups.signals, targets: signals.map(({ id, label }) => [`signal:${id}`, label]) },
    {
      label: words.groups.attempts,
      targets: CHANNELS.map((channel) => [`attempt:${channel}`, channels[channel]]),
    },
    {
      label: words.groups.deal,
      targets: Object.entries(words.deal).map(([part, label]) => [`deal:${part}`, label]),
    },
  ];
}
