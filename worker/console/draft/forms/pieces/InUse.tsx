/** What is about to be removed and is named elsewhere: where, with the way there. */
import type { FormsWords } from '../../../../../shared/messages/forms/words.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { usePlaces } from '../usePlaces.ts';
import type { Use } from '../uses.ts';

interface Props {
  readonly name: string;
  readonly uses: readonly Use[];
  readonly words: FormsWords;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

const MOST = 12;

export function InUse({ name, uses, words, onRemove, onClose }: Props) {
  const { placeHref } = usePlaces();
  return (
    <Dialog title={words.inUse.title(name)} onClose={onClose}>
      <p>{words.inUse.text}</p>
      <ul class="uses">
        {uses.slice(0, MOST).map(({ pointer, where }) => (
          <li key={pointer}>
            <a href={placeHref(pointer)} onClick={onClose}>
              {where}
            </a>
          </li>
        ))}
        {uses.length > MOST ? <li>… {uses.length - MOST}</li> : null}
      </ul>
      <div class="buttons">
        <button type="button" class="strong" onClick={onClose}>
          {words.inUse.keep}
        </button>
        <button type="button" class="danger" onClick={onRemove}>
          {words.inUse.anyway}
        </button>
      </div>
    </Dialog>
  );
}
