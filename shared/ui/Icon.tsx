/** Line icons out of lucide's nodes. Decorative: the words beside them carry the meaning (OVR1). */
import {
  Bell,
  Check,
  ChevronLeft,
  ChevronRight,
  Circle,
  Copy,
  CircleHelp,
  Clock,
  Ellipsis,
  PanelRight,
  Pause,
  Settings,
  Timer,
  TriangleAlert,
  X,
  type IconNode,
} from 'lucide';
import { h } from 'preact';
import type { ClockIcon } from './chipView.ts';

const NODES = {
  timer: Timer,
  alert: TriangleAlert,
  check: Check,
  pause: Pause,
  back: ChevronLeft,
  close: X,
  open: Circle,
  ask: CircleHelp,
  pending: Clock,
  copy: Copy,
  forward: ChevronRight,
  more: Ellipsis,
  bell: Bell,
  beside: PanelRight,
  settings: Settings,
} as const satisfies Record<string, IconNode>;

export type IconName = keyof typeof NODES;

export function Icon({ name, size = 12 }: { name: IconName; size?: number }) {
  return (
    <svg
      class="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2.6"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {NODES[name].map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  );
}

/** The icon of a clock's face; none for a clock that only waits. */
export function FaceIcon({ icon }: { icon: ClockIcon }) {
  return icon === 'none' ? null : <Icon name={icon} size={13} />;
}
