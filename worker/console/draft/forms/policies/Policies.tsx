/** The promises, by what is promised and in the order they are tried, with the clocks to try them on. */
import { useRef, useState } from 'preact/hooks';
import { criterionWords } from '../../../../../shared/definitions/change/criterion.ts';
import { valueWords } from '../../../../../shared/definitions/change/telling.ts';
import type { Policy } from '../../../../../shared/definitions/policy.ts';
import { CLOCK_KINDS, type ClockKind } from '../../../../../shared/lead/vocabulary.ts';
import { policyFormWords } from '../../../../../shared/messages/policyForm/index.ts';
import type { PolicyFormWords } from '../../../../../shared/messages/policyForm/words.ts';
import { useSession } from '../../../session.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { useFocusOn } from '../../../ui/useFocusOn.ts';
import { idFrom } from '../idFrom.ts';
import type { PartProps } from '../part.ts';
import { Entry } from '../pieces/Entry.tsx';
import { Faults } from '../pieces/Told.tsx';
import { isUnder, pointerOf, stepsOf } from '../pointer.ts';
import { byKind, freshPolicy, movedInLevel, type Placed } from './order.ts';
import { PolicyForm } from './PolicyForm.tsx';
import { Simulator } from './Simulator.tsx';
import './policies.css';

export default function Policies(part: PartProps) {
  const { language } = useSession();
  const said = policyFormWords(language);
  const { definitions, change, problems, at, telling } = part;
  const { policies } = definitions;
  const [open, setOpen] = useState<number | null>(() => placeIn(at));
  const [told, tell] = useState('');
  const seen = useRef(at);
  if (seen.current !== at) {
    seen.current = at;
    setOpen(placeIn(at) ?? open);
  }
  const body = useRef<HTMLDivElement>(null);
  const toFocus = useFocusOn();
  const focusOn = (place: number, what = '.entry-head button') =>
    toFocus(() =>
      body.current?.querySelector<HTMLElement>(`[data-at="${pointerOf('policies', place)}"] > ${what}`),
    );
  const kinds = byKind(policies);
  const missing = CLOCK_KINDS.filter((kind) => !kinds.some((one) => one.kind === kind));
  const nameOf = (kind: ClockKind) => valueWords('kind', kind, telling);
  const add = (kind: ClockKind) => {
    const id = idFrom(
      kind,
      policies.map(({ id }) => id),
    );
    const stage = definitions.handoff.acceptedStage ?? definitions.handoff.stage;
    const calendar = definitions.workspaceCalendar;
    const label = kinds.some((one) => one.kind === kind) ? said.fresh : nameOf(kind);
    change(['/policies', [...policies, freshPolicy(kind, id, label, { policies, calendar, stage })]]);
    setOpen(policies.length);
    focusOn(policies.length, '.entry-body :is(input, select)');
  };
  return (
    <div class="stack" ref={body}>
      <Simulator {...part} said={said} />
      <p class="unseen" role="status">
        {told}
      </p>
      <Faults pointer="/policies" problems={problems} />
      {kinds.map(({ kind, tried }) => (
        <section key={kind} class="promise-kind" aria-label={nameOf(kind)}>
          <header>
            <h3>{nameOf(kind)}</h3>
            <p class="minor">
              {said.runs[kind]} {tried.length > 1 ? said.tried : null}
            </p>
          </header>
          <div class="entry-list">
            <ol>
              {tried.map(({ policy, place }, index) => {
                const pointer = pointerOf('policies', place);
                const move = (by: -1 | 1) => {
                  const orders = movedInLevel(tried, index, by);
                  if (orders === null) return null;
                  return () => {
                    change(...orders.map((one) => [`/policies/${one.place}/order`, one.order] as const));
                    tell(part.words.entry.moved(policy.label, index + by + 1, tried.length));
                    focusOn(place);
                  };
                };
                return (
                  <Entry
                    key={place}
                    pointer={pointer}
                    name={policy.label || part.words.entry.unnamed}
                    about={aboutOf(policy, part, said)}
                    beside={<span class="tag">{said.levels[policy.level]}</span>}
                    problems={problems}
                    words={part.words}
                    isOpen={open === place}
                    isOrdered={isAmongEquals(tried, policy)}
                    onToggle={() => setOpen(open === place ? null : place)}
                    onUp={move(-1)}
                    onDown={move(1)}
                    onRemove={() => {
                      change(['/policies', policies.toSpliced(place, 1)]);
                      setOpen(null);
                      tell(part.words.entry.removed(policy.label));
                      focusOn(Math.max(0, place - 1));
                    }}
                  >
                    {open === place ? (
                      <PolicyForm {...part} policy={policy} pointer={pointer} said={said} />
                    ) : null}
                  </Entry>
                );
              })}
            </ol>
            <button type="button" class="add" onClick={() => add(kind)}>
              + {said.add}
              <span class="unseen">: {nameOf(kind)}</span>
            </button>
          </div>
        </section>
      ))}
      {missing.length === 0 ? null : (
        <Choice
          label={said.addOf}
          all={`+ ${said.addOf}`}
          value=""
          options={missing.map((kind) => ({ id: kind, label: nameOf(kind) }))}
          onPick={(id) => {
            const kind = missing.find((one) => one === id);
            if (kind) add(kind);
          }}
        />
      )}
    </div>
  );
}

function isAmongEquals(tried: readonly Placed[], { level }: Policy): boolean {
  return tried.filter(({ policy }) => policy.level === level).length > 1;
}

function aboutOf(policy: Policy, { telling, definitions }: PartProps, said: PolicyFormWords): string {
  const target = [
    ...(policy.repeat ? [valueWords('repeat', policy.repeat, telling)] : []),
    valueWords('target', policy.target, telling),
    definitions.calendars[policy.calendar]?.label ?? policy.calendar,
  ];
  const whom = policy.when ? criterionWords(policy.when, telling) : said.every.replace(/\.$/, '');
  return `${target.join(' · ')} — ${whom}`;
}

function placeIn(at: string | null): number | null {
  if (at === null || !isUnder(at, '/policies')) return null;
  const place = Number(stepsOf(at)[1]);
  return Number.isInteger(place) ? place : null;
}
