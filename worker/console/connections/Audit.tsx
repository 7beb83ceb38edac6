/** Who changed the workspace, newest first: every act of an admin or a manager is on record. */
import { useState } from 'preact/hooks';
import type { Language } from '../../../shared/lead/vocabulary.ts';
import { auditedDetail, auditedWords } from '../../../shared/messages/audited/index.ts';
import type { AuditEntry } from '../../../shared/protocol/audit.ts';
import { whenShort } from '../../../shared/ui/when.ts';
import { useAddress } from '../address.ts';
import { useQuery } from '../api/hooks.ts';
import { members, teams } from '../api/resources.ts';
import { useSession } from '../session.ts';
import { Awaited } from '../ui/Awaited.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Panel } from '../ui/Panel.tsx';
import type { ConnectionsProps } from './Connections.tsx';
import { auditOf } from './resources.ts';

export function Audit({ words, when }: ConnectionsProps) {
  const { query, set } = useAddress();
  const people = useQuery(members).value?.members ?? [];
  const member = query['member'] ?? '';
  const { audit: said } = words;
  return (
    <Panel
      title={words.parts.audit}
      about={said.about}
      actions={
        <Choice
          label={said.who}
          all={said.everybody}
          value={member}
          options={people.map(({ id, name }) => ({ id, label: name }))}
          onPick={(id) => set({ member: id })}
        />
      }
    >
      <Pages key={member} member={member} words={words} when={when} />
    </Panel>
  );
}

interface PagesProps extends Pick<ConnectionsProps, 'words' | 'when'> {
  /** '' = everybody. */
  readonly member: string;
}

/** One page after another: what is past does not change. */
function Pages({ member, words, when }: PagesProps) {
  const [cursors, setCursors] = useState<readonly (string | undefined)[]>([undefined]);
  const { audit: said } = words;
  return (
    <div class="scroll" tabIndex={0} role="group" aria-label={words.parts.audit}>
      <table>
        <thead>
          <tr>
            <th scope="col">{said.when}</th>
            <th scope="col">{said.who}</th>
            <th scope="col">{said.what}</th>
            <th scope="col">{said.detail}</th>
          </tr>
        </thead>
        {cursors.map((cursor, place) => (
          <Rows
            key={cursor ?? ''}
            query={{ cursor, member: member || undefined, limit: 50 }}
            words={words}
            when={when}
            onMore={place === cursors.length - 1 ? (next) => setCursors([...cursors, next]) : null}
          />
        ))}
      </table>
    </div>
  );
}

interface RowsProps extends Pick<ConnectionsProps, 'words' | 'when'> {
  readonly query: Readonly<Record<string, string | number | undefined>>;
  /** Null: there is a page after it already. */
  readonly onMore: ((cursor: string) => void) | null;
}

function Rows({ query, words: { audit: said }, when, onMore }: RowsProps) {
  const { language } = useSession();
  const read = useQuery(auditOf(query));
  const people = useQuery(members).value?.members ?? [];
  const groups = useQuery(teams).value?.teams ?? [];
  const nameIn = (id: string) =>
    people.find((member) => member.id === id)?.name ?? groups.find((team) => team.id === id)?.label ?? id;
  const next = read.value?.cursor ?? null;
  return (
    <tbody>
      {(read.value?.entries ?? []).map((entry) => (
        <tr key={`${entry.at} ${entry.action} ${entry.subject}`}>
          <td>{whenShort(entry.at, when)}</td>
          <td>{entry.by === null ? said.system : nameIn(entry.by)}</td>
          <td>
            <span title={entry.action}>{auditedWords(entry.action, language)}</span>
          </td>
          <td class="samples">{detailOf(entry, language, nameIn, when)}</td>
        </tr>
      ))}
      {read.failure || !read.value || (onMore && next !== null) || read.value.entries.length === 0 ? (
        <tr>
          <td colSpan={4}>
            <Awaited read={read} lines={3} />
            {read.value?.entries.length === 0 ? said.empty : null}
            {onMore && next !== null ? (
              <button type="button" onClick={() => onMore(next)}>
                {said.more}
              </button>
            ) : null}
          </td>
        </tr>
      ) : null}
    </tbody>
  );
}

/** Instants and periods as people say them. */
const INSTANTS: ReadonlySet<string> = new Set(['from', 'until', 'start', 'end', 'effectiveAt']);

/** Members and teams by their names as they are now; what else has only an id by that, to be looked up. */
function detailOf(
  { action, subject, detail }: AuditEntry,
  language: Language,
  nameIn: (id: string) => string,
  when: ConnectionsProps['when'],
): string {
  const said = Object.entries(detail).map(([name, value]) =>
    auditedDetail({ action, name, value: String(value) }, language, (text) =>
      typeof value === 'number' && INSTANTS.has(name) ? whenShort(value, when) : nameIn(text),
    ),
  );
  const about = nameIn(subject);
  // Whoever reads wants to know who and what first; whoever looks something up wants its id as well.
  const parts = about === subject ? [...said, subject] : [about, ...said];
  return parts.filter((part) => part !== '').join(' · ');
}
