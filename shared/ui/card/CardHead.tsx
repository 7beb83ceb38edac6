/** Who this is, their score, where they stand, how they got there and who spoke to them last. */
import { cardWords } from '../../messages/card/index.ts';
import type { Catalog } from '../../messages/catalog.ts';
import type { CardView } from '../cardView.ts';
import { Funnel } from '../Funnel.tsx';
import { ScoreBadge } from '../ScoreBadge.tsx';

export function CardHead({ view, messages }: { view: CardView; messages: Catalog }) {
  const { entry } = view;
  const words = cardWords(messages.language);
  return (
    <header class="part head">
      <div class="who">
        <span class="avatar" aria-hidden="true">
          {view.initials}
        </span>
        <div class="about">
          <h1 tabIndex={-1}>{view.name}</h1>
          {view.about && <p>{view.about}</p>}
          <p>
            {view.phones.map(({ text, href }) => (
              <span key={href}>
                <a href={href} class="phone" aria-label={words.call(text)}>
                  {text}
                </a>
                {' · '}
              </span>
            ))}
            {view.owner}
          </p>
        </div>
        <ScoreBadge
          score={messages.format.number(view.score)}
          bands={view.bands}
          label={messages.card.score}
        />
      </div>
      <Funnel stages={view.stages} label={messages.card.funnel} owners={words.owners} />
      {(entry.before || entry.after) && (
        <p class="entry">
          {entry.before}
          <strong>{entry.strong}</strong>
          {entry.after}
        </p>
      )}
      <p class="entry">{view.touch}</p>
      {view.excluded && <p class="notice late">{view.excluded}</p>}
      {view.standing && <p class="notice rest">{view.standing}</p>}
      {view.notices.map(({ text, tone }) => (
        <p key={text} class={`notice ${tone}`}>
          {text}
        </p>
      ))}
    </header>
  );
}
