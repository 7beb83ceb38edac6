/** One step: where it stands, who does it with a link to send them, and how it is taken back. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { FirstWeekWords, StepId } from '../../../shared/messages/firstWeek/words.ts';
import { useSession } from '../session.ts';
import { CopyField } from '../ui/CopyField.tsx';
import { STEPS, type Standing } from './steps.ts';

interface Props {
  readonly id: StepId;
  readonly words: FirstWeekWords;
  readonly standing: Standing;
  /** Names of whoever does it. */
  readonly people: readonly string[];
  /** Where they do it, from the root. */
  readonly href: string;
  readonly undo: ComponentChildren;
  readonly children: ComponentChildren;
}

export function Step({ id, words, standing, people, href, undo, children }: Props) {
  const { format } = useSession();
  const heading = useId();
  const { title, text } = words.steps[id];
  return (
    <li class="panel step" data-standing={standing} aria-labelledby={heading}>
      <header>
        <span class="place" aria-hidden="true">
          {standing === 'done' ? '✓' : format.number(STEPS.indexOf(id) + 1)}
        </span>
        <h2 id={heading}>{title}</h2>
        <span class={TAGS[standing]}>{words.states[standing]}</span>
      </header>
      <p class="soft">{text}</p>
      {children}
      <footer>
        <p>
          {words.who} {people.length === 0 ? <a href="/console/team">{words.nobody}</a> : format.list(people)}
        </p>
        <details>
          <summary>{words.send}</summary>
          <CopyField
            label={words.linkFor(title)}
            hint={words.sendHint}
            text={new URL(href, location.origin).href}
            copy={words.copy}
            copied={words.copied}
          />
        </details>
        <div class="undo">
          <span>{words.undo}</span> {undo}
        </div>
      </footer>
    </li>
  );
}

const TAGS: Readonly<Record<Standing, string>> = { done: 'tag ok', now: 'tag now', waiting: 'tag' };
