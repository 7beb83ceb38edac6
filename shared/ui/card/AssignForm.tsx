/** Giving a lead to somebody (managers): whoever is away stands last and says so (CLK10). */
import { useEffect, useState } from 'preact/hooks';
import { cardWords } from '../../messages/card/index.ts';
import type { Catalog } from '../../messages/catalog.ts';
import { Ask } from './Ask.tsx';
import type { Colleague } from './cardAct.ts';

interface Props {
  readonly colleagues: () => Promise<readonly Colleague[]>;
  readonly busy: boolean;
  readonly messages: Catalog;
  /** Null: back to the pool. */
  readonly onAssign: (owner: string | null) => void;
  readonly onBack: () => void;
}

export function AssignForm({ colleagues, busy, messages, onAssign, onBack }: Props) {
  const words = cardWords(messages.language).assign;
  const [found, setFound] = useState<readonly Colleague[] | null>(null);
  useEffect(() => {
    let here = true;
    void colleagues().then((people) => here && setFound(people));
    return () => {
      here = false;
    };
  }, [colleagues]);
  return (
    <Ask askedBy="log-title" busy={busy} messages={messages} onBack={onBack}>
      <p class="hint" role="status">
        {found === null ? words.loading : found.length === 0 ? words.none : ''}
      </p>
      <ul class="reasons">
        {(found ?? []).map(({ id, name, team, away }) => (
          <li key={id}>
            <button type="button" disabled={busy} onClick={() => onAssign(id)}>
              {name}
              <span class="aside">{[team, away ? words.away : ''].filter(Boolean).join(' · ')}</span>
            </button>
          </li>
        ))}
        {found !== null && (
          <li>
            <button type="button" disabled={busy} onClick={() => onAssign(null)}>
              {words.pool}
            </button>
          </li>
        )}
      </ul>
    </Ask>
  );
}
