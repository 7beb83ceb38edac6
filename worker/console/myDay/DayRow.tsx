/** One lead of the day: who, what is owed, how long there is. One tap opens its card. */
import type { ConsoleDayWords } from '../../../shared/messages/consoleDay/index.ts';
import { clockFaceAt } from '../../../shared/ui/face.ts';
import { FaceIcon } from '../../../shared/ui/Icon.tsx';
import { whenShort, type When } from '../../../shared/ui/when.ts';
import type { Row } from './rows.ts';

interface Props {
  readonly row: Row;
  readonly words: ConsoleDayWords;
  readonly when: When;
  /** Where its card is. */
  readonly to: string;
}

export function DayRow({ row, words, when, to }: Props) {
  const { dueAt } = row.clock.face;
  const { tone, icon, text } = clockFaceAt(row.clock.face, when.now);
  const due = dueAt === null ? null : (dueAt < when.now ? words.wasDue : words.due)(whenShort(dueAt, when));
  return (
    <li data-lead={row.leadId}>
      <a href={to}>
        <span class="line">
          <b>{row.name}</b>
          <span class={`state tone-${tone}`}>
            <FaceIcon icon={icon} />
            {row.unsure && dueAt !== null ? whenShort(dueAt, when) : text}
          </span>
        </span>
        {row.company === null ? null : <span class="soft">{row.company}</span>}
        <span class="line soft">
          <span>{row.owed}</span>
          {due === null || row.unsure ? null : <span>{due}</span>}
        </span>
      </a>
    </li>
  );
}
