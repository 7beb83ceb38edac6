/** What was imported, and where leads leaked before there was an agreement; every number opens its leads. */
import { leftWords } from '../../../shared/messages/backlog/index.ts';
import { AuditRows } from '../../../shared/protocol/auditRows.ts';
import type { AuditRow } from '../../../shared/target/audit.ts';
import { useDeed, useQuery } from '../api/hooks.ts';
import { systemsIn } from '../api/crmRecords.ts';
import { leadsBehind, reports, rowsOf } from '../api/reports.ts';
import { useSession } from '../session.ts';
import { Bar } from '../ui/Bar.tsx';
import { CrmSystems } from '../ui/CrmSystems.tsx';
import { Failed } from '../ui/Failed.tsx';
import { percent } from '../ui/numbers.ts';
import { Table } from '../ui/Table.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import type { StepProps } from './FirstWeek.tsx';
import { cancelImport, duplicates } from './resources.ts';
import { Step } from './Step.tsx';

const ASKED = reports(['audit', 'leaks'], {});

export function AuditStep({ words, week, standing, people }: StepProps) {
  const { format, words: common } = useSession();
  const { audit: said } = words;
  const cancelling = useDeed(cancelImport);
  const { running } = week.imports;
  return (
    <Step
      id="audit"
      words={words}
      standing={standing}
      people={people}
      href="/console/connections/imports"
      undo={
        <>
          {said.undoText}
          {running === null ? null : (
            <button type="button" disabled={cancelling.busy} onClick={() => void cancelling.run(running)}>
              {said.cancel}
            </button>
          )}
        </>
      }
    >
      {running === null ? null : <p role="status">{said.running}</p>}
      {cancelling.failure ? <Failed failure={cancelling.failure} words={common} /> : null}
      {week.leads === 0 ? (
        <p>{said.nothing}</p>
      ) : (
        <>
          <p>
            {format.plural(week.leads, said.imported)}{' '}
            {week.releasable === 0 ? null : format.plural(week.releasable, said.waiting)}{' '}
            {leftWords(week.left, format)}
          </p>
          <Leaks words={words} />
        </>
      )}
      <div class="buttons">
        <a class={week.leads === 0 ? 'button strong' : 'button'} href="/console/connections/imports">
          {said.import}
        </a>
      </div>
    </Step>
  );
}

function Leaks({ words }: Pick<StepProps, 'words'>) {
  const { words: common } = useSession();
  const { audit: said } = words;
  const read = useQuery(ASKED);
  const twice = useQuery(duplicates).value?.duplicates.length ?? 0;
  if (!read.value)
    return read.failure ? (
      <Failed failure={read.failure} words={common} onRetry={read.reload} />
    ) : (
      <Skeleton words={common} lines={4} />
    );
  const rows = rowsOf(read.value, 'audit', AuditRows).filter(({ leads }) => leads.hits > 0);
  return (
    <>
      {rows.length === 0 && twice === 0 ? (
        <p>{said.none}</p>
      ) : (
        <Leaking words={words} rows={rows} twice={twice} />
      )}
      <CrmSystems systems={systemsIn(read.value)} />
    </>
  );
}

interface LeakingProps extends Pick<StepProps, 'words'> {
  readonly rows: readonly AuditRow[];
  /** Leads that may be one person. */
  readonly twice: number;
}

function Leaking({ words: { audit: said }, rows, twice }: LeakingProps) {
  const { format, language } = useSession();
  return (
    <Table label={said.leak} columns={[said.leak, { n: said.leads }, said.share]}>
      {rows.map(({ leak, leads }) => (
        <tr key={leak}>
          <th scope="row">{said.leaks[leak]}</th>
          <td class="n">
            <a href={leadsBehind('audit', [[leak]], {})}>{format.number(leads.hits)}</a>
          </td>
          <td>
            <span class="share">
              <Bar share={leads.share} />
              {percent(language, leads.share)} / {format.number(leads.n)}
            </span>
          </td>
        </tr>
      ))}
      {twice === 0 ? null : (
        <tr>
          <th scope="row">{said.duplicates}</th>
          <td class="n">{format.number(twice)}</td>
          <td />
        </tr>
      )}
    </Table>
  );
}
