/** One connected system: how it stands, what to do next, what it did not take. */
import { useState } from 'preact/hooks';
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import type { ConnectionsWords } from '../../../shared/messages/consoleConnections/index.ts';
import { systemsWords } from '../../../shared/messages/consoleSystems/index.ts';
import type { ConnectionView } from '../../../shared/protocol/connections.ts';
import { whenShort, type When } from '../../../shared/ui/when.ts';
import { useDeed } from '../api/hooks.ts';
import { useSession } from '../session.ts';
import { CopyField } from '../ui/CopyField.tsx';
import { Failed } from '../ui/Failed.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { helped } from './faults.ts';
import { MappingForm } from './MappingForm.tsx';
import { SystemLetters } from './SystemLetters.tsx';
import { askAgain, endSystem, pauseSystem, resumeSystem } from './systems.ts';

interface Props {
  readonly system: ConnectionView;
  readonly vendor: string;
  readonly definitions: Definitions;
  readonly words: ConnectionsWords;
  readonly when: When;
}

export function SystemEntry({ system, vendor, definitions, words, when }: Props) {
  const { words: common, language } = useSession();
  const said = systemsWords(language);
  const [open, setOpen] = useState<'mapping' | 'end' | null>(null);
  const asking = useDeed(askAgain);
  const pausing = useDeed(pauseSystem);
  const resuming = useDeed(resumeSystem);
  const failed = helped(asking.failure ?? pausing.failure ?? resuming.failure, language);
  const { id, label, state, account, problem, counts, ranAt } = system;
  const again = async () => {
    const answer = await asking.run(id);
    if (answer.ok && answer.value.authorizeUrl !== null) location.assign(answer.value.authorizeUrl);
  };
  const isGiven = state !== 'asked' && state !== 'revoked';
  return (
    <li>
      <div class="grow">
        <b>{label}</b> <span class="tag">{said.states[state]}</span>{' '}
        <span class="minor">{account?.name ?? vendor}</span>
        {problem ? <p role="alert">{said.problems[problem.kind]}</p> : null}
        {system.mapping ? (
          <p class="minor">
            {ranAt === null ? said.neverRead : said.lastRead(whenShort(ranAt, when))}{' '}
            {said.counts(counts.created, counts.attempts + counts.replies, counts.written)}{' '}
            {system.waiting > 0 ? said.waiting(system.waiting) : ''}
          </p>
        ) : null}
        {isGiven ? (
          <details>
            <summary>{said.hook}</summary>
            <p class="minor">{said.hookHint}</p>
            <CopyField label={said.hook} text={system.hookUrl} copy={words.copy} copied={words.copied} />
          </details>
        ) : null}
        {system.letters + system.dead > 0 ? <SystemLetters system={system} said={said} /> : null}
        {failed ? <Failed failure={failed} words={common} /> : null}
      </div>
      <div class="buttons">
        {isGiven ? (
          <button
            type="button"
            class={state === 'mapping' ? 'strong' : ''}
            onClick={() => setOpen('mapping')}
          >
            {said.choose}
          </button>
        ) : (
          <button type="button" class="strong" disabled={asking.busy} onClick={() => void again()}>
            {said.again}
          </button>
        )}
        {state === 'running' ? (
          <button type="button" disabled={pausing.busy} onClick={() => void pausing.run(id)}>
            {said.pause}
          </button>
        ) : null}
        {state === 'paused' || (state === 'running' && problem) ? (
          <button type="button" disabled={resuming.busy} onClick={() => void resuming.run(id)}>
            {said.resume}
          </button>
        ) : null}
        <button type="button" aria-label={said.endOf(label)} onClick={() => setOpen('end')}>
          {said.end}
        </button>
      </div>
      {open === 'mapping' ? (
        <MappingForm system={system} definitions={definitions} onClose={() => setOpen(null)} />
      ) : null}
      {open === 'end' ? <EndForm system={system} onClose={() => setOpen(null)} /> : null}
    </li>
  );
}

function EndForm({ system, onClose }: { readonly system: ConnectionView; readonly onClose: () => void }) {
  const { language } = useSession();
  const said = systemsWords(language);
  const { run, busy, failure } = useDeed(endSystem);
  const end = async () => {
    if ((await run(system.id)).ok) onClose();
  };
  return (
    <FormDialog
      title={said.endOf(system.label)}
      act={said.end}
      disabled={busy}
      failure={failure}
      onSubmit={end}
      onClose={onClose}
    >
      <p>{said.endAbout}</p>
    </FormDialog>
  );
}
