/** The draft both sides talk about: written, tried on today's leads, signed and published (DEF1–DEF4). */
import type { Version } from '../../../shared/definitions/version.ts';
import { workspaceCalendarOf } from '../../../shared/lead/versionAt.ts';
import { draftWords, type DraftWords } from '../../../shared/messages/consoleDraft.ts';
import { whenShort, type When } from '../../../shared/ui/when.ts';
import { useDeed, useQuery } from '../api/hooks.ts';
import { agreement, members, versions } from '../api/resources.ts';
import { useSession } from '../session.ts';
import { Choice } from '../ui/Choice.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Page } from '../ui/Page.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Changes } from './Changes.tsx';
import { Editor } from './Editor.tsx';
import { Preview } from './Preview.tsx';
import { Problems } from './Problems.tsx';
import { draft, draftFrom, type DraftView, problemsOf } from './resources.ts';
import { Signing } from './Signing.tsx';
import { useDraft } from './useDraft.ts';
import './draft.css';

export interface DraftProps {
  readonly words: DraftWords;
  readonly when: When;
  readonly version: Version;
  readonly nameOf: (member: string) => string;
}

export function Draft() {
  const { words, language, messages } = useSession();
  const version = useQuery(agreement);
  const read = useQuery(draft);
  const people = useQuery(members).value?.members ?? [];
  const said = draftWords(language);
  const failure = version.failure ?? read.failure;
  if (!version.value || read.value === undefined)
    return (
      <Page title={said.link}>
        {failure ? (
          <Failed failure={failure} words={words} onRetry={read.reload} />
        ) : (
          <Skeleton words={words} lines={12} />
        )}
      </Page>
    );
  const props: DraftProps = {
    words: said,
    version: version.value,
    when: { offsets: workspaceCalendarOf(version.value).offsets, now: Date.now(), messages },
    nameOf: (member) => people.find(({ id }) => id === member)?.name ?? '…',
  };
  return read.value === null ? (
    <NoDraft {...props} onBegun={read.reload} />
  ) : (
    <Open {...props} latest={read.value} />
  );
}

function NoDraft({ words, version, onBegun }: DraftProps & { readonly onBegun: () => void }) {
  const { words: common } = useSession();
  const { run, busy, failure } = useDeed(draftFrom);
  const begin = async () => {
    const answer = await run(version.version);
    if (answer.ok) onBegun();
  };
  return (
    <Page title={words.link} heading={words.none.title}>
      <section class="panel empty">
        <p>{words.none.text}</p>
        {failure ? <Failed failure={failure} words={common} /> : null}
        <div class="buttons">
          <button type="button" class="strong" disabled={busy} onClick={() => void begin()}>
            {words.none.begin(version.version)}
          </button>
          <a class="button" href="/console/agreement">
            {words.back}
          </a>
        </div>
      </section>
    </Page>
  );
}

function Open({ latest, ...props }: DraftProps & { readonly latest: DraftView }) {
  const { words: common, language } = useSession();
  const { words, when, version, nameOf } = props;
  const writing = useDraft(latest);
  const { saved, standing } = writing;
  const read = useQuery(problemsOf(saved, language));
  const problems = read.value?.problems ?? [];
  const replacing = useDeed(draftFrom);
  const heads = useQuery(versions).value?.versions ?? [];
  const failure = writing.failure ?? replacing.failure;
  return (
    <Page
      title={words.link}
      heading={words.title(version.version + 1)}
      about={
        <>
          <span role="status">{words.states[standing]}</span> ·{' '}
          {words.savedBy(nameOf(saved.author), whenShort(saved.savedAt, when))}
        </>
      }
      actions={
        <Signing {...props} draft={saved} mayPublish={standing === 'saved' && read.value?.ok === true} />
      }
    >
      {standing === 'theirs' ? (
        <div class="notice" role="alert">
          <p>{words.theirs.text}</p>
          <div class="buttons">
            <button type="button" onClick={writing.take}>
              {words.theirs.take}
            </button>
            <button type="button" onClick={writing.keep}>
              {words.theirs.keep}
            </button>
          </div>
        </div>
      ) : null}
      {failure ? <Failed failure={failure} words={common} /> : null}
      {failure ? (
        <ul class="wrong">
          {Object.entries(failure.fields).map(([pointer, detail]) => (
            <li key={pointer}>
              <code>{pointer.replace('/definitions', '')}</code> {detail}
            </li>
          ))}
        </ul>
      ) : null}
      <div class="draft">
        <div class="stack">
          <Changes {...props} draft={saved} />
          <Problems words={words} problems={problems} isKnown={read.value !== undefined} />
        </div>
        <Preview {...props} draft={saved} mayRun={standing === 'saved' && read.value?.ok === true} />
        <section class="panel wide">
          <header>
            <h2>{words.editor}</h2>
            <div class="acts">
              <Choice
                label={words.replace}
                all={words.replace}
                value=""
                options={heads.map((head) => ({
                  id: String(head.version),
                  label: words.replaceBy(head.version),
                }))}
                onPick={(id) => void replacing.run(Number(id))}
              />
            </div>
          </header>
          <Editor
            label={words.editor}
            text={writing.text}
            turn={writing.turn}
            problems={problems}
            onWrite={writing.write}
          />
        </section>
      </div>
    </Page>
  );
}
