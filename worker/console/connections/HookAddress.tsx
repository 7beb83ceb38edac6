/** The address a hook got, what proves a message there, and what to do at the sender's. Secrets are shown once. */
import type * as z from 'zod';
import type { ConnectionsWords } from '../../../shared/messages/consoleConnections/index.ts';
import { sendersWords } from '../../../shared/messages/senders/index.ts';
import type { HookMade } from '../../../shared/protocol/hooks.ts';
import { useSession } from '../session.ts';
import { CopyField } from '../ui/CopyField.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { type Filled, marketoTemplate } from './hookRequest.ts';

interface Props {
  readonly made: z.infer<typeof HookMade>;
  readonly filled: Filled;
  readonly words: ConnectionsWords;
  readonly onClose: () => void;
}

export function HookAddress({ made, filled, words, onClose }: Props) {
  const { words: common, language } = useSession();
  const { incoming: said, copy, copied } = words;
  const senders = sendersWords(language);
  const isMarketo = filled.sender === 'marketo';
  const template = marketoTemplate(filled);
  return (
    <Dialog title={made.label} onClose={onClose}>
      <CopyField label={said.address} text={made.url} copy={copy} copied={copied} />
      {made.secret === null ? null : (
        <CopyField
          label={isMarketo ? senders.key : said.secret}
          hint={said.secretHint}
          text={made.secret}
          copy={copy}
          copied={copied}
        />
      )}
      <h3>{senders.setUp}</h3>
      <ol class="steps">
        {senders.steps[filled.sender].map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {isMarketo ? (
        <CopyField
          label={senders.template}
          hint={senders.templateHint}
          text={template}
          rows={template.split('\n').length}
          copy={copy}
          copied={copied}
        />
      ) : null}
      <div class="buttons">
        <button type="button" class="last" onClick={onClose}>
          {common.close}
        </button>
      </div>
    </Dialog>
  );
}
