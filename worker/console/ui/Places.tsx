/** The documents about the agreement, beside each other: what it says, what is proposed, decided and looked back on. */
import { reviewWords } from '../../../shared/messages/consoleReview/index.ts';
import { useSession } from '../session.ts';
import { Tabs } from './Tabs.tsx';

const PLACES = ['agreement', 'targets', 'proposals', 'sessions', 'review'] as const;
export type Place = (typeof PLACES)[number];

export function Places({ here }: { readonly here: Place }) {
  const { language } = useSession();
  const { places } = reviewWords(language);
  return (
    <Tabs
      label={places.label}
      tabs={PLACES.map((place) => ({
        href: place === 'agreement' ? '/console/agreement' : `/console/agreement/${place}`,
        label: places[place],
        isHere: place === here,
      }))}
    />
  );
}
