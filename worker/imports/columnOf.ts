/** The column of a file that a fault of its row speaks of, so that whoever reads it finds the cell. */
import type { Mapping } from '../../shared/protocol/imports.ts';

const TARGETS: Readonly<Record<string, string>> = {
  emails: 'email',
  phones: 'phone',
  owner: 'owner',
  source: 'source',
  campaign: 'campaign',
};

/** @param pointer into the row, `/phones/0`. @returns the pointer itself where no column means that */
export function columnOf(mapping: Mapping, pointer: string): string {
  const [part = '', name = ''] = pointer.split('/').slice(1);
  const target = part === 'fields' ? `field:${name}` : TARGETS[part];
  const columns = Object.keys(mapping).filter((column) => mapping[column] === target);
  return columns.length > 0 ? columns.join(', ') : pointer.slice(1);
}
