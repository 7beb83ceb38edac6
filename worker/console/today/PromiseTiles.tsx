/** The four numbers at the top: what each side promised, what it kept, and of how many. */
import type { ComponentChildren } from 'preact';
import type { TodayWords } from '../../../shared/messages/consoleToday/index.ts';
import { ENOUGH } from '../../../shared/target/share.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import { leadsBehind } from '../api/reports.ts';
import { useSession } from '../session.ts';
import { duration, percent, toneOf } from '../ui/numbers.ts';
import { firstResponses, type Promises } from './figures.ts';
import type { Part } from './part.ts';

export function PromiseTiles(part: Part & { readonly before: Promises | null }) {
  const { figures, before, version, scope, words } = part;
  const { format } = useSession();
  const { firstResponse, worked } = figures;
  const goal = (metric: string) => {
    const agreed = version.definitions.goals.find((one) => one.metric === metric);
    return agreed ? agreed.target / 100 : null;
  };
  const promises = firstResponses(version.definitions).map((policy) => ['all', policy]);
  const settled = words.settled(format.number(worked.n), format.number(worked.inProgress));
  return (
    <>
      <Tile name="first-response" title={words.firstResponse}>
        <ShareFigure
          share={firstResponse}
          to={leadsBehind('compliance', promises, scope)}
          goal={goal('first_response')}
          words={words}
        />
        <p>{firstResponse.n === 0 ? words.none : words.n(format.number(firstResponse.n))}</p>
        <Difference now={firstResponse} before={before?.firstResponse} words={words} />
      </Tile>
      <Tile name="worked" title={words.worked}>
        <ShareFigure
          share={worked}
          to={leadsBehind('worked', [['decided', 'all', null]], scope)}
          goal={goal('worked')}
          words={words}
        />
        <p>{worked.n + worked.inProgress === 0 ? words.none : settled}</p>
        <Difference now={worked} before={before?.worked} words={words} />
      </Tile>
      <Delivered {...part} />
      <Median {...part} />
    </>
  );
}

function Delivered({ figures, version, scope, words, target }: Part) {
  const { language, format } = useSession();
  const { stages, handoff } = version.definitions;
  const stage = stages.find(({ id }) => id === handoff.stage)?.short ?? handoff.stage;
  const { pacing, answers } = figures;
  const projected = pacing?.projected ?? null;
  return (
    <Tile name="delivered" title={words.delivered(stage)}>
      <p class="figure">
        <a href={leadsBehind('pacing', [['on']], scope)}>
          <b>{format.number(pacing?.actual ?? 0)}</b>
        </a>
        {target === null || projected === null ? null : (
          <span class={projected < target ? 'tone-risk' : 'tone-ok'}>
            {words.pace(format.number(projected), format.number(target))}
          </span>
        )}
      </p>
      <p>
        {answers ? (
          <a href={leadsBehind('dispositions', [['answer', 'all', null]], scope)}>
            {words.accepted(percent(language, answers.accepted.share), format.number(answers.accepted.n))}
          </a>
        ) : (
          words.none
        )}
      </p>
    </Tile>
  );
}

function Median({ figures, before, scope, words }: Part & { readonly before: Promises | null }) {
  const { format } = useSession();
  const { speed } = figures;
  const whole = speed?.whole ?? null;
  return (
    <Tile name="median" title={words.median}>
      <p class="figure">
        <a href={leadsBehind('speed', [['whole', 'all', null]], scope)}>
          <b>{duration(whole?.median ?? null)}</b>
        </a>
      </p>
      <p>{whole ? words.n(format.number(whole.n)) : words.none}</p>
      {speed ? (
        <p>{words.openTime(duration(speed.machine?.median ?? null), duration(speed.human.median))}</p>
      ) : null}
      <Faster now={whole?.median ?? null} before={before?.speed?.whole?.median ?? null} words={words} />
    </Tile>
  );
}

interface Counted {
  readonly n: number;
  readonly share: number | null;
}

interface ShareProps {
  readonly share: Counted;
  /** 0–1. */
  readonly goal: number | null;
  readonly to: string;
  readonly words: TodayWords;
}

function ShareFigure({ share, goal, to, words }: ShareProps) {
  const { language } = useSession();
  const tone = toneOf(share.share, share.n, goal);
  return (
    <p class="figure">
      <a href={to}>
        <b>{percent(language, share.share)}</b>
      </a>
      {goal === null ? null : (
        <span class={tone === '' ? '' : `tone-${tone}`}>{words.target(percent(language, goal))}</span>
      )}
    </p>
  );
}

interface Compared<T> {
  readonly now: T;
  readonly before: T | undefined;
  readonly words: TodayWords;
}

function Difference({ now, before, words }: Compared<Counted>) {
  const { format } = useSession();
  if (!before || now.share === null || before.share === null) return null;
  if (now.n < ENOUGH || before.n < ENOUGH) return <p class="trend">{words.few}</p>;
  const points = Math.round((now.share - before.share) * 1_000) / 10;
  return <p class="trend">{points === 0 ? words.same : words.points(format.signed(points))}</p>;
}

function Faster({ now, before, words }: Compared<number | null>) {
  if (now === null || before === null || before === undefined) return null;
  const less = Math.round((before - now) / MINUTE_MS);
  if (less === 0) return <p class="trend">{words.same}</p>;
  const time = duration(Math.abs(less) * MINUTE_MS);
  return <p class="trend">{less > 0 ? words.faster(time) : words.slower(time)}</p>;
}

interface TileProps {
  readonly name: string;
  readonly title: string;
  readonly children: ComponentChildren;
}

function Tile({ name, title, children }: TileProps) {
  return (
    <section class="panel tile" data-figure={name} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
