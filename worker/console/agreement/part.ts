/** What every section of the agreement is told from. */
import type { Telling } from '../../../shared/definitions/change/telling.ts';
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import type { AgreementWords } from '../../../shared/messages/consoleAgreement/index.ts';
import type { Format } from '../../../shared/messages/format.ts';

export interface Part {
  readonly definitions: Definitions;
  /** How its parts are said in the reader's language. */
  readonly telling: Telling;
  readonly words: AgreementWords;
  readonly format: Format;
  /** A member's name. */
  readonly nameOf: (member: string) => string;
  readonly teamOf: (team: string) => string;
}
