/**
 * Leads there are, with their score now and by the draft, counted here as it is typed: a few across the
 * range, and whoever somebody looks for.
 */
import { useState } from 'preact/hooks';
import { LeadsListResponse } from '../../../../../shared/protocol/leads.ts';
import type { ScoringFormWords } from '../../../../../shared/messages/scoringForm/words.ts';
import type { Resource } from '../../../api/cache.ts';
import { useKeptQuery, useQuery } from '../../../api/hooks.ts';
import { request } from '../../../api/request.ts';
import { useSession } from '../../../session.ts';
import { Failed } from '../../../ui/Failed.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import type { PartProps } from '../part.ts';
import { Example } from './Example.tsx';

interface Props extends PartProps {
  readonly said: ScoringFormWords;
}

const SHOWN = 6;
const LOOKED_AT = 200;
const SHORTEST = 2;

function leadsBy(query: {
  readonly sort: string;
  readonly text?: string;
  readonly limit: number;
}): Resource<LeadsListResponse> {
  return {
    key: `examples/${JSON.stringify(query)}`,
    load: (signal) => request(LeadsListResponse, 'GET /v1/leads', { query, signal }),
  };
}

export function Examples({ said, definitions, problems }: Props) {
  const { words } = useSession();
  const [text, setText] = useState('');
  const isLooking = text.trim().length >= SHORTEST;
  const best = useQuery(leadsBy({ sort: 'score', limit: LOOKED_AT }));
  const found = useKeptQuery(isLooking ? leadsBy({ sort: 'score', text: text.trim(), limit: SHOWN }) : null);
  const read = isLooking ? found : best;
  const leads = isLooking ? (found.value?.leads ?? []) : across(best.value?.leads ?? []);
  const isBroken = problems.some(
    ({ severity, pointer }) =>
      severity === 'error' && !/^\/(?:policies|calendars|routes|goals)/.test(pointer),
  );
  return (
    <aside class="examples" aria-label={said.examples}>
      <h3>{said.examples}</h3>
      <p class="minor">{said.examplesHint}</p>
      <input
        type="search"
        aria-label={said.search}
        placeholder={said.search}
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
      {read.failure ? <Failed failure={read.failure} words={words} onRetry={read.reload} /> : null}
      {read.value === undefined && !read.failure ? <Skeleton words={words} lines={4} /> : null}
      {read.value && leads.length === 0 ? (
        <p class="minor">{isLooking ? said.nobody : said.noLeads}</p>
      ) : null}
      {isBroken ? (
        <p class="minor" role="status">
          {said.waits}
        </p>
      ) : null}
      <ul>
        {leads.map(({ id, name, company }) => (
          <Example
            key={id}
            lead={id}
            name={name ?? company ?? said.unnamed}
            company={name === null ? null : company}
            said={said}
            draft={definitions}
            isBroken={isBroken}
          />
        ))}
      </ul>
    </aside>
  );
}

/** The highest, the lowest, and those evenly between. */
function across<T>(sorted: readonly T[]): readonly T[] {
  if (sorted.length <= SHOWN) return sorted;
  return Array.from(
    { length: SHOWN },
    (_, step) => sorted[Math.round((step * (sorted.length - 1)) / (SHOWN - 1))],
  ).filter((lead) => lead !== undefined);
}
