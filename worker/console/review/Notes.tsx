/** Notes for the minutes: saved by themselves a moment after the last key. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { SECOND_MS } from '../../../shared/time.ts';
import type { SessionView } from '../../../shared/protocol/proposals.ts';
import { useDeed } from '../api/hooks.ts';
import { useSession } from '../session.ts';
import { Failed } from '../ui/Failed.tsx';
import { Field } from '../ui/Field.tsx';
import { Panel } from '../ui/Panel.tsx';
import { patchSession } from './resources.ts';
import type { Ground } from './useGround.ts';

interface Props {
  readonly session: SessionView;
  readonly ground: Ground;
  readonly mayWrite: boolean;
}

const REST_MS = SECOND_MS;

export function Notes({ session, ground, mayWrite }: Props) {
  const said = ground.words.meeting;
  if (mayWrite) return <Writing session={session} ground={ground} />;
  if (session.notes === '') return null;
  return (
    <Panel title={said.notes}>
      <p class="notes">{session.notes}</p>
    </Panel>
  );
}

function Writing({ session: { id, notes }, ground }: Omit<Props, 'mayWrite'>) {
  const { words: common } = useSession();
  const [text, setText] = useState(notes);
  const [saved, setSaved] = useState(notes);
  const { run, failure } = useDeed(patchSession);
  const latest = useRef({ text, saved });
  latest.current = { text, saved };
  const said = ground.words.meeting;
  const save = async () => {
    const wanted = latest.current.text;
    if (wanted === latest.current.saved) return;
    const answer = await run({ id, notes: wanted });
    if (answer.ok) setSaved(wanted);
  };
  useEffect(() => {
    const timer = setTimeout(() => void save(), REST_MS);
    return () => clearTimeout(timer);
  }, [text]);
  // Whoever leaves within that moment loses nothing; what another wrote comes in where one wrote nothing.
  useEffect(() => () => void save(), []);
  useEffect(() => {
    if (latest.current.text !== latest.current.saved) return;
    setText(notes);
    setSaved(notes);
  }, [notes]);
  return (
    <Panel title={said.notes} about={text === saved ? said.saved : said.saving}>
      <Field label={said.notes} hint={said.notesHint}>
        {(control) => (
          <textarea
            {...control}
            rows={5}
            maxLength={20_000}
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
        )}
      </Field>
      {/* On paper a box shows only as much as fits into it. */}
      <p class="notes on-paper">{text}</p>
      {failure ? <Failed failure={failure} words={common} onRetry={() => void save()} /> : null}
    </Panel>
  );
}
