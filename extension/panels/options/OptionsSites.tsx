/** The sites the overlay may show on: one button for all, each with its reason and taken back alone (PRI2). */
import { useState } from 'preact/hooks';
import type { Catalog } from '../../../shared/messages/catalog.ts';
import type { SiteAccess } from '../../messages.ts';
import type { Given, OptionsPort } from './optionsPort.ts';
import { OptionsTaught } from './OptionsTaught.tsx';

interface Props {
  readonly sites: readonly SiteAccess[];
  readonly messages: Catalog;
  readonly port: OptionsPort;
  readonly onChanged: () => void;
}

export function OptionsSites({ sites, messages, port, onChanged }: Props) {
  const { sites: words, problems } = messages.options;
  const [problem, setProblem] = useState('');
  const [address, setAddress] = useState('');
  const missing = sites.filter(({ granted, alone }) => !granted && !alone).flatMap(({ origins }) => origins);

  async function after(giving: Promise<Given>): Promise<void> {
    const given = await giving;
    setProblem({ given: '', refused: words.refused, not_an_address: problems.notAnAddress }[given]);
    onChanged();
  }

  return (
    <>
      <p class="hint">{words.intro}</p>
      {missing.length > 0 && (
        <button class="primary" type="button" onClick={() => void after(port.give(missing))}>
          {words.grantAll}
        </button>
      )}
      <p role="alert" class="problem">
        {problem}
      </p>
      <ul class="sites">
        {sites.map((site) => (
          <li key={site.id}>
            <div>
              <strong>{site.name}</strong>{' '}
              {site.origins.length > 0 && (
                <span class="hint">{site.granted ? words.granted : words.notGranted}</span>
              )}
              <p class="hint">{site.why}</p>
            </div>
            {site.granted ? (
              <button
                class="small"
                type="button"
                aria-label={words.takeBack(site.name)}
                onClick={() => void port.takeBack(site.origins).then(onChanged)}
              >
                {words.takeBackShort}
              </button>
            ) : site.origins.length === 0 ? null : (
              <button
                class="small"
                type="button"
                aria-label={words.give(site.name)}
                onClick={() => void after(port.give(site.origins))}
              >
                {words.giveShort}
              </button>
            )}
          </li>
        ))}
      </ul>
      <form
        class="line"
        onSubmit={(event) => {
          event.preventDefault();
          void after(port.giveAddress(address));
        }}
      >
        <label class="field">
          {words.own}
          <input
            name="site"
            inputMode="url"
            spellcheck={false}
            placeholder="mail.example.com"
            required
            aria-describedby="own-hint"
            value={address}
            onInput={(event) => setAddress(event.currentTarget.value)}
          />
        </label>
        <button class="small" type="submit">
          {words.giveShort}
        </button>
      </form>
      <p id="own-hint" class="hint">
        {words.ownHint}
      </p>
      <OptionsTaught sites={sites} language={messages.language} port={port} />
    </>
  );
}
