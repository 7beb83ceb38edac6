/** What every part of the forms is given. A part is a folder here and a line in `parts.ts` and `loadPart.ts`. */
import type { Telling } from '../../../../shared/definitions/change/telling.ts';
import type { Definitions } from '../../../../shared/definitions/definitions.ts';
import type { Problem } from '../../../../shared/definitions/validate.ts';
import type { Version } from '../../../../shared/definitions/version.ts';
import type { FormsWords } from '../../../../shared/messages/forms/words.ts';
import type { Change } from './useForms.ts';

export interface PartProps {
  /** The draft as it stands, saved or not; values in it may be out of bounds while somebody types. */
  readonly definitions: Definitions;
  /** `change([pointerOf('stages', 2, 'label'), 'Qualified'])`: several at once are one step to take back. */
  readonly change: (...changes: readonly Change[]) => void;
  /** All that is wrong or worth a look; `pieces/` show those of their pointer by themselves. */
  readonly problems: readonly Problem[];
  /** For `criterionWords`, `valueWords` and the like, with the draft's names in the reader's language. */
  readonly telling: Telling;
  readonly inForce: Version;
  readonly words: FormsWords;
  /** Where the address leads, by pointer: an entry that holds it is open. */
  readonly at: string | null;
}
