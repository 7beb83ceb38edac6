/** A chapter of the pack, and what every one is told from. */
import type { ComponentChildren } from 'preact';
import type { ReviewResponse } from '../../../shared/protocol/review.ts';
import type { PackFigures } from './packFigures.ts';
import type { Ground } from './useGround.ts';

export interface PackPart {
  readonly pack: ReviewResponse;
  readonly figures: PackFigures;
  readonly ground: Ground;
}

interface ChapterProps {
  readonly id: string;
  readonly title: string;
  readonly about?: string | null;
  readonly children: ComponentChildren;
}

export function Chapter({ id, title, about = null, children }: ChapterProps) {
  return (
    <section class="pack-chapter" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {about ? <p class="soft">{about}</p> : null}
      {children}
    </section>
  );
}
