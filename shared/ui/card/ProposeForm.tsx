/** A change of the agreement proposed from where it was missed, with this lead as its example (TGT7). */
import { useState } from 'preact/hooks';
import { cardWords } from '../../messages/card/index.ts';
import type { Catalog } from '../../messages/catalog.ts';
import type { ProposalAbout } from '../../protocol/proposals.ts';
import type { CardView } from '../cardView.ts';
import { Ask } from './Ask.tsx';

interface Props {
  readonly view: Pick<CardView, 'topics' | 'leadId' | 'versionNumber'>;
  readonly busy: boolean;
  readonly messages: Catalog;
  readonly onPropose: (title: string, text: string | undefined, about: ProposalAbout) => void;
  readonly onBack: () => void;
}

export function ProposeForm({ view, busy, messages, onPropose, onBack }: Props) {
  const { propose: words } = cardWords(messages.language);
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const [kind, setKind] = useState<ProposalAbout['kind']>('lead');
  const [id, setId] = useState('');
  const topic = view.topics.find((one) => one.kind === kind);
  const send = () => {
    const about = aboutOf(kind, id, view);
    if (title.trim() && about) onPropose(title.trim(), text.trim() || undefined, about);
  };
  return (
    <Ask askedBy="log-title" busy={busy} messages={messages} onBack={onBack} onSend={send}>
      <label class="field">
        {words.what}
        <input
          type="text"
          required
          maxLength={200}
          value={title}
          onInput={(event) => setTitle(event.currentTarget.value)}
        />
      </label>
      <div class="fields">
        <label class="field">
          {words.about}
          <select
            value={kind}
            onChange={(event) => {
              const picked = view.topics.find((one) => one.kind === event.currentTarget.value);
              if (picked) setKind(picked.kind);
              setId('');
            }}
          >
            {view.topics.map((one) => (
              <option key={one.kind} value={one.kind}>
                {words.kinds[kindOf(one.kind)]}
              </option>
            ))}
          </select>
        </label>
        {topic && topic.of.length > 0 && (
          <label class="field">
            {words.which}
            <select required value={id} onChange={(event) => setId(event.currentTarget.value)}>
              <option value="">{messages.card.choice}</option>
              {topic.of.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.label}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <label class="field">
        {words.why}
        <textarea
          rows={2}
          maxLength={2_000}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <p class="hint">{words.example}</p>
    </Ask>
  );
}

type Named = keyof ReturnType<typeof cardWords>['propose']['kinds'];

/** Goals are proposed in the console, where they stand. */
function kindOf(kind: ProposalAbout['kind']): Named {
  return kind === 'goal' ? 'other' : kind;
}

/** Null while it is not said which one. */
function aboutOf(
  kind: ProposalAbout['kind'],
  id: string,
  { leadId, versionNumber: version }: Props['view'],
): ProposalAbout | null {
  if (kind === 'other') return { kind, version };
  if (kind === 'lead') return { kind, id: leadId, version };
  return id === '' ? null : { kind, id, version };
}
