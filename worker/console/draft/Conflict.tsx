/**
 * Two people saved on top of the same draft: what each changed, in words, and three ways on. Neither text
 * is lost: the one not chosen can be brought back.
 */
import { describe } from '../../../shared/definitions/describe.ts';
import { diff } from '../../../shared/definitions/diff.ts';
import { useQuery } from '../api/hooks.ts';
import { members } from '../api/resources.ts';
import type { DraftProps } from './Draft.tsx';
import { readDocument } from './forms/reading.ts';
import { merge } from './merge.ts';
import { parsed } from './parsed.ts';
import type { Theirs, Writing } from './useDraft.ts';
import { useSession } from '../session.ts';

interface Props extends DraftProps {
  readonly writing: Writing;
  readonly theirs: Theirs;
}

const MOST = 8;

export function Conflict({ words, nameOf, writing, theirs }: Props) {
  const said = words.theirs;
  const base = writing.saved.definitions;
  const mine = parsed(writing.text);
  const merged = mine === undefined ? null : merge(base, mine, theirs.definitions);
  return (
    <div class="notice conflict" role="alert">
      <p>{said.text(nameOf(theirs.author))}</p>
      <div class="sides">
        <Side title={said.mine} before={base} after={mine} none={said.noChange} unread={said.unread} />
        <Side
          title={said.others(nameOf(theirs.author))}
          before={base}
          after={theirs.definitions}
          none={said.noChange}
          unread={said.unread}
        />
      </div>
      {merged?.ok ? null : <p class="minor">{said.clash}</p>}
      <div class="buttons">
        {merged?.ok ? (
          <button
            type="button"
            class="strong"
            onClick={() => writing.keep(JSON.stringify(merged.value, null, 2))}
          >
            {said.both}
          </button>
        ) : null}
        <button type="button" onClick={writing.take}>
          {said.take}
        </button>
        <button type="button" onClick={() => writing.keep()}>
          {said.keep}
        </button>
      </div>
    </div>
  );
}

interface SideProps {
  readonly title: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly none: string;
  readonly unread: string;
}

function Side({ title, before, after, none, unread }: SideProps) {
  const { language } = useSession();
  const people = useQuery(members).value?.members ?? [];
  const [a, b] = [readDocument(before), readDocument(after)];
  const changes =
    a.ok && b.ok
      ? diff(a.definitions, b.definitions).map((change) =>
          describe(change, a.definitions, b.definitions, language, people),
        )
      : null;
  return (
    <div>
      <h2>{title}</h2>
      {changes === null ? <p class="minor">{unread}</p> : null}
      {changes?.length === 0 ? <p class="minor">{none}</p> : null}
      <ul class="changes">
        {changes?.slice(0, MOST).map(({ kind, sentence, where }) => (
          <li key={`${where} ${sentence}`} data-kind={kind}>
            {sentence}
            <span class="minor">{where}</span>
          </li>
        ))}
        {changes && changes.length > MOST ? <li>… {changes.length - MOST}</li> : null}
      </ul>
    </div>
  );
}

/** What was not chosen, to be brought back. */
export function PutAside({ words, writing }: Pick<Props, 'words' | 'writing'>) {
  const { aside } = writing;
  if (aside === null) return null;
  return (
    <div class="notice">
      <p role="status">{words.theirs.aside[aside.whose]}</p>
      <div class="buttons">
        <button type="button" onClick={writing.restore}>
          {words.theirs.restore}
        </button>
        <button type="button" onClick={writing.forget}>
          {words.theirs.forget}
        </button>
      </div>
    </div>
  );
}
