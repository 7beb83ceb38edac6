/** A filter: one of several, or all of them; small, with its name said to whoever does not see it. */
interface Props {
  readonly label: string;
  /** '' = all. */
  readonly value: string;
  /** What '' is called; left out where there is no "all". */
  readonly all?: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
  readonly onPick: (id: string) => void;
}

export function Choice({ label, value, all, options, onPick }: Props) {
  // What the address names may be gone by now: say it as it is, so that it can be taken back.
  const isKnown = value === '' || options.some(({ id }) => id === value);
  return (
    <select
      aria-label={label}
      value={value}
      data-set={value !== '' && all !== undefined ? '' : undefined}
      onChange={({ currentTarget }) => onPick(currentTarget.value)}
    >
      {all === undefined ? null : <option value="">{all}</option>}
      {isKnown ? null : <option value={value}>{value}</option>}
      {options.map(({ id, label }) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </select>
  );
}
