/** Sites of the person's own that can be taught, and forgotten again (OVR5). */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Language } from '../../../shared/lead/vocabulary.ts';
import { teachWords } from '../../../shared/messages/teach.ts';
import type { ReplyOf, SiteAccess } from '../../messages.ts';
import type { OptionsPort } from './optionsPort.ts';

interface Props {
  readonly sites: readonly SiteAccess[];
  readonly language: Language;
  readonly port: OptionsPort;
}

/** Those nobody ships knowledge of: typed by the person, or named by their company. */
const OWN = /^(?:own|wanted):/;

export function OptionsTaught({ sites, language, port }: Props) {
  const words = teachWords(language);
  const [taught, setTaught] = useState<ReplyOf<'panel.taught'>['sites']>([]);
  const [said, setSaid] = useState('');
  const read = useCallback(
    (forget?: string) => void port.taught(forget).then((held) => setTaught(held?.sites ?? [])),
    [port],
  );
  useEffect(() => read(), [read, sites]);
  const own = sites.filter(({ id, granted }) => granted && OWN.test(id));
  if (own.length === 0 && taught.length === 0) return null;

  const begin = async (origin: string) => {
    const begun = await port.teach(origin);
    setSaid(begun?.text ?? words.notHere);
  };
  return (
    <section aria-labelledby="teach-title">
      <h3 id="teach-title">{words.name}</h3>
      <p class="hint">{words.teachHint}</p>
      <p role="status" class="hint">
        {said}
      </p>
      <ul class="sites">
        {own.map(({ id, name, origins }) => (
          <li key={id}>
            <strong>{name}</strong>
            <button
              class="small"
              type="button"
              aria-label={`${words.teach}: ${name}`}
              onClick={() => void begin(origins[0] ?? '')}
            >
              {words.teach}
            </button>
          </li>
        ))}
        {taught.map(({ id, name }) => (
          <li key={`taught:${id}`}>
            <div>
              <strong>{name}</strong> <span class="hint">{words.taught}</span>
            </div>
            <button class="small" type="button" aria-label={words.forget(name)} onClick={() => read(id)}>
              {words.forgetShort}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
