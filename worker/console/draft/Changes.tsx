/** What the draft changes of what is in force, in sentences (DEF2). */
import type { Described } from '../../../shared/protocol/definitions.ts';
import type { DraftView } from '../api/draft.ts';
import { useKeptQuery } from '../api/hooks.ts';
import { useSession } from '../session.ts';
import { Failed } from '../ui/Failed.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import type { DraftProps } from './Draft.tsx';
import { changesOf } from './resources.ts';

export function Changes({ words, draft }: DraftProps & { readonly draft: DraftView }) {
  const { words: common, language } = useSession();
  const read = useKeptQuery(changesOf(draft.hash, language));
  const sentences = read.value?.sentences ?? [];
  return (
    <Panel title={words.changes.title}>
      {read.failure ? <Failed failure={read.failure} words={common} onRetry={read.reload} /> : null}
      {!read.value && !read.failure ? <Skeleton words={common} lines={4} /> : null}
      {read.value && sentences.length === 0 ? <p class="minor">{words.changes.none}</p> : null}
      <ChangeList changes={sentences} />
    </Panel>
  );
}

function ChangeList({ changes }: { readonly changes: readonly Described[] }) {
  return (
    <ul class="changes">
      {changes.map(({ kind, sentence, where, pointer }) => (
        <li key={`${kind} ${pointer} ${sentence}`} data-kind={kind}>
          {sentence}
          <span class="minor">{where}</span>
        </li>
      ))}
    </ul>
  );
}
