/** A rule about who they are: its name and its criterion. */
import type { FitRule } from '../../../../../shared/definitions/scoring.ts';
import type { ScoringFormWords } from '../../../../../shared/messages/scoringForm/words.ts';
import { CriterionForm } from '../criterion/CriterionForm.tsx';
import type { PartProps } from '../part.ts';
import { TextLine } from '../pieces/lines.tsx';

interface Props extends PartProps {
  readonly said: ScoringFormWords;
  readonly rule: FitRule;
  readonly pointer: string;
}

export function FitForm({ said, rule, pointer, ...part }: Props) {
  return (
    <>
      <TextLine {...part} label={part.words.entry.name} pointer={`${pointer}/label`} value={rule.label} />
      <CriterionForm
        {...part}
        label={said.when}
        pointer={`${pointer}/when`}
        predicate={rule.when}
        decides="score"
      />
    </>
  );
}
