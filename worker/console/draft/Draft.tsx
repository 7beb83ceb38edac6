/** The draft both sides talk about: written, tried on today's leads, signed and published (DEF1–DEF4). */
import type { PublishChoices, Version } from '../../../shared/definitions/version.ts';
import { useEffect, useRef, useState } from 'preact/hooks';
import { workspaceCalendarOf } from '../../../shared/lead/versionAt.ts';
import { draftWords, type DraftWords } from '../../../shared/messages/consoleDraft/index.ts';
import { whenShort, type When } from '../../../shared/ui/when.ts';
import { formsWords } from '../../../shared/messages/forms/index.ts';
import { addressOf, useAddress } from '../address.ts';
import { draft, draftFrom, type DraftView } from '../api/draft.ts';
import { firstWeek } from '../api/firstWeek.ts';
import { useDeed, useQuery } from '../api/hooks.ts';
import { agreement, members, versions } from '../api/resources.ts';
import type { RoomProps } from '../rooms.ts';
import { useSession } from '../session.ts';
import { Choice } from '../ui/Choice.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Page } from '../ui/Page.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { Changes } from './Changes.tsx';
import { Conflict, PutAside } from './Conflict.tsx';
import { Forms } from './forms/Forms.tsx';
import { PARTS } from './forms/parts.ts';
import { LeftText } from './LeftText.tsx';
import { useForms } from './forms/useForms.ts';
import { Preview } from './Preview.tsx';
import { Problems } from './Problems.tsx';
import { problemsOf } from './resources.ts';
import { AsText } from './AsText.tsx';
import { Signing } from './Signing.tsx';
import { useDraft } from './useDraft.ts';
import './draft.css';

export interface DraftProps {
  readonly words: DraftWords;
  readonly when: When;
  readonly version: Version;
  readonly nameOf: (member: string) => string;
}

export function Draft({ part }: RoomProps) {
  const { words, language, messages } = useSession();
  const version = useQuery(agreement);
  const read = useQuery(draft);
  const people = useQuery(members).value?.members ?? [];
  const said = draftWords(language);
  const [left, setLeft] = useState<string | null>(null);
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
    <NoDraft
      {...props}
      left={left}
      onBegun={() => {
        setLeft(null);
        read.reload();
      }}
    />
  ) : (
    <Open {...props} latest={read.value} part={part} onLeft={setLeft} />
  );
}

interface NoDraftProps extends DraftProps {
  /** What was written and not saved when the draft went. */
  readonly left: string | null;
  readonly onBegun: () => void;
}

function NoDraft({ words, version, left, onBegun }: NoDraftProps) {
  const { words: common } = useSession();
  const { run, busy, failure } = useDeed(draftFrom);
  const begin = async () => {
    const answer = await run(version.version);
    if (answer.ok) onBegun();
  };
  return (
    <Page title={words.link} heading={words.none.title}>
      {left === null ? null : <LeftText text={left} words={words.none} onBegun={onBegun} />}
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

interface OpenProps extends DraftProps {
  readonly latest: DraftView;
  /** Of the forms. */
  readonly part: string | null;
  /** Told what is not saved when the draft goes. */
  readonly onLeft: (text: string) => void;
}

function Open({ latest, part, onLeft, ...props }: OpenProps) {
  const { words: common, language } = useSession();
  const { path, query } = useAddress();
  const said = formsWords(language);
  const [begun, setJob] = useState<string | null>(null);
  const [choices, setChoices] = useState<PublishChoices>({ leads: 'stay', clocks: 'new' });
  // What a colleague tried of this draft is shown to whoever signs it.
  const tried = useQuery(firstWeek).value?.previewed?.job;
  const job = begun ?? tried ?? null;
  const { words, when, version, nameOf } = props;
  const writing = useDraft(latest);
  const forms = useForms(writing);
  const last = useRef(writing);
  last.current = writing;
  useEffect(
    () => () => {
      if (last.current.standing !== 'saved') onLeft(last.current.text);
    },
    [],
  );
  const { saved, standing } = writing;
  const read = useQuery(problemsOf(saved, language));
  const replacing = useDeed(draftFrom);
  const heads = useQuery(versions).value?.versions ?? [];
  const failure = writing.failure ?? replacing.failure;
  const view = query['view'] ?? 'forms';
  const mayRun = standing === 'saved' && read.value?.ok === true;
  const overview = (
    <div class="draft">
      <div class="stack">
        <Changes {...props} draft={saved} />
        <Problems words={words} problems={forms.problems} isKnown={read.value !== undefined} />
      </div>
      <Preview
        {...props}
        draft={saved}
        mayRun={mayRun}
        job={job}
        onJob={setJob}
        choices={choices}
        onChoices={setChoices}
      />
    </div>
  );
  const at = query['at'] ?? null;
  const shown = PARTS.find((one) => one.path === part)?.owns[0] ?? null;
  const asText = (
    <AsText
      {...props}
      writing={writing}
      turn={writing.turn + forms.steps}
      problems={forms.problems}
      // Beside a form, the form is where a place of its part has the focus.
      at={view === 'both' && shown !== null ? null : at}
      beside={at ?? shown}
      replace={
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
      }
    />
  );
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
      actions={<Signing {...props} draft={saved} choices={choices} mayPublish={mayRun} />}
    >
      {writing.theirs ? <Conflict {...props} writing={writing} theirs={writing.theirs} /> : null}
      <PutAside words={words} writing={writing} />
      {failure ? <Failed failure={failure} words={common} /> : null}
      <Tabs
        label={said.ways.label}
        tabs={[
          { href: path, label: said.ways.forms, isHere: view === 'forms' },
          { href: addressOf(path, { view: 'both' }), label: said.ways.both, isHere: view === 'both' },
          { href: addressOf(path, { view: 'json' }), label: said.ways.json, isHere: view === 'json' },
        ]}
      />
      {view === 'json' ? overview : null}
      <div class="ways" data-view={view}>
        {view === 'json' ? null : (
          <div class="by-forms">
            <Forms
              forms={forms}
              words={said}
              inForce={version}
              part={part}
              jsonAt={(pointer) => addressOf(path, { view: view === 'both' ? view : 'json', at: pointer })}
              overview={overview}
            />
          </div>
        )}
        {view === 'forms' ? null : asText}
      </div>
    </Page>
  );
}
