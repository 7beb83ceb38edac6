/** What a range of points is called: fit A–D, engagement 1–4, best first (SCO5). */
import { Scoring } from '../../../../../shared/definitions/scoring.ts';
import type { ScoringFormWords } from '../../../../../shared/messages/scoringForm/words.ts';
import type { PartProps } from '../part.ts';
import { NumberLine, TextLine } from '../pieces/lines.tsx';
import { Faults } from '../pieces/Told.tsx';

const { fit: Fit, engagement: Engagement } = Scoring.shape.bands.shape;
const IDS = { fit: Fit.element.shape.id.options, engagement: Engagement.element.shape.id.options };
const KINDS = ['fit', 'engagement'] as const;

interface Props extends PartProps {
  readonly said: ScoringFormWords;
}

export function Bands({ said, definitions, problems, change }: Props) {
  const { bands } = definitions.scoring;
  const bound = { problems, change };
  return (
    <section class="scoring-group">
      <h3>{said.bands}</h3>
      <p class="minor">{said.bandsHint}</p>
      {KINDS.map((kind) => {
        const list = bands[kind];
        const pointer = `/scoring/bands/${kind}`;
        const next = IDS[kind].find((id) => !list.some((band) => band.id === id));
        return (
          <fieldset key={kind} class="bands" data-at={pointer}>
            <legend>{said.kinds[kind]}</legend>
            <Faults pointer={pointer} problems={problems} />
            {list.map((band, place) => (
              <div class="band" key={band.id}>
                <b>{band.id}</b>
                <TextLine
                  {...bound}
                  label={said.bandLabel(band.id)}
                  pointer={`${pointer}/${place}/label`}
                  value={band.label}
                />
                <NumberLine
                  {...bound}
                  label={said.bandFrom(band.id)}
                  pointer={`${pointer}/${place}/atLeast`}
                  value={band.atLeast}
                />
              </div>
            ))}
            <div class="buttons">
              {next === undefined ? null : (
                <button
                  type="button"
                  class="quiet"
                  onClick={() => {
                    const below = (list.at(-1)?.atLeast ?? 40) - 10;
                    change([pointer, [...list, { id: next, atLeast: below, label: next }]]);
                  }}
                >
                  + {said.addBand(next)}
                </button>
              )}
              {list.length === 0 ? null : (
                <button type="button" class="quiet" onClick={() => change([pointer, list.slice(0, -1)])}>
                  {said.dropBand(list.at(-1)?.id ?? '')}
                </button>
              )}
            </div>
          </fieldset>
        );
      })}
    </section>
  );
}
