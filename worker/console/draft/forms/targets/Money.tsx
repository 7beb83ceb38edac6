/** The currency reports add up in, and what others were worth in it from which date on (TGT1). */
import { Told } from '../pieces/Told.tsx';
import { EntryList } from '../pieces/EntryList.tsx';
import { NumberLine } from '../pieces/lines.tsx';
import type { TargetProps } from './Targets.tsx';

export function Money(part: TargetProps) {
  const { said, definitions, problems, change, telling } = part;
  const { currency, rates } = definitions;
  const { format } = telling.catalog;
  return (
    <section aria-label={said.money}>
      <h3>{said.money}</h3>
      <Currency
        {...part}
        label={said.currency}
        hint={said.currencyHint}
        pointer="/currency"
        value={currency}
      />
      <EntryList
        {...part}
        label={said.rates}
        pointer="/rates"
        entries={rates}
        isOrdered={false}
        nameOf={({ currency: other, on }) => `${other} · ${format.date(Date.parse(on), 0, true)}`}
        about={({ currency: other, rate }) => `${said.rate(other)} ${rate} ${currency}`}
        add={said.addRate}
        fresh={() => ({
          currency: currency === 'USD' ? 'EUR' : 'USD',
          on: new Date().toISOString().slice(0, 10),
          rate: 1,
        })}
      >
        {({ currency: other, on, rate }, at) => (
          <div class="pair">
            <Currency {...part} label={said.rateOf} pointer={`${at}/currency`} value={other} />
            <Told label={said.rateOn} pointer={`${at}/on`} problems={problems}>
              {(control) => (
                <input
                  {...control}
                  type="date"
                  required
                  value={on}
                  onChange={({ currentTarget }) => {
                    if (currentTarget.value !== '') change([`${at}/on`, currentTarget.value]);
                  }}
                />
              )}
            </Told>
            <NumberLine
              label={`${said.rate(other)} (${currency})`}
              pointer={`${at}/rate`}
              problems={problems}
              change={change}
              value={rate}
              min={0}
              step="any"
            />
          </div>
        )}
      </EntryList>
    </section>
  );
}

interface CurrencyProps extends Pick<TargetProps, 'problems' | 'change'> {
  readonly label: string;
  readonly hint?: string;
  readonly pointer: string;
  readonly value: string;
}

function Currency({ label, hint, pointer, problems, change, value }: CurrencyProps) {
  return (
    <Told label={label} hint={hint} pointer={pointer} problems={problems}>
      {(control) => (
        <input
          {...control}
          type="text"
          maxLength={3}
          autocapitalize="characters"
          value={value}
          onInput={({ currentTarget }) => change([pointer, currentTarget.value.toUpperCase()])}
        />
      )}
    </Told>
  );
}
