/** What changed in the agreement during the period, in words: each version held against the one before it. */
import type { ReviewResponse } from '../../../shared/protocol/review.ts';
import { diffOf } from '../api/diff.ts';
import { useQuery } from '../api/hooks.ts';
import { versions } from '../api/resources.ts';
import { useSession } from '../session.ts';
import { Awaited } from '../ui/Awaited.tsx';
import { Chapter, type PackPart } from './Chapter.tsx';
import type { Ground } from './useGround.ts';

type Change = ReviewResponse['changes'][number];

export function Changed({ pack, ground }: PackPart) {
  const heads = useQuery(versions).value?.versions ?? [];
  const said = ground.words.pack;
  // A version that another took the place of for the same instant was never in force.
  const before = (version: number) =>
    heads.reduce<number | null>(
      (last, one) => (one.version < version && one.version > (last ?? 0) ? one.version : last),
      null,
    );
  return (
    <Chapter id="changes" title={said.contents.changes}>
      {pack.changes.length === 0 ? <p class="soft">{said.changes.none}</p> : null}
      {pack.changes.map((change) => (
        <OneVersion key={change.version} change={change} before={before(change.version)} ground={ground} />
      ))}
    </Chapter>
  );
}

interface Props {
  readonly change: Change;
  readonly before: number | null;
  readonly ground: Ground;
}

function OneVersion({ change, before, ground }: Props) {
  const { format } = useSession();
  const { words, nameOf, dateOf } = ground;
  const said = words.pack.changes;
  const { version, effectiveAt, author, note, signed, signers } = change;
  return (
    <div class="version" data-version={version}>
      <h3>{said.version(version, dateOf(effectiveAt))}</h3>
      <p class="minor">
        {signed ? said.by(nameOf(author), format.list(signers.map(nameOf))) : said.unsigned(nameOf(author))}
      </p>
      {note ? <p>{note}</p> : null}
      {before === null ? (
        <p class="soft">{said.first}</p>
      ) : (
        <Sentences from={before} to={version} ground={ground} />
      )}
    </div>
  );
}

function Sentences({ from, to, ground }: { from: number; to: number; ground: Ground }) {
  const { language } = useSession();
  const read = useQuery(diffOf(from, to, language));
  const sentences = read.value?.sentences ?? [];
  return (
    <>
      <Awaited
        read={read}
        lines={2}
        empty={read.value && sentences.length === 0 ? ground.words.pack.changes.none : null}
      />
      <ul class="changes">
        {sentences.map(({ kind, sentence, where, pointer }) => (
          <li key={`${pointer} ${sentence}`} data-kind={kind}>
            {sentence} <span class="minor">{where}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
