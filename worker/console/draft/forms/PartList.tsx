/** The parts of the agreement, each an address of its own, with how much is wrong in it. */
import type { FormsWords } from '../../../../shared/messages/forms/words.ts';
import type { Problem } from '../../../../shared/definitions/validate.ts';
import { useSession } from '../../session.ts';
import { type FormPart, partAt, PARTS } from './parts.ts';
import { usePlaces } from './usePlaces.ts';

interface Props {
  readonly words: FormsWords;
  readonly problems: readonly Problem[];
  readonly here: FormPart | null;
}

const GROUPS = ['who', 'score', 'sales', 'time', 'aims'] as const;

export function PartList({ words, problems, here }: Props) {
  const { format } = useSession();
  const { partHref } = usePlaces();
  const wrongIn = (part: FormPart) =>
    problems.filter(({ severity, pointer }) => severity === 'error' && partAt(pointer) === part).length;
  return (
    <nav class="part-list" aria-label={words.list}>
      <a href={partHref(null)} aria-current={here === null ? 'page' : undefined}>
        {words.overview}
      </a>
      {GROUPS.map((group) => {
        const parts = PARTS.filter((part) => part.group === group);
        return parts.length === 0 ? null : (
          <div key={group} class="part-group">
            <p class="part-title">{words.groups[group]}</p>
            <ul aria-label={words.groups[group]}>
              {parts.map((part) => {
                const wrong = wrongIn(part);
                return (
                  <li key={part.path}>
                    <a href={partHref(part.path)} aria-current={part === here ? 'page' : undefined}>
                      {words.parts[part.path]}
                      {wrong === 0 ? null : (
                        <span class="tag late" title={format.plural(wrong, words.problems)}>
                          {format.number(wrong)}
                          <span class="unseen"> {format.plural(wrong, words.problems)}</span>
                        </span>
                      )}
                    </a>
                  </li>
                );
              })}
            </ul>
          </div>
        );
      })}
    </nav>
  );
}
