/** The four shares at the top: what sales took, what became of it, what was contested and what that changed. */
import { ENOUGH, type Share } from '../../../shared/target/share.ts';
import { leadsBehind } from '../api/reports.ts';
import { useSession } from '../session.ts';
import { percent, toneOf } from '../ui/numbers.ts';
import type { Part } from './part.ts';
import { anyOf } from './Worth.tsx';
import { stageNames } from './stageNames.ts';

export function Tiles({ figures, version, scope, words }: Part) {
  const said = words.tiles;
  const [from, to] = stageNames(version.definitions);
  const goalOf = (metric: string) => {
    const goal = version.definitions.goals.find((one) => one.metric === metric);
    return goal ? goal.target / 100 : null;
  };
  const tiles = [
    {
      name: 'accepted',
      title: said.accepted,
      about: said.acceptedAbout,
      share: figures.accepted,
      to: leadsBehind('quality', [['accepted', 'all', null]], scope),
      goal: goalOf('acceptance_rate'),
    },
    {
      name: 'qualified',
      title: said.qualified(from, to),
      about: said.qualifiedAbout,
      share: figures.qualified,
      to: leadsBehind('quality', [['qualified', 'all', null]], scope),
      goal: goalOf('mql_to_sql'),
    },
    {
      name: 'contested',
      title: said.contested,
      about: said.contestedAbout,
      share: figures.contested,
      to: leadsBehind('dispositions', [['return', 'all', null]], scope, anyOf(figures.contested)),
      goal: null,
    },
    {
      name: 'overturned',
      title: said.overturned,
      about: said.overturnedAbout,
      share: figures.overturned,
      to: leadsBehind('dispositions', [['decided', 'all', null]], scope, anyOf(figures.overturned)),
      goal: null,
    },
  ];
  return (
    <>
      {tiles.map((tile) => (
        <Tile key={tile.name} {...tile} words={words} />
      ))}
    </>
  );
}

interface TileProps {
  readonly name: string;
  readonly title: string;
  /** Of what it is a share. */
  readonly about: string;
  readonly share: Share;
  readonly to: string;
  /** Agreed, 0–1. */
  readonly goal: number | null;
  readonly words: Part['words'];
}

function Tile({ name, title, about, share, to, goal, words }: TileProps) {
  const { language, format } = useSession();
  const tone = toneOf(share.share, share.n, goal);
  return (
    <section class="panel tile" data-figure={name} aria-label={title}>
      <h2>{title}</h2>
      <p class="figure">
        {share.n === 0 ? (
          <b>–</b>
        ) : (
          <a href={to}>
            <b>{percent(language, share.share)}</b>
          </a>
        )}
        {goal === null ? null : (
          <span class={tone === '' ? '' : `tone-${tone}`}>{words.goal(percent(language, goal))}</span>
        )}
      </p>
      <p>{share.n === 0 ? words.none : `${words.n(format.number(share.n))} · ${about}`}</p>
      {share.n > 0 && share.n < ENOUGH ? <p class="trend">{words.few}</p> : null}
    </section>
  );
}
