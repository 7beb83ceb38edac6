/** One lead of the day: who, what is owed, how long there is. One tap opens its card. */
import type { ConsoleDayWords } from '../../../shared/messages/consoleDay/index.ts';
import { phoneWords } from '../../../shared/ui/fieldWords.ts';
import { whenShort, type When } from '../../../shared/ui/when.ts';
import { ClockTime } from '../ui/ClockTime.tsx';
import type { Row } from './rows.ts';

interface Props {
  readonly row: Row;
  readonly words: ConsoleDayWords;
  readonly when: When;
  /** Where its card is. */
  readonly to: string;
}

export function DayRow({ row, words, when, to }: Props) {
  return (
    <li data-lead={row.leadId}>
      <a href={to}>
        <span class="line">
          <b>{row.name}</b>
          {row.clock ? <ClockTime face={row.clock.face} unsure={row.unsure} when={when} /> : null}
        </span>
        {row.company === null ? null : <span class="soft">{row.company}</span>}
        {row.owed === null ? null : (
          <span class="line soft">
            <span>{row.owed}</span>
            {row.clock && !row.unsure ? <Due face={row.clock.face} words={words} when={when} /> : null}
          </span>
        )}
        {row.done === null ? null : <span class="soft">{row.done.text}</span>}
      </a>
      {row.phones.length === 0 ? null : (
        <p class="calls">
          {row.phones.map((phone) => (
            <a key={phone} href={`tel:${phone}`} aria-label={words.call(row.name, phoneWords(phone))}>
              {phoneWords(phone)}
            </a>
          ))}
        </p>
      )}
    </li>
  );
}

type Face = NonNullable<Row['clock']>['face'];

function Due({ face: { dueAt }, words, when }: Pick<Props, 'words' | 'when'> & { readonly face: Face }) {
  if (dueAt === null) return null;
  return <span>{(dueAt < when.now ? words.wasDue : words.due)(whenShort(dueAt, when))}</span>;
}
