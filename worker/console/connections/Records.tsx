/** Persons, retention, backup, and how the workspace is: what an admin answers for (PRI4, SYN6). */
import { useQuery } from '../api/hooks.ts';
import { useSession } from '../session.ts';
import { Panel } from '../ui/Panel.tsx';
import { duration } from '../ui/numbers.ts';
import { Backup } from './Backup.tsx';
import type { ConnectionsProps } from './Connections.tsx';
import { Person } from './Person.tsx';
import { health } from './resources.ts';
import { Retention } from './Retention.tsx';

export function Records({ words }: ConnectionsProps) {
  return (
    <div class="stack">
      <Person words={words} />
      <Backup words={words} />
      <Retention words={words} />
      <Health words={words} />
    </div>
  );
}

const MEBIBYTE = 1024 * 1024;

function Health({ words: { records: said } }: Pick<ConnectionsProps, 'words'>) {
  const { format } = useSession();
  const { value } = useQuery(health);
  if (!value) return null;
  const rows: readonly (readonly [string, string])[] = [
    [said.size, `${format.number(Math.ceil(value.databaseBytes / MEBIBYTE))} MiB`],
    [said.leads, format.number(value.rows['leads'] ?? 0)],
    [said.facts, format.number(value.rows['facts'] ?? 0)],
    [said.waiting, format.number(value.outbox.waiting + value.outbox.failed)],
    [said.lag, duration(value.due.lagMs)],
  ];
  return (
    <Panel title={said.health}>
      <dl class="figures">
        {rows.map(([name, figure]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{figure}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
