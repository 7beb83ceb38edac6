/** Leads found by a few letters and kept as examples. */
import { useEffect, useState } from 'preact/hooks';
import type { ReviewWords } from '../../../shared/messages/consoleReview/index.ts';
import type { NamedLead } from '../../../shared/protocol/proposals.ts';
import { useKeptQuery, useQuery } from '../api/hooks.ts';
import { Field } from '../ui/Field.tsx';
import { nameOfLead } from './about.ts';
import { leadNumbered, leadsLike } from './resources.ts';

interface Props {
  readonly chosen: readonly NamedLead[];
  readonly onChoose: (leads: readonly NamedLead[]) => void;
  /** Id of the lead it was begun from. */
  readonly begin: string | null;
  readonly words: ReviewWords;
}

const MOST = 20;
const SHORTEST = 2;

export function LeadPicker({ chosen, onChoose, begin, words }: Props) {
  const [text, setText] = useState('');
  const begun = useQuery(begin === null ? null : leadNumbered(begin)).value;
  const wanted = text.trim();
  const read = useKeptQuery(wanted.length < SHORTEST ? null : leadsLike(wanted));
  const { propose: said, proposals } = words;
  useEffect(() => {
    if (begun && !chosen.some(({ id }) => id === begun.id)) onChoose([...chosen, begun]);
  }, [begun?.id]);
  const found = (read.value?.leads ?? []).filter(({ id }) => !chosen.some((one) => one.id === id));
  return (
    <div class="lead-picker">
      <Field label={said.examples} hint={said.examplesHint}>
        {(control) => (
          <input
            {...control}
            type="search"
            autoComplete="off"
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
            onKeyDown={(event) => {
              // Enter looks, it does not send the form.
              if (event.key === 'Enter') event.preventDefault();
            }}
          />
        )}
      </Field>
      <ul aria-live="polite">
        {found.map((lead) => (
          <li key={lead.id}>
            <button
              type="button"
              disabled={chosen.length >= MOST}
              onClick={() => {
                onChoose([...chosen, { id: lead.id, name: lead.name, company: lead.company }]);
                setText('');
              }}
            >
              {said.add(nameOfLead(lead, proposals))}
            </button>
          </li>
        ))}
        {read.value && !read.isOld && found.length === 0 && wanted.length >= SHORTEST ? (
          <li class="minor">{said.none}</li>
        ) : null}
      </ul>
      <ul class="chosen">
        {chosen.map((lead) => (
          <li key={lead.id}>
            <span class="tag">{nameOfLead(lead, proposals)}</span>{' '}
            <button
              type="button"
              class="quiet"
              aria-label={said.remove(nameOfLead(lead, proposals))}
              onClick={() => onChoose(chosen.filter(({ id }) => id !== lead.id))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
