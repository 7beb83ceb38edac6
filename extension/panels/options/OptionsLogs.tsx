/** What is logged by itself: a mail seen being sent, once the person switched it on (ATT1). */
import type { Catalog } from '../../../shared/messages/catalog.ts';
import type { DeviceSettings } from '../../messages.ts';

interface Props {
  readonly settings: DeviceSettings;
  readonly messages: Catalog;
  readonly onSettings: (change: Partial<DeviceSettings>) => void;
}

export function OptionsLogs({ settings, messages, onSettings }: Props) {
  const { sites } = messages.options;
  return (
    <>
      <label class="tick">
        <input
          type="checkbox"
          name="logSent"
          checked={settings.logSent}
          aria-describedby="log-sent-hint"
          onChange={(event) => onSettings({ logSent: event.currentTarget.checked })}
        />
        {sites.logSent}
      </label>
      <p id="log-sent-hint" class="hint">
        {sites.logSentHint}
      </p>
    </>
  );
}
