/** One clock: what is owed, the time left or the due, how much of the target is spent, and why. */
import type { CardClock } from './cardView.ts';
import { openBetween } from './duration.ts';
import { clockFaceAt } from './face.ts';
import { FaceIcon } from './Icon.tsx';

/** `now` in epoch ms; the line is the same function of it everywhere. */
export function ClockLine({ clock, now }: { clock: CardClock; now: number }) {
  const { tone, icon, text } = clockFaceAt(clock.face, now);
  const far = clock.due !== null && tone === 'ok';
  const spent = spentShare(clock, now);
  const why = [clock.owedBy, far ? '' : clock.standing, clock.why].filter(Boolean).join(' · ');
  return (
    <div class="clock-line">
      <span class="label">{clock.label}</span>
      <span class={`face ${far ? '' : `tone-${tone}`}`}>
        {far ? (
          clock.due
        ) : (
          <>
            <FaceIcon icon={tone === 'ok' || tone === 'risk' ? 'none' : icon} />
            {text}
          </>
        )}
      </span>
      {spent !== null && (
        <span class={`bar tone-${tone}`} aria-hidden="true">
          <i style={{ width: `${Math.round(spent * 100)}%` }} />
        </span>
      )}
      {why && <span class="why">{why}</span>}
    </div>
  );
}

/** 0..1 of the target in its own kind of time; null when nothing runs. */
function spentShare({ face, targetMs }: CardClock, now: number): number | null {
  if (targetMs === null || face.dueAt === null) return null;
  if (face.status !== 'running' && face.status !== 'breached') return null;
  const left = openBetween(face.open, now, face.dueAt);
  return Math.min(1, Math.max(0, 1 - left / targetMs));
}
