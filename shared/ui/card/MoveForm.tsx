/** Moving a lead to a stage by hand; a step back after acceptance says why (HOF3). */
import { useState } from 'preact/hooks';
import { cardWords } from '../../messages/card/index.ts';
import type { Catalog } from '../../messages/catalog.ts';
import type { CardView } from '../cardView.ts';
import { Ask } from './Ask.tsx';

export interface Moved {
  readonly stage: string;
  readonly reason?: string | undefined;
  readonly comment?: string | undefined;
}

interface Props {
  readonly view: Pick<CardView, 'stages' | 'reasons' | 'may'>;
  readonly busy: boolean;
  readonly messages: Catalog;
  readonly onMove: (moved: Moved) => void;
  readonly onBack: () => void;
}

export function MoveForm({ view, busy, messages, onMove, onBack }: Props) {
  const words = cardWords(messages.language);
  const { choice } = messages.card;
  const [stage, setStage] = useState('');
  const [reason, setReason] = useState('');
  const [comment, setComment] = useState('');
  const back = view.stages.find(({ id }) => id === stage)?.state === 'past';
  const asks = back && view.may.stage?.backNeedsReason === true;
  return (
    <Ask
      askedBy="log-title"
      busy={busy}
      messages={messages}
      onBack={onBack}
      onSend={() => {
        if (stage === '' || (asks && reason === '')) return;
        onMove({ stage, ...(asks ? { reason } : {}), comment: comment.trim() || undefined });
      }}
    >
      <label class="field">
        {words.move.stage}
        <select required value={stage} onChange={(event) => setStage(event.currentTarget.value)}>
          <option value="">{choice}</option>
          {view.stages
            .filter(({ state }) => state !== 'now')
            .map(({ id, spoken }) => (
              <option key={id} value={id}>
                {spoken}
              </option>
            ))}
        </select>
      </label>
      {asks && (
        <label class="field">
          {words.move.reason}
          <select required value={reason} onChange={(event) => setReason(event.currentTarget.value)}>
            <option value="">{choice}</option>
            {view.reasons
              .filter(({ blocked }) => blocked === null)
              .map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
          </select>
        </label>
      )}
      <label class="field">
        {words.note}
        <textarea
          rows={2}
          maxLength={2_000}
          value={comment}
          onInput={(event) => setComment(event.currentTarget.value)}
        />
      </label>
    </Ask>
  );
}
