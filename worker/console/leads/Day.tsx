/** Picks the day a lead is seen as of, and says by which agreement (STG5). */
import type { LeadsWords } from '../../../shared/messages/consoleLeads/index.ts';
import { useSession } from '../session.ts';
import { Choice } from '../ui/Choice.tsx';
import type { Known } from './view.ts';

interface Props {
  readonly words: LeadsWords;
  /** `YYYY-MM-DD`; null = this moment. */
  readonly on: string | null;
  readonly today: string;
  readonly known: Known;
  /** In force on that day. */
  readonly version: number | null;
  readonly onPick: (on: string | null) => void;
  readonly onKnown: (known: Known) => void;
}

export function Day({ words: { card }, on, today, known, version, onPick, onKnown }: Props) {
  const { format } = useSession();
  return (
    <div class={on === null ? 'day-pick' : 'day-pick past'}>
      <label>
        <span>{card.day}</span>
        <input
          type="date"
          max={today}
          value={on ?? ''}
          onChange={({ currentTarget }) => onPick(currentTarget.value === '' ? null : currentTarget.value)}
        />
      </label>
      {on === null ? null : (
        <>
          <Choice
            label={card.known}
            value={known}
            options={[
              { id: 'then', label: card.knownThen },
              { id: 'now', label: card.knownNow },
            ]}
            onPick={(id) => onKnown(id === 'now' ? 'now' : 'then')}
          />
          <button type="button" onClick={() => onPick(null)}>
            {card.today}
          </button>
          {version === null ? null : (
            <p role="status">{card.as(format.date(Date.parse(on), 0, true), version)}</p>
          )}
        </>
      )}
    </div>
  );
}
