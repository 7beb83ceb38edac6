/** A table of figures: its columns named, numbers to the right, wider than a phone if it has to be. */
import type { ComponentChildren } from 'preact';
import { Scroll } from './Scroll.tsx';

/** Words over a column; `n` over numbers, null over what needs none. */
export type Column = string | { readonly n: string } | null;

interface Props {
  readonly label: string;
  readonly columns: readonly Column[];
  /** Changes are read out: they follow what somebody does beside it. */
  readonly live?: boolean;
  /** Its rows. */
  readonly children: ComponentChildren;
}

export function Table({ label, columns, live = false, children }: Props) {
  return (
    <Scroll label={label}>
      <table>
        <thead>
          <tr>
            {columns.map((column, place) =>
              column === null ? (
                <td key={place} />
              ) : (
                <th key={place} scope="col" class={typeof column === 'string' ? undefined : 'n'}>
                  {typeof column === 'string' ? column : column.n}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody aria-live={live ? 'polite' : undefined}>{children}</tbody>
      </table>
    </Scroll>
  );
}
