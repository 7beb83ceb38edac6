/** What a month would take today and then, side by side, with the difference in words of numbers. */
import type { TargetsWords } from '../../../shared/messages/consoleTargets/index.ts';
import type { NoVolume, Volume } from '../../../shared/target/volume.ts';
import type { Outcome } from '../../../shared/target/whatIf.ts';
import { useSession } from '../session.ts';
import { Table } from '../ui/Table.tsx';

interface Props {
  readonly today: Outcome;
  readonly then: Outcome;
  /** The segment whose rep is told. */
  readonly segment: string;
  readonly label: string;
  readonly labelOf: (segment: string) => string;
  /** Attempts the team makes a person and open day. */
  readonly makes: number | null;
  readonly words: TargetsWords;
}

export function OutcomeTable({ today, then, segment, label, labelOf, makes, words }: Props) {
  const { format } = useSession();
  const said = words.whatIf;
  const perRep = (outcome: Outcome) => outcome.segments.find((one) => one.segment === segment)?.perRep;
  const has = (outcome: Outcome) => outcome.segments.some(({ team }) => team.enough);
  const total = (outcome: Outcome, value: number | null) => (has(outcome) ? value : null);
  const whole = (value: number) => format.number(value);
  const tenths = (value: number) => format.number(Math.round(value * 10) / 10);
  const [before, after] = [perRep(today), perRep(then)];
  const rows: readonly Line[] = [
    {
      name: 'per-rep',
      head: `${words.calculator.perRep} · ${label}`,
      values: [handoffsOf(before), handoffsOf(after)],
      notes: [noteOf(before, words, whole), noteOf(after, words, whole)],
      amount: whole,
    },
    {
      name: 'team',
      head: said.handoffs,
      values: [total(today, today.handoffs), total(then, then.handoffs)],
      amount: whole,
    },
    {
      name: 'leads',
      head: said.leads,
      values: [total(today, today.leads), total(then, then.leads)],
      amount: whole,
    },
    {
      name: 'asks',
      head: said.asks,
      values: [total(today, today.asks), total(then, then.asks)],
      amount: tenths,
    },
  ];
  const asks = total(then, then.asks);
  const isTooMuch = asks !== null && makes !== null && asks > makes;
  return (
    <>
      <Table
        label={said.outcome}
        columns={[said.outcome, { n: said.now }, { n: said.after }, { n: said.difference }]}
        live
      >
        {rows.map((row) => (
          <Compared key={row.name} {...row} />
        ))}
      </Table>
      {makes === null ? null : (
        <p class={isTooMuch ? 'tone-risk' : 'soft'} data-figure="makes-today">
          {said.makes(tenths(makes))}
        </p>
      )}
      {then.leftOut.length === 0 ? null : (
        <p class="soft">{said.leftOut(format.list(then.leftOut.map(labelOf)))}</p>
      )}
    </>
  );
}

interface Line {
  readonly name: string;
  readonly head: string;
  readonly values: readonly [today: number | null, then: number | null];
  readonly notes?: readonly [today: string | null, then: string | null];
  readonly amount: (value: number) => string;
}

function Compared({ name, head, values: [today, then], notes = [null, null], amount }: Line) {
  const cell = (value: number | null, note: string | null) => (
    <td class="n">
      {value === null ? (note ?? '–') : <b>{amount(value)}</b>}
      {value === null || note === null ? null : <small>{note}</small>}
    </td>
  );
  const apart = today === null || then === null ? null : then - today;
  return (
    <tr data-outcome={name}>
      <th scope="row">{head}</th>
      {cell(today, notes[0])}
      {cell(then, notes[1])}
      <td class="n">
        {apart === null || amount(Math.abs(apart)) === amount(0)
          ? '–'
          : `${apart < 0 ? '−' : '+'}${amount(Math.abs(apart))}`}
      </td>
    </tr>
  );
}

function handoffsOf(volume: Volume | NoVolume | undefined): number | null {
  return volume?.enough ? volume.handoffs : null;
}

function noteOf(
  volume: Volume | NoVolume | undefined,
  { calculator }: TargetsWords,
  amount: (value: number) => string,
): string | null {
  if (!volume) return null;
  if (!volume.enough) return calculator.why[volume.why];
  if (volume.least === null) return null;
  return volume.most === null
    ? calculator.atLeast(amount(volume.least))
    : calculator.between(amount(volume.least), amount(volume.most));
}
