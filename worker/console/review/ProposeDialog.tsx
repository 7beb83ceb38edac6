/** A change proposed from anywhere: the address says what it is about, and which lead shows it. */
import { useState } from 'preact/hooks';
import { useAddress } from '../address.ts';
import { useDeed } from '../api/hooks.ts';
import type { NamedLead } from '../../../shared/protocol/proposals.ts';
import { Field } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { Select } from '../ui/Select.tsx';
import { type Kind, topicsOf } from './about.ts';
import { LeadPicker } from './LeadPicker.tsx';
import { propose } from './resources.ts';
import { changesFor, suggestionFor } from './suggested.ts';
import type { Ground } from './useGround.ts';

const KINDS: readonly Kind[] = ['rule', 'policy', 'goal', 'reason', 'stage', 'lead', 'other'];
/** Of one thing of the agreement, which has to be named. */
const OF_ONE: ReadonlySet<Kind> = new Set(['rule', 'policy', 'goal', 'reason', 'stage']);

export function ProposeDialog({
  ground,
  onClose,
}: {
  readonly ground: Ground;
  readonly onClose: () => void;
}) {
  const { query, go } = useAddress();
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const [kind, setKind] = useState<Kind>(() => KINDS.find((one) => one === query['new']) ?? 'other');
  const [id, setId] = useState(query['id'] ?? '');
  const [typed, setTyped] = useState('');
  const [leads, setLeads] = useState<readonly NamedLead[]>([]);
  const { run, busy, failure } = useDeed(propose);
  const { telling, words, version } = ground;
  const { definitions } = version;
  const said = words.propose;
  const topics = topicsOf(kind, telling);
  const suggestion = suggestionFor(kind, id, telling);
  const first = leads[0];
  const isLead = kind === 'lead';
  const isReady = !busy && (OF_ONE.has(kind) ? topics.some((one) => one.id === id) : !isLead || first);
  const send = async () => {
    const named = isLead ? { id: first?.id } : OF_ONE.has(kind) ? { id } : {};
    const changes = suggestion ? changesFor(kind, id, typed, definitions) : [];
    const answer = await run({
      title,
      ...(text.trim() ? { text: text.trim() } : {}),
      about: { kind, ...named, version: version.version },
      examples: leads.map((lead) => lead.id),
      ...(changes.length > 0 ? { changes: [...changes] } : {}),
    });
    if (answer.ok) go(`/console/agreement/proposals/${answer.value.id}`);
  };
  return (
    <FormDialog
      title={said.title}
      act={said.send}
      disabled={!isReady}
      failure={failure}
      onSubmit={send}
      onClose={onClose}
    >
      <Field label={said.what} hint={said.whatHint} wrong={failure?.fields['/title']}>
        {(control) => (
          <input
            {...control}
            required
            maxLength={200}
            value={title}
            onInput={({ currentTarget }) => setTitle(currentTarget.value)}
          />
        )}
      </Field>
      <div class="pair">
        <Field label={said.kind}>
          {(control) => (
            <Select
              control={control}
              value={kind}
              options={KINDS.map((one) => [one, words.proposals.kinds[one]] as const)}
              onChoose={(next) => {
                setKind(next);
                setId('');
                setTyped('');
              }}
            />
          )}
        </Field>
        {OF_ONE.has(kind) ? (
          <Field label={said.which}>
            {(control) => (
              <select
                {...control}
                required
                value={id}
                onChange={({ currentTarget }) => {
                  setId(currentTarget.value);
                  setTyped('');
                }}
              >
                <option value="">{said.choose}</option>
                {topics.map((topic) => (
                  <option key={topic.id} value={topic.id}>
                    {topic.label}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ) : null}
      </div>
      {suggestion ? (
        <Field label={said[suggestion.kind](suggestion.now)} hint={said.changeHint}>
          {(control) => (
            <input
              {...control}
              {...(suggestion.kind === 'label'
                ? { maxLength: 200 }
                : { type: 'number', step: suggestion.step })}
              value={typed}
              onInput={({ currentTarget }) => setTyped(currentTarget.value)}
            />
          )}
        </Field>
      ) : null}
      <Field label={said.why} wrong={failure?.fields['/text']}>
        {(control) => (
          <textarea
            {...control}
            rows={3}
            maxLength={2_000}
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
        )}
      </Field>
      <LeadPicker chosen={leads} onChoose={setLeads} begin={query['lead'] ?? null} words={words} />
    </FormDialog>
  );
}
