/** The cross that closes the card, last in the order of the keyboard; nothing where it stays. */
import type { Catalog } from '../../messages/catalog.ts';
import { Icon } from '../Icon.tsx';

interface Props {
  readonly messages: Catalog;
  readonly onClose?: (() => void) | null | undefined;
}

export function CardClose({ messages, onClose }: Props) {
  if (!onClose) return null;
  return (
    <button type="button" class="close" aria-label={messages.card.close} onClick={onClose}>
      <Icon name="close" size={14} />
    </button>
  );
}
