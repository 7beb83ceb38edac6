/** What is late, what will be, what is next: each with its lead, its owner and when it is due. */
import { workspaceCalendarOf } from '../../../shared/lead/versionAt.ts';
import { LeadsListResponse } from '../../../shared/protocol/leads.ts';
import { whenShort } from '../../../shared/ui/when.ts';
import type { Resource } from '../api/cache.ts';
import { useKeptQuery, useQuery } from '../api/hooks.ts';
import { leadsBehind, type Scope } from '../api/reports.ts';
import { request } from '../api/request.ts';
import { members } from '../api/resources.ts';
import { useSession } from '../session.ts';
import { listedFace, useVersions } from '../ui/clockFace.ts';
import { ClockTime } from '../ui/ClockTime.tsx';
import { Panel } from '../ui/Panel.tsx';
import type { Part } from './part.ts';
import { shared } from './shared.ts';

const LISTED = 9;
/** The nearest of what runs are those at risk, which stand before. */
const READ = 2 * LISTED;

function nearest(clock: 'breached' | 'at_risk' | 'running', scope: Scope): Resource<LeadsListResponse> {
  const { team, owner, segment, source } = scope;
  const query = { clock, sort: 'due', limit: READ, team, owner, segment, source };
  return {
    key: `today/${JSON.stringify(query)}`,
    load: (signal) => request(LeadsListResponse, 'GET /v1/leads', { query, signal }),
  };
}

export function NeedsNow({ figures, version, scope, words, now }: Part) {
  const { messages, format } = useSession();
  const late = useKeptQuery(nearest('breached', scope)).value?.leads ?? [];
  const risky = useKeptQuery(nearest('at_risk', scope)).value?.leads ?? [];
  const running = useKeptQuery(nearest('running', scope)).value?.leads ?? [];
  const people = useQuery(members).value?.members ?? [];
  const said = words.now;
  const { today } = figures;
  const seen = new Set<string>();
  const ofState = (state: 'late' | 'risk' | 'next', leads: typeof late) =>
    leads.filter(({ id }) => !seen.has(id) && seen.add(id)).map((lead) => ({ lead, state }));
  const rows = shared([ofState('late', late), ofState('risk', risky), ofState('next', running)], LISTED);
  const versions = useVersions(
    version,
    rows.map(({ lead }) => lead),
  );
  const when = {
    offsets: workspaceCalendarOf(version).offsets,
    now,
    messages,
  };
  const missed = today ? today.kept.n - today.kept.hits : 0;
  const { team, owner, segment, source } = scope;
  const about = { team, owner, segment, source };
  const counts = [
    { name: 'late', n: today?.late ?? 0, forms: said.late, hit: undefined },
    { name: 'kept', n: missed, forms: said.missed, hit: false },
    { name: 'at risk', n: today?.atRisk ?? 0, forms: said.atRisk, hit: undefined },
    { name: 'due today', n: today?.dueToday ?? 0, forms: said.dueToday, hit: undefined },
  ];
  return (
    <Panel
      class="wide-4"
      title={said.title}
      about={
        <span class="counts">
          {counts.map(({ name, n, forms, hit }) => (
            <a key={name} data-count={name} href={leadsBehind('today', [[name, 'all', null]], about, hit)}>
              {format.plural(n, forms)}
            </a>
          ))}
        </span>
      }
    >
      {rows.length === 0 ? (
        <p class="soft">{said.nothing}</p>
      ) : (
        <table>
          <thead class="unseen">
            <tr>
              <th scope="col">{said.lead}</th>
              <th scope="col">{said.owner}</th>
              <th scope="col">{said.due}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ lead, state }) => (
              <tr key={lead.id} data-state={state}>
                <th scope="row">
                  <a href={`/console/leads/${lead.id}`}>
                    {lead.name ?? lead.company ?? messages.words.unnamed}
                  </a>
                </th>
                <td class="soft">
                  {people.find(({ id }) => id === lead.owner)?.name.split(' ')[0] ?? said.unowned}
                </td>
                <td class="n">
                  {lead.clock ? (
                    <ClockTime
                      {...listedFace(lead.clock, versions, messages, now)}
                      when={when}
                      about={said.states[state]}
                    />
                  ) : null}
                  {lead.clock?.dueAt ? <small>{whenShort(lead.clock.dueAt, when)}</small> : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
