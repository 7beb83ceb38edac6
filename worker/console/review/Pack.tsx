/** The pack itself, chapter by chapter, as it is read out and printed. */
import type { ReviewResponse } from '../../../shared/protocol/review.ts';
import { Changed } from './Changed.tsx';
import { CarriedOver, Decided, Held, Proposed } from './Records.tsx';
import { Glance } from './Glance.tsx';
import { GoalsReached } from './GoalsReached.tsx';
import type { PackPart } from './Chapter.tsx';
import { packFigures } from './packFigures.ts';
import { Funnel, GivenBack, Lost } from './Flow.tsx';
import { Signatures } from './Signatures.tsx';
import type { Ground } from './useGround.ts';
import { Weeks } from './Weeks.tsx';

interface Props {
  readonly pack: ReviewResponse;
  readonly ground: Ground;
  /** In words. */
  readonly period: string;
}

export function Pack({ pack, ground, period }: Props) {
  const part: PackPart = { pack, ground, figures: packFigures(pack, ground.version.definitions) };
  return (
    <article class="pack" aria-label={ground.words.pack.of(period)}>
      <CarriedOver {...part} />
      <Glance {...part} />
      <GoalsReached {...part} />
      <Weeks {...part} />
      <Funnel {...part} />
      <GivenBack {...part} />
      <Lost {...part} />
      <Changed {...part} />
      <Proposed {...part} />
      <Decided {...part} />
      <Held {...part} />
      <Signatures {...part} />
    </article>
  );
}
