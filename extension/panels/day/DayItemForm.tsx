/** What a row asks before it records: how it went, or until when and why to snooze. */
import type { Channel } from '../../../shared/lead/vocabulary.ts';
import type { Catalog } from '../../../shared/messages/catalog.ts';
import { dayWords } from '../../../shared/messages/day/index.ts';
import { buildChannels } from '../../../shared/ui/buildActions.ts';
import type { DayRow } from '../../../shared/ui/buildDayRow.ts';
import { OutcomeChooser } from '../../../shared/ui/card/OutcomeChooser.tsx';
import { SnoozeForm } from '../../../shared/ui/card/SnoozeForm.tsx';
import type { DayItemEvents } from './DayItem.tsx';

export type Asking = Channel | 'snooze';

interface Props extends DayItemEvents {
  readonly row: DayRow;
  readonly asking: Asking;
  /** Unique on the panel. */
  readonly id: string;
  readonly busy: boolean;
  readonly messages: Catalog;
  readonly onBack: () => void;
}

export function DayItemForm({ row, asking, id, busy, messages, onBack, onLog, onSnooze }: Props) {
  const words = dayWords(messages.language);
  const close = (done: boolean) => {
    if (done) onBack();
  };
  if (asking === 'snooze')
    return (
      <div class="wide">
        <p class="hint" id={id}>
          {words.howSnooze(row.name)}
        </p>
        {row.may.snooze && (
          <SnoozeForm
            snooze={row.may.snooze}
            askedBy={id}
            busy={busy}
            messages={messages}
            onBack={onBack}
            onSnooze={(untilOn, reason) => void onSnooze(row.leadId, untilOn, reason).then(close)}
          />
        )}
      </div>
    );
  const chooser = buildChannels(row, messages).find(({ channel }) => channel === asking);
  if (!chooser) return null;
  return (
    <div class="wide">
      <p class="hint" id={id}>
        {messages.card.howDidItGo(chooser.label)}
      </p>
      <OutcomeChooser
        channel={chooser}
        askedBy={id}
        busy={busy}
        messages={messages}
        onBack={onBack}
        onChoose={(outcome, at) => void onLog(row.leadId, asking, outcome, at).then(close)}
      />
    </div>
  );
}
