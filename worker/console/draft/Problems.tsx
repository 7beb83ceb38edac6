/** Everything that is wrong with the draft, at once (DEF1). */
import type { DraftWords } from '../../../shared/messages/consoleDraft.ts';
import type { ValidateResponse } from '../../../shared/protocol/definitions.ts';
import { Panel } from '../ui/Panel.tsx';

interface Props {
  readonly words: DraftWords;
  readonly problems: ValidateResponse['problems'];
  readonly isKnown: boolean;
}

export function Problems({ words: { problems: said }, problems, isKnown }: Props) {
  return (
    <Panel title={said.title}>
      <p role="status" class="minor">
        {isKnown && problems.length === 0 ? said.none : ''}
      </p>
      <ul class="changes">
        {problems.map(({ severity, pointer, message, suggestion }) => (
          <li key={`${pointer} ${message}`} data-kind={severity === 'error' ? 'removed' : 'changed'}>
            {message} {suggestion === undefined ? null : said.perhaps(suggestion)}
            <code class="minor">{pointer === '' ? '/' : pointer}</code>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
