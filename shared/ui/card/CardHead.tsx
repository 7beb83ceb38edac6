/** Who this is, their score, where they stand and how they got there. */
import type { Catalog } from '../../messages/catalog.ts';
import type { CardView } from '../cardView.ts';
import { Funnel } from '../Funnel.tsx';
import { ScoreBadge } from '../ScoreBadge.tsx';

export function CardHead({ view, messages }: { view: CardView; messages: Catalog }) {
  const { entry } = view;
  return (
    <header class="part">
      <div class="who">
        <span class="avatar" aria-hidden="true">
          {view.initials}
        </span>
        <div class="about">
          <h1>{view.name}</h1>
          {view.about.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
        <ScoreBadge
          score={messages.format.number(view.score)}
          bands={view.bands}
          label={messages.card.score}
        />
      </div>
      <Funnel stages={view.stages} label={messages.card.funnel} />
      {(entry.before || entry.after) && (
        <p class="entry">
          {entry.before}
          <strong>{entry.strong}</strong>
          {entry.after}
        </p>
      )}
      {view.excluded && <p class="notice late">{view.excluded}</p>}
      {view.standing && <p class="notice rest">{view.standing}</p>}
    </header>
  );
}
