/** A listed clock in its colour, with icon and words: how much time is left, or how late it is (OVR1). */
import { clockFaceAt } from '../../../shared/ui/face.ts';
import { FaceIcon } from '../../../shared/ui/Icon.tsx';
import { whenShort, type When } from '../../../shared/ui/when.ts';
import type { ListedFace } from './clockFace.ts';

interface Props extends ListedFace {
  readonly when: When;
  /** Told before it to whoever does not see the colour; of a late one its own words say it. */
  readonly about?: string | undefined;
}

export function ClockTime({ face, unsure, when, about }: Props) {
  const { tone, icon, text } = clockFaceAt(face, when.now);
  return (
    <span class={`state tone-${tone}`}>
      <FaceIcon icon={icon} />
      {about === undefined || (tone === 'late' && !unsure) ? null : <span class="unseen">{about} </span>}
      {unsure && face.dueAt !== null ? whenShort(face.dueAt, when) : text}
    </span>
  );
}
