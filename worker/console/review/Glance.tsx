/** Both promises at a glance: what each side promised, what it kept, and of how many (TGT5). */
import type { ComponentChildren } from 'preact';
import { ENOUGH } from '../../../shared/target/share.ts';
import { leadsBehind } from '../api/reports.ts';
import { useSession } from '../session.ts';
import { duration, percent, toneOf } from '../ui/numbers.ts';
import { Chapter, type PackPart } from './Chapter.tsx';
import { goalFor } from './packFigures.ts';

export function Glance({ pack, figures, ground }: PackPart) {
  const { format } = useSession();
  const { version, words } = ground;
  const { definitions } = version;
  const said = words.pack;
  const scope = { from: pack.from, to: pack.to };
  const shortOf = (stage: string | null) =>
    definitions.stages.find(({ id }) => id === stage)?.short ?? stage ?? '';
  const { firstResponse, worked, speed, answers, qualified } = figures;
  const promises = definitions.policies
    .filter(({ kind }) => kind === 'first_response')
    .map(({ id }) => ['all', id]);
  const whole = speed?.whole ?? null;
  return (
    <Chapter id="glance" title={said.contents.glance}>
      <div class="glance">
        <section aria-label={words.sides.sales}>
          <h3>{words.sides.sales}</h3>
          <dl>
            <ShareFigure
              name="first-response"
              label={said.firstResponse}
              share={firstResponse}
              goal={goalFor('first_response', definitions)}
              href={leadsBehind('compliance', promises, scope)}
              part={ground}
            />
            <ShareFigure
              name="worked"
              label={said.worked}
              share={worked}
              goal={goalFor('worked', definitions)}
              href={leadsBehind('worked', [['decided', 'all', null]], scope)}
              part={ground}
              more={worked.inProgress > 0 ? said.inProgress(format.number(worked.inProgress)) : null}
            />
            <Figure
              name="median"
              label={said.median}
              href={leadsBehind('speed', [['whole', 'all', null]], scope)}
              value={duration(whole?.median ?? null)}
            >
              {whole ? words.n(format.number(whole.n)) : said.none}
              {speed
                ? ` · ${said.machine(duration(speed.machine?.median ?? null), duration(speed.human.median))}`
                : null}
            </Figure>
          </dl>
        </section>
        <section aria-label={words.sides.marketing}>
          <h3>{words.sides.marketing}</h3>
          <dl>
            <Figure
              name="delivered"
              label={said.delivered(shortOf(definitions.handoff.stage))}
              href={leadsBehind('quality', [['qualified', 'all', null]], scope)}
              value={format.number(figures.delivered)}
            >
              {null}
            </Figure>
            <ShareFigure
              name="accepted"
              label={said.accepted}
              share={answers?.accepted ?? { n: 0, share: null }}
              goal={goalFor('acceptance_rate', definitions)}
              href={leadsBehind('dispositions', [['answer', 'all', null, 'accepted']], scope)}
              part={ground}
            />
            {qualified.stage === null ? null : (
              <Figure
                name="qualified"
                label={said.qualified(shortOf(qualified.stage))}
                href={leadsBehind('quality', [['qualified', 'all', null]], scope, true)}
                value={format.number(qualified.n)}
              >
                {null}
              </Figure>
            )}
          </dl>
        </section>
      </div>
    </Chapter>
  );
}

interface FigureProps {
  readonly name: string;
  readonly label: string;
  readonly href: string;
  readonly value: string;
  readonly tone?: string;
  readonly children: ComponentChildren;
}

function Figure({ name, label, href, value, tone = '', children }: FigureProps) {
  return (
    <div data-figure={name}>
      <dt>{label}</dt>
      <dd>
        <a href={href} class={tone}>
          <b>{value}</b>
        </a>
        <small>{children}</small>
      </dd>
    </div>
  );
}

interface ShareProps {
  readonly name: string;
  readonly label: string;
  readonly share: { readonly n: number; readonly share: number | null };
  /** 0–1. */
  readonly goal: number | null;
  readonly href: string;
  readonly part: PackPart['ground'];
  readonly more?: string | null;
}

function ShareFigure({ name, label, share, goal, href, part, more = null }: ShareProps) {
  const { language, format } = useSession();
  const said = part.words.pack;
  const tone = toneOf(share.share, share.n, goal);
  const small = [
    share.n === 0 ? said.none : part.words.n(format.number(share.n)),
    goal === null ? said.noGoal : said.goal(percent(language, goal)),
    ...(share.n > 0 && share.n < ENOUGH ? [said.few] : []),
    ...(more === null ? [] : [more]),
  ];
  return (
    <Figure
      name={name}
      label={label}
      href={href}
      value={percent(language, share.share)}
      tone={tone === '' ? '' : `tone-${tone}`}
    >
      {small.join(' · ')}
    </Figure>
  );
}
