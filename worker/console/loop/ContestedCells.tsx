/** How many returns were contested, and how many of those were overturned: the last two cells of a row. */
import type { Share } from '../../../shared/target/share.ts';
import { leadsBehind } from '../api/reports.ts';
import type { Part } from './part.ts';
import { anyOf, Worth } from './Worth.tsx';

type Cell = Parameters<typeof leadsBehind>[1][number];

interface Props extends Pick<Part, 'scope'> {
  readonly contested: Share;
  readonly overturned: Share;
  /** The report's cell of this row, by what was answered. */
  readonly cell: (what: 'return' | 'decided') => Cell;
}

export function ContestedCells({ contested, overturned, cell, scope }: Props) {
  return (
    <>
      <td class="n" data-of="contested">
        <Worth
          share={contested}
          to={leadsBehind('dispositions', [cell('return')], scope, anyOf(contested))}
        />
      </td>
      <td class="n" data-of="overturned">
        <Worth
          share={overturned}
          to={leadsBehind('dispositions', [cell('decided')], scope, anyOf(overturned))}
        />
      </td>
    </>
  );
}
