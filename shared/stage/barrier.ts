/** What a move back, or a stage set by a person, asks of the next automatic entry (STG4). */

/** Evidence later than the last move back or the stage a person set (STG4). */
export function isAfter(evidence: number | null, barrier: number | null): boolean {
  return barrier === null || (evidence !== null && evidence > barrier);
}
