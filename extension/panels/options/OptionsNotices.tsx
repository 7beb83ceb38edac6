/** Whether the system shows notices, whether they name anybody, and the hours in which nothing pops up. */
import { useState } from 'preact/hooks';
import type { Language } from '../../../shared/lead/vocabulary.ts';
import { settingsWords } from '../../../shared/messages/settings/index.ts';
import type { DeviceSettings } from '../../messages.ts';
import type { OptionsPort } from './optionsPort.ts';

interface Props {
  readonly language: Language;
  readonly settings: DeviceSettings;
  readonly port: Pick<OptionsPort, 'allowNotices'>;
  readonly onSettings: (change: Partial<DeviceSettings>) => void;
}

/** What quiet hours begin as. */
const EVENING = { from: '19:00', to: '08:00' };

export function OptionsNotices({ language, settings, port, onSettings }: Props) {
  const words = settingsWords(language).notices;
  const [refused, setRefused] = useState(false);
  const { notify, notifyNames, quiet } = settings;

  async function switchOn(on: boolean): Promise<void> {
    // The browser's question comes first, while the click lasts.
    const allowed = !on || (await port.allowNotices());
    setRefused(!allowed);
    onSettings({ notify: on && allowed });
  }

  return (
    <>
      <label class="tick">
        <input
          type="checkbox"
          checked={notify}
          aria-describedby="notices-hint"
          onChange={(event) => void switchOn(event.currentTarget.checked)}
        />
        {words.on}
      </label>
      <p id="notices-hint" class="hint">
        {words.onHint}
      </p>
      <p role="alert" class="problem">
        {refused ? words.refused : ''}
      </p>
      <label class="tick">
        <input
          type="checkbox"
          checked={notifyNames}
          disabled={!notify}
          aria-describedby="names-hint"
          onChange={(event) => onSettings({ notifyNames: event.currentTarget.checked })}
        />
        {words.names}
      </label>
      <p id="names-hint" class="hint">
        {words.namesHint}
      </p>
      <label class="tick">
        <input
          type="checkbox"
          checked={quiet !== null}
          disabled={!notify}
          aria-describedby="quiet-hint"
          onChange={(event) => onSettings({ quiet: event.currentTarget.checked ? EVENING : null })}
        />
        {words.quiet}
      </label>
      {quiet && (
        <div class="line hours">
          {(['from', 'to'] as const).map((end) => (
            <label key={end} class="field">
              {words[end]}
              <input
                type="time"
                required
                value={quiet[end]}
                onChange={(event) => {
                  const { value } = event.currentTarget;
                  if (value) onSettings({ quiet: { ...quiet, [end]: value } });
                }}
              />
            </label>
          ))}
        </div>
      )}
      <p id="quiet-hint" class="hint">
        {words.quietHint}
      </p>
    </>
  );
}
