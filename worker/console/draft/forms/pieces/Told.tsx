/** A labelled control of a form with what `validate` says about its place in the draft. */
import type { ComponentChildren } from 'preact';
import { type Control, Field } from '../../../ui/Field.tsx';
import type { PartProps } from '../part.ts';

export interface ToldProps {
  readonly label: string;
  /** Where in the draft its value is. */
  readonly pointer: string;
  readonly problems: PartProps['problems'];
  readonly hint?: string | undefined;
}

interface Props extends ToldProps {
  readonly children: (control: Control & { readonly 'data-at': string }) => ComponentChildren;
}

export function Told({ label, pointer, problems, hint, children }: Props) {
  const told = problems.filter((one) => one.pointer === pointer);
  const wrong = told.filter(({ severity }) => severity === 'error').map(({ message }) => message);
  const worth = told.filter(({ severity }) => severity === 'warning').map(({ message }) => message);
  return (
    <Field
      label={label}
      hint={worth.length > 0 ? worth.join(' ') : hint}
      wrong={wrong.length > 0 ? wrong.join(' ') : undefined}
    >
      {(control) => children({ ...control, 'data-at': pointer })}
    </Field>
  );
}

/** What is wrong about a place that has no control of its own: a group, a list, an entry. */
export function Faults({ pointer, problems }: Pick<ToldProps, 'pointer' | 'problems'>) {
  const told = problems.filter((one) => one.pointer === pointer);
  if (told.length === 0) return null;
  return (
    <ul class="faults">
      {told.map(({ severity, message }) => (
        <li key={message} data-kind={severity}>
          {message}
        </li>
      ))}
    </ul>
  );
}
