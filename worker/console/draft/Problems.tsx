/** Everything that is wrong with the draft, at once (DEF1). */
import type { DraftWords } from '../../../shared/messages/consoleDraft/index.ts';
import type { Problem } from '../../../shared/definitions/validate.ts';
import { Panel } from '../ui/Panel.tsx';
import { usePlaces } from './forms/usePlaces.ts';

interface Props {
  readonly words: DraftWords;
  readonly problems: readonly Problem[];
  readonly isKnown: boolean;
}

export function Problems({ words: { problems: said }, problems, isKnown }: Props) {
  const { placeHref } = usePlaces();
  return (
    <Panel title={said.title}>
      <p role="status" class="minor">
        {isKnown && problems.length === 0 ? said.none : ''}
      </p>
      <ul class="changes">
        {problems.map(({ severity, pointer, message }) => (
          <li key={`${pointer} ${message}`} data-kind={severity === 'error' ? 'removed' : 'changed'}>
            {message}
            <a class="minor" href={placeHref(pointer)}>
              <code>{pointer === '' ? '/' : pointer}</code>
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
