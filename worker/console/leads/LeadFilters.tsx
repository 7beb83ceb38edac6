/** Filters of the table; all of it in the address. */
import { useEffect, useState } from 'preact/hooks';
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import type { LeadsWords } from '../../../shared/messages/consoleLeads/index.ts';
import { CLOCK_FILTERS, LEAD_SORTS } from '../../../shared/protocol/leads.ts';
import type { MemberView } from '../../../shared/protocol/people.ts';
import { useAddress } from '../address.ts';
import { Choice } from '../ui/Choice.tsx';
import { FILTERS } from './asked.ts';

interface Props {
  readonly words: LeadsWords;
  readonly definitions: Definitions;
  readonly people: readonly MemberView[];
}

/** Typing is answered once it rests, ms. */
const REST_MS = 250;

export function LeadFilters({ words: { filters }, definitions, people }: Props) {
  const { path, query, set, go } = useAddress();
  const [text, setText] = useState(query['text'] ?? '');
  useEffect(() => {
    if (text === (query['text'] ?? '')) return;
    const timer = setTimeout(() => set({ text: text.trim() === '' ? null : text }), REST_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const choice = (
    name: 'stage' | 'clock' | 'owner' | 'segment' | 'source',
    all: string,
    options: readonly { readonly id: string; readonly label: string }[],
  ) => (
    <Choice
      label={filters[name]}
      all={all}
      value={query[name] ?? ''}
      options={options}
      onPick={(id) => set({ [name]: id })}
    />
  );
  const owners = people.filter(({ active }) => active).map(({ id, name }) => ({ id, label: name }));
  const isSet = FILTERS.some((name) => query[name]);
  return (
    <div class="filters" role="group" aria-label={filters.label}>
      <label>
        <span class="unseen">{filters.text}</span>
        <input
          type="search"
          value={text}
          placeholder={filters.text}
          maxLength={100}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </label>
      {choice(
        'stage',
        filters.everyStage,
        definitions.stages.map(({ id, short }) => ({ id, label: short })),
      )}
      {choice(
        'clock',
        filters.everyClock,
        CLOCK_FILTERS.map((id) => ({ id, label: filters.clocks[id] })),
      )}
      {choice('owner', filters.everybody, [...owners, { id: 'none', label: filters.nobody }])}
      {definitions.segments.length > 0 ? choice('segment', filters.everySegment, definitions.segments) : null}
      {definitions.sources.length > 0 ? choice('source', filters.everySource, definitions.sources) : null}
      <Choice
        label={filters.sort}
        value={LEAD_SORTS.find((one) => one === query['sort']) ?? 'due'}
        options={LEAD_SORTS.map((id) => ({ id, label: filters.sorts[id] }))}
        onPick={(sort) => set({ sort: sort === 'due' ? null : sort })}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={query['backlog'] === 'true'}
          onChange={({ currentTarget }) => set({ backlog: currentTarget.checked ? 'true' : null })}
        />
        {filters.backlog}
      </label>
      {isSet ? (
        <button
          type="button"
          class="quiet"
          onClick={() => {
            setText('');
            go(path, 'replace');
          }}
        >
          {filters.reset}
        </button>
      ) : null}
    </div>
  );
}
