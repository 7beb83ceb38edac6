/** A labelled control with what is wrong about it, tied to it for whoever hears the page. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** To be spread on the control. */
export interface Control {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}

interface Props {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly wrong?: string | undefined;
  readonly children: (control: Control) => ComponentChildren;
}

export function Field({ label, hint, wrong, children }: Props) {
  const id = useId();
  const said = wrong ?? hint;
  const control = {
    id,
    'aria-invalid': wrong !== undefined,
    'aria-describedby': said === undefined ? undefined : `${id}-said`,
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children(control)}
      {said === undefined ? null : (
        <p id={`${id}-said`} class={wrong === undefined ? 'hint' : 'wrong'}>
          {said}
        </p>
      )}
    </div>
  );
}
