/** What both sides wrote to each other about hand-offs, each with its lead and what can be done about it. */
import { useState } from 'preact/hooks';
import type { Version } from '../../../shared/definitions/version.ts';
import type { LoopWords } from '../../../shared/messages/consoleLoop/index.ts';
import { TALK_SHOWS, type Talk, type TalkAct, type TalkShow } from '../../../shared/protocol/talks.ts';
import { useAddress } from '../address.ts';
import { useKeptQuery, useQuery } from '../api/hooks.ts';
import type { Scope } from '../api/reports.ts';
import { members } from '../api/resources.ts';
import { Awaited } from '../ui/Awaited.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Panel } from '../ui/Panel.tsx';
import { talks } from './resources.ts';
import { TalkDialog } from './TalkDialog.tsx';
import { TalkEntry } from './TalkEntry.tsx';

interface Props {
  readonly version: Version;
  readonly scope: Scope;
  readonly words: LoopWords;
}

interface Doing {
  readonly talk: Talk;
  readonly act: TalkAct;
}

export function TalksPanel({ version, scope, words }: Props) {
  const { query, set } = useAddress();
  const [doing, setDoing] = useState<Doing | null>(null);
  const said = words.talks;
  const show = TALK_SHOWS.find((one) => one === query['show']) ?? 'said';
  return (
    <Panel
      class="wide talks"
      title={said.title}
      about={said.about}
      actions={
        <Choice
          label={said.show}
          value={show}
          options={TALK_SHOWS.map((id) => ({ id, label: said.shows[id] }))}
          onPick={(next) => set({ show: next === 'said' ? null : next })}
        />
      }
    >
      <TalkPage
        key={show}
        {...{ version, scope, words, show }}
        cursor={null}
        onAct={(talk, act) => setDoing({ talk, act })}
      />
      {doing ? (
        <TalkDialog {...doing} version={version} words={words} onClose={() => setDoing(null)} />
      ) : null}
    </Panel>
  );
}

interface PageProps extends Props {
  readonly show: TalkShow;
  /** Null = the first page. */
  readonly cursor: string | null;
  readonly onAct: (talk: Talk, act: TalkAct) => void;
}

/** A page, and below it the next one once it is asked for. */
function TalkPage(props: PageProps) {
  const { version, scope, words, show, cursor, onAct } = props;
  const [isOpen, setOpen] = useState(false);
  const people = useQuery(members).value?.members ?? [];
  const read = useKeptQuery(talks(show, scope, cursor));
  if (!read.value) return <Awaited read={read} lines={4} />;
  const { talks: listed, cursor: next } = read.value;
  return (
    <>
      {listed.length === 0 && cursor === null && next === null ? (
        <p class="soft">{words.talks.nothing[show]}</p>
      ) : null}
      <ul class="talk-list">
        {listed.map((talk) => (
          <TalkEntry
            key={talk.handoff}
            talk={talk}
            version={version}
            words={words}
            nameOf={(member) => people.find(({ id }) => id === member)?.name ?? member}
            onAct={(act) => onAct(talk, act)}
          />
        ))}
      </ul>
      {next === null ? null : isOpen ? (
        <TalkPage {...props} cursor={next} />
      ) : (
        <button type="button" onClick={() => setOpen(true)}>
          {words.talks.more}
        </button>
      )}
    </>
  );
}
