/** Tests of a signal's properties: all have to hold. */
import { OPERATORS, type PropertyTest } from '../../../../../shared/predicate/predicate.ts';
import type { Building } from './building.ts';
import { TestForm } from './TestForm.tsx';
import { propertyTypeOf } from './propertyType.ts';

interface Props {
  readonly building: Building;
  readonly where: readonly PropertyTest[];
  readonly onWhere: (where: readonly PropertyTest[]) => void;
}

const MOST = 10;

export function WhereForm({ building, where, onWhere }: Props) {
  const { said } = building;
  return (
    <div class="where">
      {where.map((test, place) => (
        <div class="where-test" key={place} role="group" aria-label={`${said.where} ${test.property}`}>
          <input
            type="text"
            aria-label={said.property}
            placeholder={said.property}
            value={test.property}
            onInput={({ currentTarget }) =>
              onWhere(where.with(place, { ...test, property: currentTarget.value }))
            }
          />
          <TestForm
            building={building}
            test={test}
            type={propertyTypeOf(test)}
            choices={null}
            only={OPERATORS}
            onReplace={(next) => onWhere(where.with(place, next))}
          />
          <button
            type="button"
            class="quiet"
            aria-label={`${said.removeWhere}: ${test.property}`}
            onClick={() => onWhere(where.toSpliced(place, 1))}
          >
            ×
          </button>
        </div>
      ))}
      {where.length < MOST ? (
        <button
          type="button"
          class="quiet"
          onClick={() => onWhere([...where, { property: 'page', startsWith: '/' }])}
        >
          + {said.addWhere}
        </button>
      ) : null}
    </div>
  );
}
