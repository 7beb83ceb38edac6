/** One file: how far it is, what became of its rows, and what was wrong with which. */
import { useEffect } from 'preact/hooks';
import { firstWeekLink } from '../../../shared/messages/firstWeek/link.ts';
import type { ImportView } from '../../../shared/protocol/imports.ts';
import { SECOND_MS } from '../../../shared/time.ts';
import { whenShort } from '../../../shared/ui/when.ts';
import { useDeed, useQuery } from '../api/hooks.ts';
import { reasonSaid, reasonWords } from '../../../shared/messages/reasons/index.ts';
import { useSession } from '../session.ts';
import { Failed } from '../ui/Failed.tsx';
import type { ConnectionsProps } from './Connections.tsx';
import { cancelImport, importOf } from './resources.ts';
import { saveFaults } from './saveFaults.ts';

interface Props extends Pick<ConnectionsProps, 'words' | 'when'> {
  /** As the list told it; it is followed on its own while it goes on. */
  readonly shown: ImportView;
}

const LOOK_AGAIN_MS = SECOND_MS;

export function ImportEntry({ shown, words, when }: Props) {
  const { words: common, format, language } = useSession();
  const followed = useQuery(isGoing(shown) || shown.failed > 0 ? importOf(shown.id) : null);
  const one = followed.value ?? shown;
  const going = isGoing(one);
  const cancelling = useDeed(cancelImport);
  useEffect(() => {
    if (!going) return;
    const timer = setInterval(followed.reload, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [going, followed.reload]);
  const { imports: said } = words;
  const looked = one.created + one.changed + one.unchanged + one.failed;
  const counts = [
    format.plural(one.rows, said.rows),
    ...(
      [
        [one.created, said.created],
        [one.changed, said.changed],
        [one.unchanged, said.unchanged],
      ] as const
    ).flatMap(([n, forms]) => (n === 0 ? [] : [format.plural(n, forms)])),
  ].join(' · ');
  const isIn = one.state === 'done' && !one.dryRun && one.created + one.changed > 0;
  return (
    <li>
      <div>
        <b>{whenShort(one.createdAt, when)}</b> <span class="tag">{said.states[one.state]}</span>{' '}
        {one.dryRun ? <span class="tag">{said.checked}</span> : null}
        <p>{counts}</p>
        {going ? (
          <progress max={Math.max(one.rows, 1)} value={looked} aria-label={said.states[one.state]} />
        ) : null}
        {one.failed > 0 ? <Faults view={one} words={words} /> : null}
        {isIn ? (
          <p>
            <a href="/console/leads?backlog=true">{said.seeLeads}</a> ·{' '}
            <a href="/console/agreement/first-week">{firstWeekLink(language)}</a>
          </p>
        ) : null}
        {cancelling.failure ? <Failed failure={cancelling.failure} words={common} /> : null}
      </div>
      {going ? (
        <div class="buttons">
          <button type="button" disabled={cancelling.busy} onClick={() => void cancelling.run(one.id)}>
            {said.cancel}
          </button>
        </div>
      ) : null}
    </li>
  );
}

const isGoing = ({ state }: ImportView) => state === 'receiving' || state === 'running';

function Faults({ view, words: { imports: said } }: { readonly view: ImportView } & Pick<Props, 'words'>) {
  const { format, language, words: common } = useSession();
  const reasons = reasonWords(language);
  const saving = useDeed(saveFaults);
  const names = [said.line, said.column, said.what] as const;
  return (
    <details>
      <summary>{format.plural(view.failed, said.failed)}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col" class="n">
              {said.line}
            </th>
            <th scope="col">{said.column}</th>
            <th scope="col">{said.what}</th>
          </tr>
        </thead>
        <tbody>
          {view.errors.map((fault) => (
            <tr key={`${fault.line} ${fault.field}`}>
              <td class="n">{format.number(fault.line)}</td>
              <td>{fault.field}</td>
              <td>{fault.reason ? reasonSaid(reasons, fault.reason) : fault.detail}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <button
        type="button"
        disabled={saving.busy}
        onClick={() => void saving.run({ id: view.id, names, language })}
      >
        {said.allErrors}
      </button>
      {saving.failure ? <Failed failure={saving.failure} words={common} /> : null}
    </details>
  );
}
