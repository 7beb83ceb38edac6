/** Where the card stands beside the table; its code, with the fold in it, comes once the table is there. */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Version } from '../../../shared/definitions/version.ts';
import type { LeadsWords } from '../../../shared/messages/consoleLeads/index.ts';
import { useSession } from '../session.ts';
import { Skeleton } from '../ui/Skeleton.tsx';

export interface CardPlaceProps {
  readonly leadId: string;
  readonly words: LeadsWords;
  /** In force now. */
  readonly version: Version;
  /** The card is drawn. */
  readonly onShown: () => void;
  readonly onClose: () => void;
}

const card = () => import('./LeadCard.tsx');
const SOON_MS = 1_000;

/** Its code while nobody waits for anything, so that the first lead opens as fast as the others. */
export function fetchCard(): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(() => void card());
  else setTimeout(() => void card(), SOON_MS);
}

export function CardPlace(props: CardPlaceProps) {
  const { words } = useSession();
  const [Card, setCard] = useState<ComponentType<CardPlaceProps> | null>(null);
  useEffect(() => {
    let isHere = true;
    void card().then(({ LeadCard }) => {
      if (isHere) setCard(() => LeadCard);
    });
    return () => {
      isHere = false;
    };
  }, []);
  return (
    <aside class="card-place" aria-label={props.words.columns.lead}>
      {Card ? <Card {...props} /> : <Skeleton words={words} lines={10} />}
    </aside>
  );
}
