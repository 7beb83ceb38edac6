/** The frame of every small form: the first thing in it has the focus, Escape goes one step back. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Catalog } from '../../messages/catalog.ts';
import { Icon } from '../Icon.tsx';

interface Props {
  /** Id of the words that ask. */
  readonly askedBy: string;
  readonly busy: boolean;
  readonly messages: Catalog;
  readonly onBack: () => void;
  /** A form is sent by its button and by Enter; without it only the buttons inside act. */
  readonly onSend?: (() => void) | undefined;
  readonly children: ComponentChildren;
}

export function Ask({ askedBy, busy, messages, onBack, onSend, children }: Props) {
  const frame = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const fields = frame.current?.querySelectorAll<HTMLButtonElement>('button, input, select, textarea');
    [...(fields ?? [])].find(({ disabled }) => !disabled)?.focus({ preventScroll: true });
  }, []);
  return (
    <form
      class="chooser"
      aria-labelledby={askedBy}
      ref={frame}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onSend?.();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onBack();
      }}
    >
      {children}
      <div class="ask-foot">
        <button type="button" class="link" onClick={onBack}>
          <Icon name="back" /> {messages.card.back}
        </button>
        {onSend && (
          <button type="submit" class="send" disabled={busy}>
            {busy ? messages.card.saving : messages.card.save}
          </button>
        )}
        {!onSend && busy && <span class="hint">{messages.card.saving}</span>}
      </div>
    </form>
  );
}
