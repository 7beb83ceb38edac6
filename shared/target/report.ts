/**
 * A report (TGT4) is what each lead leaves behind and how the sums are read. One pass, memory by rows;
 * the same marks name the leads behind any number on demand, so the list and the number cannot differ.
 */
import type { History } from '../definitions/version.ts';
import type { Fact } from '../lead/facts.ts';
import { readLead, stateOf } from '../lead/fold.ts';
import type { Room } from '../lead/room.ts';
import type { LeadState } from '../lead/state.ts';
import type { Story } from '../lead/story.ts';
import type { KeptLead } from './keptLead.ts';
import { addMark, beginsWith, type Mark, type Row, type Table, tableOf } from './table.ts';

/** A lead folded at the instant of the report, with the story behind its state. */
export interface ReportLead extends KeptLead {
  readonly state: LeadState;
  readonly story: Story;
}

/** Most read no more of a lead than is kept of it; `L` says which want all of it. */
export interface Report<R, L extends KeptLead = KeptLead> {
  readonly marks: (lead: L) => Iterable<Mark>;
  readonly read: (table: Table) => R;
}

/** `facts` are one lead's, in any order. */
export function reportLead(facts: Iterable<Fact>, history: History, room: Room, now: number): ReportLead {
  const lead = readLead(facts, history, room, now);
  return { state: stateOf(lead), story: lead.story };
}

export function runReport<R>(report: Report<R, ReportLead>, leads: Iterable<ReportLead>): R {
  const table = tableOf();
  for (const lead of leads) addLead(report, table, lead);
  return report.read(table);
}

/** Several reports in one pass over the leads; read each table with its own report. */
export function tablesOf(
  reports: readonly Report<unknown, ReportLead>[],
  leads: Iterable<ReportLead>,
): readonly Table[] {
  const tables = reports.map((report) => ({ report, table: tableOf() }));
  for (const lead of leads) for (const { report, table } of tables) addLead(report, table, lead);
  return tables.map(({ table }) => table);
}

/** One lead at a time, for work that stops and goes on. */
export function addLead<L extends KeptLead>(report: Report<unknown, L>, table: Table, lead: L): void {
  for (const mark of report.marks(lead)) addMark(table, mark);
}

/** Ids of the leads with a mark that is asked for, each once, in a second pass and as they are found. */
export function* leadsBehind(
  report: Report<unknown, ReportLead>,
  leads: Iterable<ReportLead>,
  asked: (mark: Mark) => boolean,
): Generator<string> {
  for (const lead of leads) {
    for (const mark of report.marks(lead)) {
      if (!asked(mark)) continue;
      yield lead.state.leadId;
      break;
    }
  }
}

/** Asks for the marks of a cell, or of every cell whose row begins so; `hit` narrows to hits or misses. */
export function inCell(row: Row, hit?: boolean): (mark: Mark) => boolean {
  return (mark) => beginsWith(mark.row, row) && (hit === undefined || (mark.hit ?? false) === hit);
}
