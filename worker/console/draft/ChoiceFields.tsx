/** What becomes of deadlines that run and of leads that no longer qualify: tried and published with (STG6, CLK8). */
import type { PublishChoices } from '../../../shared/definitions/version.ts';
import type { DraftWords } from '../../../shared/messages/consoleDraft/index.ts';
import { Field } from '../ui/Field.tsx';
import { Select } from '../ui/Select.tsx';

interface Props {
  readonly words: DraftWords;
  readonly choices: PublishChoices;
  readonly onChoose: (choices: PublishChoices) => void;
}

export function ChoiceFields({ words: { publish: said }, choices, onChoose }: Props) {
  return (
    <>
      <Field label={said.clocks}>
        {(control) => (
          <Select
            control={control}
            value={choices.clocks}
            options={[
              ['new', said.clocksNew],
              ['running', said.clocksRunning],
            ]}
            onChoose={(clocks) => onChoose({ ...choices, clocks })}
          />
        )}
      </Field>
      <Field label={said.leads}>
        {(control) => (
          <Select
            control={control}
            value={choices.leads}
            options={[
              ['stay', said.leadsStay],
              ['moveBack', said.leadsMoveBack],
            ]}
            onChoose={(leads) => onChoose({ ...choices, leads })}
          />
        )}
      </Field>
    </>
  );
}
