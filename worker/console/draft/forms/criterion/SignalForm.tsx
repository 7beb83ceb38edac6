/** What a lead did: how often, within which days, and only where its properties say so. */
import type { Leaf, PropertyTest } from '../../../../../shared/predicate/predicate.ts';
import { Count } from './Count.tsx';
import type { LeafFormProps } from './building.ts';
import { WhereForm } from './WhereForm.tsx';

export function SignalForm({ building, leaf, pointer }: LeafFormProps<Extract<Leaf, { signal: string }>>) {
  const { said, change } = building;
  return (
    <>
      <Count
        label={said.times}
        value={leaf.times}
        empty="1"
        onCount={(times) => change([`${pointer}/times`, times])}
      />
      <Count
        label={said.withinDays}
        value={leaf.withinDays}
        empty={said.ever}
        onCount={(days) => change([`${pointer}/withinDays`, days])}
      />
      <WhereForm
        building={building}
        where={leaf.where ?? []}
        onWhere={(where: readonly PropertyTest[]) =>
          change([`${pointer}/where`, where.length === 0 ? undefined : where])
        }
      />
    </>
  );
}
