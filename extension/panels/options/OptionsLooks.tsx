/** How much a chip says (OVR1), and in which language every face speaks. */
import type { Language } from '../../../shared/lead/vocabulary.ts';
import { LANGUAGES } from '../../../shared/lead/vocabulary.ts';
import { LANGUAGE_NAMES, settingsWords } from '../../../shared/messages/settings/index.ts';
import { DENSITIES, type DeviceSettings } from '../../messages.ts';

interface Props {
  readonly language: Language;
  readonly settings: DeviceSettings;
  readonly onSettings: (change: Partial<DeviceSettings>) => void;
}

export function OptionsLooks({ language, settings, onSettings }: Props) {
  const { shows } = settingsWords(language);
  return (
    <>
      <fieldset class="choices">
        <legend>{shows.density}</legend>
        {DENSITIES.map((density) => (
          <label key={density} class="tick">
            <input
              type="radio"
              name="density"
              checked={settings.density === density}
              onChange={() => onSettings({ density })}
            />
            <span>
              {shows[density].label}
              <span class="hint">{shows[density].hint}</span>
            </span>
            {density !== 'today' && (
              <span class="example" aria-hidden="true">
                {density === 'full' ? shows.example : shows.exampleTime}
              </span>
            )}
          </label>
        ))}
      </fieldset>
      <label class="field">
        {shows.language}
        <select
          name="language"
          value={settings.language ?? ''}
          onChange={(event) => {
            const chosen = LANGUAGES.find((each) => each === event.currentTarget.value);
            onSettings({ language: chosen ?? null });
          }}
        >
          <option value="">{shows.browsers}</option>
          {LANGUAGES.map((each) => (
            <option key={each} value={each} lang={each}>
              {LANGUAGE_NAMES[each]}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
