/** The code of each part, loaded when somebody opens it. */
import type { ComponentType } from 'preact';
import type { PartProps } from './part.ts';
import type { PartPath } from './parts.ts';

type Load = () => Promise<{ readonly default: ComponentType<PartProps> }>;

export const LOAD: Readonly<Record<PartPath, Load>> = {
  fields: () => import('./fields/Fields.tsx'),
  lists: () => import('./lists/Lists.tsx'),
  signals: () => import('./signals/Signals.tsx'),
  segments: () => import('./segments/Segments.tsx'),
  personas: () => import('./personas/Personas.tsx'),
  exclusions: () => import('./exclusions/Exclusions.tsx'),
  scoring: () => import('./scoring/Scoring.tsx'),
  stages: () => import('./stages/Stages.tsx'),
  handoff: () => import('./handoff/Handoff.tsx'),
  routes: () => import('./routes/Routes.tsx'),
  policies: () => import('./policies/Policies.tsx'),
  calendars: () => import('./calendars/Calendars.tsx'),
  targets: () => import('./targets/Targets.tsx'),
  review: () => import('./review/Review.tsx'),
};
