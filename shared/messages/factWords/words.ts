/** What happened to a lead, a line per fact: the history of the card and of the console. */

type Said = (what: string) => string;

export interface FactWords {
  readonly captured: Readonly<Record<'api' | 'import' | 'connector' | 'form' | 'outbound', string>>;
  readonly from: Said;
  readonly changed: Said;
  readonly forgotten: Said;
  readonly newAddress: string;
  readonly goneAddress: string;
  readonly merged: string;
  readonly unmerged: string;
  readonly optedOut: Said;
  readonly optedIn: Said;
  readonly allChannels: string;
  readonly replied: Said;
  readonly away: Said;
  readonly deal: Readonly<Record<'open' | 'won' | 'lost', Said>>;
  readonly entered: (stage: string, cause: string) => string;
  readonly stageSet: Said;
  readonly stageReleased: string;
  readonly handedOff: Said;
  readonly backlogReleased: string;
  readonly owned: Said;
  readonly ownedByNobody: string;
  readonly routed: Said;
  readonly snoozed: (when: string, reason: string) => string;
  readonly resumed: string;
  readonly declared: string;
  readonly seen: string;
  readonly automatic: string;
  readonly scheduled: string;
  readonly attemptWithdrawn: string;
  readonly attemptRefused: string;
  readonly answered: Said;
  readonly corrected: Said;
  readonly returnOn: Said;
  readonly contested: string;
  readonly decided: Readonly<Record<'upheld' | 'overturned', string>>;
  readonly commented: (text: string) => string;
  readonly handoffWithdrawn: string;
  readonly nurture: string;
  readonly material: Said;
  readonly warned: Said;
  readonly breached: Said;
  readonly escalated: Said;
  readonly clockCorrected: Said;
}
