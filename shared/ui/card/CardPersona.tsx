/** How to speak with this kind of person and what to send them; what is copied from the materials is counted (DEF7). */
import { useState } from 'preact/hooks';
import { cardWords } from '../../messages/card/index.ts';
import type { Catalog } from '../../messages/catalog.ts';
import type { CardPersona as Persona } from '../cardView.ts';
import { Icon } from '../Icon.tsx';
import { Part } from '../Part.tsx';

interface Props {
  readonly persona: Persona;
  readonly messages: Catalog;
  /** Resolves to whether the clipboard has it. */
  readonly copy: (text: string) => Promise<boolean>;
  /** Null where a use may not be recorded: then materials are copied and not counted. */
  readonly onUse: ((material: string) => void) | null;
}

export function CardPersona({ persona, messages, copy, onUse }: Props) {
  const words = cardWords(messages.language).persona;
  const [said, setSaid] = useState('');
  const take = (text: string, material?: string) => {
    // The copy must be made in the click's own turn.
    void copy(text).then((done) => {
      const counted = material !== undefined && onUse !== null;
      setSaid(!done ? words.notCopied : counted ? words.copiedCounted : words.copied);
      if (done && counted) onUse(material);
    });
  };
  return (
    <Part id="persona" title={words.title(persona.label)}>
      <dl class="pairs">
        {persona.pains.length > 0 && (
          <>
            <dt>{words.pains}</dt>
            <dd>{persona.pains.join(' · ')}</dd>
          </>
        )}
        {persona.needs.length > 0 && (
          <>
            <dt>{words.needs}</dt>
            <dd>{persona.needs.join(' · ')}</dd>
          </>
        )}
        {persona.words.length > 0 && (
          <>
            <dt>{words.words}</dt>
            <dd class="sayings">
              {persona.words.map((line) => (
                <span key={line} class="copied">
                  <q>{line}</q>
                  <CopyButton label={words.copyOf(line)} onCopy={() => take(line)} />
                </span>
              ))}
            </dd>
          </>
        )}
        {persona.materials.length > 0 && (
          <>
            <dt>{words.materials}</dt>
            {persona.materials.map(({ id, title, link }) => (
              <dd key={id} class="copied">
                <a href={link} target="_blank" rel="noopener noreferrer">
                  {title}
                </a>
                <CopyButton label={words.copyOf(title)} onCopy={() => take(link, id)} />
              </dd>
            ))}
          </>
        )}
      </dl>
      <p class="hint" role="status">
        {said}
      </p>
    </Part>
  );
}

function CopyButton({ label, onCopy }: { label: string; onCopy: () => void }) {
  return (
    <button type="button" class="icon-button" aria-label={label} title={label} onClick={onCopy}>
      <Icon name="copy" size={13} />
    </button>
  );
}
