/** Says something about a hand-off, contests a return, decides a contest or corrects an answer (HOF3, HOF5). */
import { useState } from 'preact/hooks';
import type { Version } from '../../../shared/definitions/version.ts';
import type { LoopWords } from '../../../shared/messages/consoleLoop/index.ts';
import { TEXT_LIMIT } from '../../../shared/lead/facts.ts';
import type { Talk, TalkAct } from '../../../shared/protocol/talks.ts';
import { useDeed } from '../api/hooks.ts';
import { useSession } from '../session.ts';
import { Field } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { Select } from '../ui/Select.tsx';
import { doOnHandoff } from './resources.ts';
import { leadName } from './TalkEntry.tsx';

interface Props {
  readonly talk: Talk;
  readonly act: TalkAct;
  readonly version: Version;
  readonly words: LoopWords;
  readonly onClose: () => void;
}

type Outcome = 'upheld' | 'overturned';
/** An answer, with its reason where it needs one: `recycled no_budget`. */
type Answered = string;

export function TalkDialog({ talk, act, version, words, onClose }: Props) {
  const { messages } = useSession();
  const { form, acts } = words.talks;
  const [text, setText] = useState('');
  const [outcome, setOutcome] = useState<Outcome>('upheld');
  const answers = answersIn(version, messages.words.answers);
  const standing = [talk.answer, talk.reason].filter(Boolean).join(' ');
  const [answered, setAnswered] = useState<Answered>(
    answers.some(([one]) => one === standing) ? standing : 'accepted',
  );
  const { run, busy, failure } = useDeed(doOnHandoff);
  const note = text.trim();
  const send = async () => {
    const body = bodyOf(act, { note, outcome, answered, revision: talk.lead.revision });
    const answer = await run({ act, handoff: talk.handoff, body });
    if (answer.ok) onClose();
  };
  const needsText = act === 'comment' || act === 'contest';
  const labels = { comment: form.text, contest: form.evidence, decide: form.note, correct: form.comment };
  return (
    <FormDialog
      title={form.title(acts[act], leadName(talk, messages.words.unnamed))}
      act={needsText ? form.send : acts[act]}
      disabled={busy || (needsText && note === '')}
      failure={failure}
      onSubmit={send}
      onClose={onClose}
    >
      {act === 'decide' ? (
        <Field label={form.outcome}>
          {(control) => (
            <Select
              control={control}
              value={outcome}
              options={[
                ['upheld', form.outcomes.upheld],
                ['overturned', form.outcomes.overturned],
              ]}
              onChoose={setOutcome}
            />
          )}
        </Field>
      ) : null}
      {act === 'correct' ? (
        <Field label={form.answer} wrong={failure?.fields['/reason']}>
          {(control) => (
            <Select control={control} value={answered} options={answers} onChoose={setAnswered} />
          )}
        </Field>
      ) : null}
      <Field label={labels[act]} hint={act === 'contest' ? form.evidenceHint : undefined}>
        {(control) => (
          <textarea
            {...control}
            rows={4}
            required={needsText}
            maxLength={TEXT_LIMIT}
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
}

function answersIn(
  { definitions }: Version,
  labels: Readonly<Record<'accepted' | 'recycled' | 'disqualified', string>>,
): readonly (readonly [Answered, string])[] {
  const returns = definitions.handoff.reasons.map(
    ({ id, answer, label }) => [`${answer} ${id}`, `${labels[answer]} · ${label}`] as const,
  );
  return [['accepted', labels.accepted], ...returns];
}

interface Filled {
  readonly note: string;
  readonly outcome: Outcome;
  readonly answered: Answered;
  readonly revision: number;
}

function bodyOf(
  act: TalkAct,
  { note, outcome, answered, revision }: Filled,
): Readonly<Record<string, unknown>> {
  const [answer, reason] = answered.split(' ');
  switch (act) {
    case 'comment':
      return { text: note };
    case 'contest':
      return { evidence: note };
    case 'decide':
      return { outcome, revision, ...(note === '' ? {} : { note }) };
    case 'correct':
      return {
        answer,
        revision,
        ...(reason === undefined ? {} : { reason }),
        ...(note === '' ? {} : { comment: note }),
      };
  }
}
