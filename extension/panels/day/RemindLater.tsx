/** Putting a notice off for half an hour, where the system's own has no button (Firefox) or is gone. */
import { useState } from 'preact/hooks';
import type { Catalog } from '../../../shared/messages/catalog.ts';
import { dayWords } from '../../../shared/messages/day/index.ts';
import type { DayPort } from './dayPort.ts';

interface Props {
  readonly id: string;
  /** Of whom, for whoever hears the button without its row. */
  readonly name: string | null;
  readonly remind: DayPort['remind'];
  readonly messages: Catalog;
}

export function RemindLater({ id, name, remind, messages }: Props) {
  const words = dayWords(messages.language).notices;
  const [said, setSaid] = useState<string | null>(null);
  const timeOf = (at: number) =>
    new Intl.DateTimeFormat(messages.language, { hour: '2-digit', minute: '2-digit' }).format(at);
  const ask = async () => {
    const at = await remind([id]);
    setSaid(at === null ? messages.errors.refused : words.reminded(timeOf(at)));
  };
  return (
    <span class="remind">
      {said === null && (
        <button
          type="button"
          class="link"
          aria-label={name === null ? undefined : `${words.remind}: ${name}`}
          onClick={() => void ask()}
        >
          {words.remind}
        </button>
      )}
      <span role="status" class="hint">
        {said}
      </span>
    </span>
  );
}
