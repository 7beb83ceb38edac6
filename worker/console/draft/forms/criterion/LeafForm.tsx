/** The controls of one line, by what it is about. */
import { ownValue } from '../../../../../shared/definitions/check/at.ts';
import { CHANNELS, OUTCOMES } from '../../../../../shared/lead/vocabulary.ts';
import type { Leaf } from '../../../../../shared/predicate/predicate.ts';
import { Select } from '../../../ui/Select.tsx';
import type { Building, LeafFormProps } from './building.ts';
import { Count } from './Count.tsx';
import { SignalForm } from './SignalForm.tsx';
import { fieldsOf, productsOf } from './subject.ts';
import { TestForm } from './TestForm.tsx';

const NAMED = ['segment', 'persona', 'product', 'stageIs', 'stageWas'] as const;

export function LeafForm(props: LeafFormProps) {
  const { building, leaf, pointer, onReplace } = props;
  const { said, definitions, telling, change } = building;
  if ('field' in leaf) {
    const field = fieldsOf(definitions).find(({ id }) => id === leaf.field);
    const choices = field?.choices?.map(({ id, label }) => [id, label || id] as const) ?? null;
    return (
      <TestForm
        building={building}
        test={leaf}
        type={field?.type ?? 'text'}
        choices={field?.type === 'choice' ? (choices ?? []) : null}
        onReplace={onReplace}
      />
    );
  }
  if ('signal' in leaf) return <SignalForm {...props} leaf={leaf} />;
  if ('emailDomain' in leaf)
    return (
      <TestForm
        building={building}
        test={leaf}
        type="text"
        choices={null}
        only={['in', 'inList']}
        onReplace={onReplace}
      />
    );
  if ('score' in leaf || 'fit' in leaf || 'engagement' in leaf)
    return (
      <TestForm
        building={building}
        test={leaf}
        type="number"
        choices={null}
        only={['atLeast', 'atMost']}
        isWhole
        onReplace={onReplace}
      />
    );
  if ('attempts' in leaf) {
    const { words } = telling.catalog;
    return (
      <>
        <Select
          label={said.channel}
          value={leaf.channel ?? ''}
          options={[['', said.anyChannel], ...CHANNELS.map((name) => [name, words.channels[name]] as const)]}
          onChoose={(name) => change([`${pointer}/channel`, name === '' ? undefined : name])}
        />
        <Select
          label={said.outcome}
          value={leaf.outcome ?? ''}
          options={[['', said.anyOutcome], ...OUTCOMES.map((name) => [name, words.outcomes[name]] as const)]}
          onChoose={(name) => change([`${pointer}/outcome`, name === '' ? undefined : name])}
        />
        <Count
          label={said.times}
          value={leaf.times}
          onCount={(times) => change([`${pointer}/times`, times ?? 1])}
        />
      </>
    );
  }
  if ('account' in leaf) return <AccountForm {...props} leaf={leaf} />;
  const kind = NAMED.find((name) => name in leaf) ?? 'segment';
  return (
    <Named
      label={said.value}
      value={String(ownValue(leaf, kind))}
      options={namesOf(kind, building)}
      onChoose={(id) => change([`${pointer}/${kind}`, id])}
    />
  );
}

function namesOf(
  kind: (typeof NAMED)[number],
  { definitions }: Building,
): readonly (readonly [string, string])[] {
  const named = (list: readonly { readonly id: string; readonly label: string }[]) =>
    list.map(({ id, label }) => [id, label || id] as const);
  if (kind === 'segment') return named(definitions.segments);
  if (kind === 'persona') return named(definitions.personas);
  if (kind === 'product') return named(productsOf(definitions));
  return named(definitions.stages);
}

interface NamedProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onChoose: (id: string) => void;
}

/** One of what the agreement names; where it names none of the kind, any text. */
function Named({ label, value, options, onChoose }: NamedProps) {
  if (options.length === 0)
    return (
      <input
        type="text"
        aria-label={label}
        value={value}
        onInput={({ currentTarget }) => onChoose(currentTarget.value)}
      />
    );
  const isKnown = options.some(([id]) => id === value);
  return (
    <Select
      label={label}
      value={value}
      options={isKnown ? options : [...options, [value, value]]}
      onChoose={onChoose}
    />
  );
}

function AccountForm({ building, leaf, pointer }: LeafFormProps<Extract<Leaf, { account: unknown }>>) {
  const { said, definitions, change } = building;
  const { account } = leaf;
  const value = 'persona' in account ? `persona ${account.persona}` : `stage ${account.stage}`;
  const options = [
    ...definitions.personas.map(({ id, label }) => [`persona ${id}`, label || id] as const),
    ...definitions.stages.map(({ id, label }) => [`stage ${id}`, label || id] as const),
  ];
  return (
    <>
      <Count
        label={said.atLeast}
        value={account.atLeast}
        onCount={(n) => change([`${pointer}/account/atLeast`, n ?? 1])}
      />
      <Named
        label={said.of}
        value={value}
        options={options}
        onChoose={(chosen) => {
          const [kind = 'stage', ...rest] = chosen.split(' ');
          change([`${pointer}/account`, { [kind]: rest.join(' '), atLeast: account.atLeast }]);
        }}
      />
    </>
  );
}
