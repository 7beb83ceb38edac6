/** How long each kind of record is kept, within its bounds (PRI4). */
import { useState } from 'preact/hooks';
import { RetentionRequest, type RetentionResponse } from '../../../shared/protocol/retention.ts';
import { useDeed, useQuery } from '../api/hooks.ts';
import { useSession } from '../session.ts';
import { Failed } from '../ui/Failed.tsx';
import { Field } from '../ui/Field.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import type { ConnectionsProps } from './Connections.tsx';
import { keepFor, retention } from './resources.ts';

export function Retention({ words }: Pick<ConnectionsProps, 'words'>) {
  const { words: common } = useSession();
  const read = useQuery(retention);
  const { records: said } = words;
  return (
    <Panel title={said.retention} about={said.retentionAbout}>
      {read.failure ? <Failed failure={read.failure} words={common} onRetry={read.reload} /> : null}
      {read.value ? (
        <Form kinds={read.value.kinds} words={words} />
      ) : read.failure ? null : (
        <Skeleton words={common} lines={6} />
      )}
    </Panel>
  );
}

interface FormProps extends Pick<ConnectionsProps, 'words'> {
  /** As they were when the form was opened. */
  readonly kinds: RetentionResponse['kinds'];
}

function Form({ kinds: before, words: { records: said } }: FormProps) {
  const { words: common, format } = useSession();
  const [kinds, setKinds] = useState(before);
  const [filled, setFilled] = useState<Readonly<Record<string, string>>>({});
  const [told, setTold] = useState('');
  const { run, busy, failure } = useDeed(keepFor);
  const save = async () => {
    setTold('');
    const days = Object.entries(filled).map(([kind, text]) => [kind, text === '' ? null : Number(text)]);
    const answer = await run(RetentionRequest.parse(Object.fromEntries(days)));
    if (!answer.ok) return;
    setKinds(answer.value.kinds);
    setFilled({});
    setTold(said.saved);
  };
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div class="pair">
        {kinds.map(({ kind, days, least, most, forever }) => (
          <Field
            key={kind}
            label={`${said.kinds[kind]} (${said.days.toLowerCase()})`}
            hint={[
              said.bounds(format.number(least), format.number(most)),
              ...(forever ? [said.forever] : []),
            ].join('. ')}
            wrong={failure?.fields[`/${kind}`]}
          >
            {(control) => (
              <input
                {...control}
                type="number"
                min={least}
                max={most}
                step={1}
                required={!forever}
                value={filled[kind] ?? days?.toString() ?? ''}
                onInput={({ currentTarget: { value } }) =>
                  setFilled((others) => ({ ...others, [kind]: value }))
                }
              />
            )}
          </Field>
        ))}
      </div>
      {failure ? <Failed failure={failure} words={common} /> : null}
      <p class="told" role="status">
        {told}
      </p>
      <div class="buttons">
        <button type="submit" disabled={busy || Object.keys(filled).length === 0}>
          {said.save}
        </button>
      </div>
    </form>
  );
}
