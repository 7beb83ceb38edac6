/** The first steps, once at install: connect, choose sites, open a real page with a chip. Each can be skipped. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Language } from '../../../shared/lead/vocabulary.ts';
import { messagesFor } from '../../../shared/messages/catalog.ts';
import { LANGUAGE_NAMES, settingsWords } from '../../../shared/messages/settings/index.ts';
import { LANGUAGES } from '../../../shared/lead/vocabulary.ts';
import type { Connection, SiteAccess } from '../../messages.ts';
import { OptionsConnect } from '../options/OptionsConnect.tsx';
import { OptionsLogs } from '../options/OptionsLogs.tsx';
import type { OptionsPort } from '../options/optionsPort.ts';
import { OptionsSites } from '../options/OptionsSites.tsx';
import { useOptions } from '../options/useOptions.ts';

interface Props {
  readonly language: Language;
  readonly port: OptionsPort;
  /** Opens a page in a tab of its own. */
  readonly open: (url: string) => void;
}

const STEPS = ['connect', 'sites', 'inbox'] as const;
type Step = (typeof STEPS)[number];

export function Welcome({ language, port, open }: Props) {
  const shown = useOptions(port);
  const { connection, sites, settings, read, setConnection, change } = shown;
  const [step, setStep] = useState<Step>('connect');
  const title = useRef<HTMLHeadingElement>(null);
  const spoken = settings?.language ?? language;
  const messages = messagesFor(spoken);
  const { welcome, shows } = settingsWords(spoken);
  useEffect(() => {
    document.documentElement.lang = spoken;
    document.title = welcome.title;
  }, [spoken, welcome]);

  const place = STEPS.indexOf(step);
  const go = (to: Step | undefined) => {
    if (to === undefined) return;
    setStep(to);
    // What the step is about is read out, and the next Tab goes on from there.
    requestAnimationFrame(() => title.current?.focus());
  };
  const signedIn = connection?.state === 'signed_in' ? connection : null;
  const granted = sites.filter((site) => site.granted);
  const ready = { connect: signedIn !== null, sites: granted.length > 0, inbox: true }[step];

  return (
    <main class="options welcome" aria-busy={connection === undefined}>
      <header class="welcome-head">
        <h1>{welcome.title}</h1>
        <select
          aria-label={shows.language}
          value={spoken}
          onChange={(event) => {
            const chosen = LANGUAGES.find((each) => each === event.currentTarget.value);
            if (chosen) change({ language: chosen });
          }}
        >
          {LANGUAGES.map((each) => (
            <option key={each} value={each} lang={each}>
              {LANGUAGE_NAMES[each]}
            </option>
          ))}
        </select>
      </header>
      <div class="part">
        <p>{welcome.intro}</p>
        <ol class="trail">
          {STEPS.map((each, index) => (
            <li
              key={each}
              aria-current={each === step ? 'step' : undefined}
              class={index < place ? 'past' : ''}
            >
              {welcome.steps[index]}
            </li>
          ))}
        </ol>
      </div>
      <section class="part" aria-labelledby="step-title">
        <p class="hint">{welcome.step(place + 1, STEPS.length)}</p>
        <h2 id="step-title" ref={title} tabIndex={-1}>
          {welcome.steps[place]}
        </h2>
        {step === 'connect' && connection && (
          <OptionsConnect
            connection={connection}
            messages={messages}
            port={port}
            onConnection={(changed) => {
              setConnection(changed);
              if (changed.state === 'signed_in') go('sites');
            }}
          />
        )}
        {step === 'sites' && (
          <>
            {signedIn && <p role="status">{welcome.connected(signedIn.name)}</p>}
            <OptionsSites sites={sites} messages={messages} port={port} onChanged={read} />
            {settings && <OptionsLogs settings={settings} messages={messages} onSettings={change} />}
          </>
        )}
        {step === 'inbox' && (
          <>
            <p>{welcome.open}</p>
            <p class="hint">{granted.length > 0 ? welcome.openHint : welcome.noSites}</p>
            <div class="line">
              {granted.map((site) => {
                const url = addressOf(site, signedIn);
                return url === null ? (
                  <p key={site.id}>{welcome.openYourself(site.name)}</p>
                ) : (
                  <button key={site.id} type="button" class="primary" onClick={() => open(url)}>
                    {welcome.openSite(site.name)}
                  </button>
                );
              })}
            </div>
            <p class="hint">{welcome.pin}</p>
            <p>
              <strong>{welcome.done}.</strong> {welcome.doneText}
            </p>
          </>
        )}
      </section>
      <nav class="part line welcome-foot" aria-label={welcome.title}>
        {place > 0 && (
          <button type="button" class="small" onClick={() => go(STEPS[place - 1])}>
            {welcome.back}
          </button>
        )}
        {step !== 'inbox' && (
          <button type="button" class={ready ? 'primary' : 'small'} onClick={() => go(STEPS[place + 1])}>
            {ready ? welcome.next : welcome.skip}
          </button>
        )}
        {step !== 'inbox' && !ready && <span class="hint">{welcome.skipped}</span>}
      </nav>
    </main>
  );
}

/** Where a site begins; null where only the company's own address is known to the person. */
function addressOf(
  { id, origins }: SiteAccess,
  connection: Extract<Connection, { state: 'signed_in' }> | null,
): string | null {
  if (id === 'sample') return connection && `${connection.origin}/sample/inbox`;
  const whole = origins.find((origin) => !origin.includes('*.') && origin.startsWith('http'));
  return whole === undefined ? null : whole.replace(/\*$/, '');
}
