/** Every published version, newest first, with what changed in words. */
import { useState } from 'preact/hooks';
import type { VersionHead } from '../../../shared/protocol/versions.ts';
import { diffOf } from '../api/diff.ts';
import { useQuery } from '../api/hooks.ts';
import { useSession } from '../session.ts';
import { Failed } from '../ui/Failed.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import type { AgreementWords } from '../../../shared/messages/consoleAgreement/index.ts';
import { Section } from './Section.tsx';

interface Props {
  readonly heads: readonly VersionHead[];
  readonly words: AgreementWords;
  readonly dateOf: (at: number) => string;
  readonly nameOf: (member: string) => string;
}

export function VersionHistory({ heads, words, dateOf, nameOf }: Props) {
  return (
    <Section id="history" title={words.sections.history}>
      <ol class="versions" reversed>
        {heads.map((head, place) => (
          <li key={head.version} data-version={head.version}>
            <h3>
              <a href={`/console/agreement?version=${head.version}`}>{words.version(head.version)}</a>{' '}
              <small>{words.history.by(nameOf(head.author), dateOf(head.effectiveAt))}</small>
            </h3>
            {head.note ? <p>{head.note}</p> : null}
            <Changes before={heads[place + 1]} after={head} words={words} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

interface ChangesProps {
  readonly before: VersionHead | undefined;
  readonly after: VersionHead;
  readonly words: AgreementWords;
}

function Changes({ before, after, words }: ChangesProps) {
  const [isOpen, setOpen] = useState(false);
  if (!before) return <p class="soft">{words.history.first}</p>;
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{words.history.changes}</summary>
      {isOpen ? <Sentences from={before.version} to={after.version} words={words} /> : null}
    </details>
  );
}

function Sentences({ from, to, words }: { from: number; to: number; words: AgreementWords }) {
  const { language, words: shell } = useSession();
  const { value, failure, reload } = useQuery(diffOf(from, to, language));
  if (failure) return <Failed failure={failure} words={shell} onRetry={reload} />;
  if (!value) return <Skeleton words={shell} lines={3} />;
  if (value.sentences.length === 0) return <p class="soft">{words.history.same}</p>;
  return (
    <ul class="diff">
      {value.sentences.map(({ kind, sentence, where, pointer }) => (
        <li key={`${pointer} ${sentence}`} data-kind={kind}>
          {sentence} <small>{where}</small>
        </li>
      ))}
    </ul>
  );
}
