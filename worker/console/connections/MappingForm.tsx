/** What means what between a system and the agreement: proposed, tried on twenty records, agreed. */
import { useState } from 'preact/hooks';
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import type { Language } from '../../../shared/lead/vocabulary.ts';
import { systemsWords, type SystemsWords } from '../../../shared/messages/consoleSystems/index.ts';
import type {
  ConnectionFields,
  ConnectionMapping,
  ConnectionView,
  PreviewedPerson,
} from '../../../shared/protocol/connections.ts';
import { useDeed, useQuery } from '../api/hooks.ts';
import { useSession } from '../session.ts';
import { Awaited } from '../ui/Awaited.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { Select } from '../ui/Select.tsx';
import { faultSaid, helped } from './faults.ts';
import { MappingFaults } from './MappingFaults.tsx';
import { MappedEvents } from './MappedEvents.tsx';
import { MappedFields } from './MappedFields.tsx';
import { MappedPeople } from './MappedPeople.tsx';
import { agreeTo, fieldsOf, previewOf } from './systems.ts';

interface Props {
  readonly system: ConnectionView;
  readonly definitions: Definitions;
  readonly onClose: () => void;
}

export function MappingForm({ system, definitions, onClose }: Props) {
  const { language } = useSession();
  const said = systemsWords(language);
  const read = useQuery(fieldsOf(system.id));
  if (read.value)
    return <Filled known={read.value} system={system} definitions={definitions} onClose={onClose} />;
  return (
    <Dialog title={said.mapping.title(system.label)} onClose={onClose}>
      <Awaited read={{ ...read, failure: helped(read.failure, language) }} lines={8} />
    </Dialog>
  );
}

function Filled({ known, system, definitions, onClose }: Props & { readonly known: ConnectionFields }) {
  const { language } = useSession();
  const said = systemsWords(language).mapping;
  const [mapping, setMapping] = useState(known.mapping);
  const [tried, setTried] = useState<readonly PreviewedPerson[] | null>(null);
  const agreeing = useDeed(agreeTo);
  const trying = useDeed(previewOf);
  const failure = agreeing.failure ?? trying.failure;
  const change = (some: Partial<ConnectionMapping>) => {
    setTried(null);
    setMapping((before) => ({ ...before, ...some }));
  };
  const agree = async () => {
    if ((await agreeing.run({ id: system.id, mapping })).ok) onClose();
  };
  const look = async () => {
    const answer = await trying.run({ id: system.id, mapping });
    if (answer.ok) setTried(answer.value.people);
  };
  return (
    <FormDialog
      title={said.title(system.label)}
      act={said.agree}
      disabled={agreeing.busy}
      failure={helped(failure, language)}
      onSubmit={agree}
      onClose={onClose}
      beside={
        <button type="button" class="last" disabled={trying.busy} onClick={() => void look()}>
          {said.preview}
        </button>
      }
      below={tried ? <Tried people={tried} said={said} language={language} /> : null}
    >
      <p>{said.about}</p>
      <MappedFields known={known} mapping={mapping} definitions={definitions} said={said} onChange={change} />
      <MappingFaults failure={failure} mapping={mapping} definitions={definitions} />
      <MappedPeople known={known} mapping={mapping} said={said} onChange={change} />
      <Field label={said.owner}>
        {(control) => (
          <Select<'theirs' | 'ours' | 'each'>
            control={control}
            value={mapping.owner ?? 'each'}
            options={(['theirs', 'ours', 'each'] as const).map((one) => [one, said.owners[one]] as const)}
            onChoose={(owner) => change({ owner: owner === 'each' ? null : owner })}
          />
        )}
      </Field>
      <MappedEvents known={known} mapping={mapping} definitions={definitions} said={said} onChange={change} />
      <Ticks
        legend={said.write}
        kinds={known.writes}
        ticks={mapping.write}
        labels={said.writes}
        onChange={(write) => change({ write: { ...mapping.write, ...write } })}
      />
      <Ticks
        legend={said.read}
        kinds={known.reads}
        ticks={mapping.read}
        labels={said.reads}
        onChange={(read) => change({ read: { ...mapping.read, ...read } })}
      />
      {(['there', 'here'] as const).map((where) => (
        <Field key={where} label={where === 'there' ? said.goneThere : said.goneHere}>
          {(control) => (
            <Select<'keep' | 'erase'>
              control={control}
              value={mapping.gone[where]}
              options={(['keep', 'erase'] as const).map((way) => [way, said.goneWays[way]] as const)}
              onChoose={(way) => change({ gone: { ...mapping.gone, [where]: way } })}
            />
          )}
        </Field>
      ))}
    </FormDialog>
  );
}

interface TicksProps<K extends string> {
  readonly legend: string;
  readonly kinds: readonly K[];
  readonly ticks: Readonly<Partial<Record<K, boolean>>>;
  readonly labels: Readonly<Record<K, string>>;
  readonly onChange: (ticks: Partial<Record<K, boolean>>) => void;
}

/** What this vendor has a place for; nothing where it has none. */
function Ticks<K extends string>({ legend, kinds, ticks, labels, onChange }: TicksProps<K>) {
  if (kinds.length === 0) return null;
  return (
    <fieldset>
      <legend>{legend}</legend>
      {kinds.map((one) => (
        <label key={one} class="check">
          <input
            type="checkbox"
            checked={ticks[one] === true}
            onChange={({ currentTarget: { checked } }) => onChange({ ...ticks, [one]: checked })}
          />{' '}
          {labels[one]}
        </label>
      ))}
    </fieldset>
  );
}

function Tried({
  people,
  said,
  language,
}: {
  readonly people: readonly PreviewedPerson[];
  readonly said: SystemsWords['mapping'];
  readonly language: Language;
}) {
  return (
    <section aria-live="polite">
      <p>{said.previewAbout}</p>
      <ul>
        {people.map(({ record, emails, does, fields, backlog, faults }) => (
          <li key={record}>
            <b>{String(fields['name'] ?? emails[0] ?? record)}</b>{' '}
            <span class="tag">{said.does[does ?? 'refused']}</span>{' '}
            {backlog ? <span class="tag">{said.backlog}</span> : null}{' '}
            <span class="minor">
              {[
                ...emails,
                ...Object.entries(fields)
                  .filter(([id]) => id !== 'name')
                  .map(([, value]) => String(value)),
              ].join(' · ')}
              {faults.map((fault) => ` ${faultSaid(language, fault)}`).join(';')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
