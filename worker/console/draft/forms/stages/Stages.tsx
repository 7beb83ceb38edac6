/** The steps of the funnel in order (STG1): who owns each, how one enters it, what it asks for. */
import type { Stage } from '../../../../../shared/definitions/stage.ts';
import { stageFormWords } from '../../../../../shared/messages/stageForm/index.ts';
import { useSession } from '../../../session.ts';
import { idFrom } from '../idFrom.ts';
import type { PartProps } from '../part.ts';
import { EntryList } from '../pieces/EntryList.tsx';
import { usesOf } from '../uses.ts';
import { StageForm } from './StageForm.tsx';
import { sentenceOf } from '../criterion/sentence.ts';

export default function Stages(part: PartProps) {
  const { definitions, telling, words } = part;
  const { language } = useSession();
  const said = stageFormWords(language);
  const taken = definitions.stages.map(({ id }) => id);
  const about = ({ owner, enter, criteria, id }: Stage) =>
    [
      telling.words.values[owner] ?? owner,
      telling.words.values[enter] ?? enter,
      ...(criteria === undefined ? [] : [sentenceOf(criteria, telling)]),
      ...(definitions.handoff.stage === id ? [said.handsOver] : []),
    ].join(' · ');
  return (
    <EntryList
      {...part}
      label={words.parts.stages}
      pointer="/stages"
      entries={definitions.stages}
      nameOf={({ label, short }) => (short === label ? label : `${short} · ${label}`)}
      about={about}
      usesOf={({ id }) => usesOf('stage', id, telling)}
      add={said.add}
      fresh={(): Stage => ({
        id: idFrom(said.fresh, taken),
        label: said.fresh,
        short: said.freshShort,
        meaning: '',
        owner: 'marketing',
        enter: 'decision',
      })}
    >
      {(stage, at) => <StageForm {...part} said={said} stage={stage} pointer={at} />}
    </EntryList>
  );
}
