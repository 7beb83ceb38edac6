/** The scoring table (SCO1–SCO5), with example leads beside it: their score now and with the draft. */
import { scoringFormWords } from '../../../../../shared/messages/scoringForm/index.ts';
import { useSession } from '../../../session.ts';
import { idFrom } from '../idFrom.ts';
import type { PartProps } from '../part.ts';
import { NumberLine } from '../pieces/lines.tsx';
import { Faults } from '../pieces/Told.tsx';
import { Bands } from './Bands.tsx';
import { Examples } from './Examples.tsx';
import { Group } from './Group.tsx';
import './scoring.css';

export default function Scoring(part: PartProps) {
  const { definitions, problems, change } = part;
  const { language } = useSession();
  const said = scoringFormWords(language);
  const { scoring } = definitions;
  const bound = { problems, change };
  const addGroup = (kind: 'fit' | 'engagement') => {
    const taken = scoring.groups.map(({ id }) => id);
    const label = kind === 'fit' ? said.freshFit : said.freshEngagement;
    const group = { id: idFrom(label, taken), label, kind, min: 0, max: 50, rules: [] };
    change(['/scoring/groups', [...scoring.groups, group]]);
  };
  return (
    <div class="scoring">
      <div class="scoring-table">
        {scoring.groups.map((group, place) => (
          <Group {...part} key={group.id} said={said} group={group} place={place} />
        ))}
        <Faults pointer="/scoring/groups" problems={problems} />
        <div class="buttons">
          <button type="button" onClick={() => addGroup('fit')}>
            + {said.addFit}
          </button>
          <button type="button" onClick={() => addGroup('engagement')}>
            + {said.addEngagement}
          </button>
        </div>
        <section class="scoring-group">
          <h3>{said.total}</h3>
          <p class="minor">{said.totalHint}</p>
          <div class="pair">
            <NumberLine {...bound} label={said.min} pointer="/scoring/min" value={scoring.min} />
            <NumberLine {...bound} label={said.max} pointer="/scoring/max" value={scoring.max} />
          </div>
        </section>
        <Bands {...part} said={said} />
      </div>
      <Examples {...part} said={said} />
    </div>
  );
}
