/** Days of a city read from a file of theirs; nothing leaves the browser but what the draft then says. */
import { useState } from 'preact/hooks';
import type { CalendarFormWords } from '../../../../../shared/messages/calendarForm/words.ts';
import { useSession } from '../../../session.ts';
import { Field } from '../../../ui/Field.tsx';
import type { Holiday } from '../../../ui/holidays/offeredDay.ts';
import { readDays } from './readDays.ts';

interface Props {
  readonly said: CalendarFormWords;
  readonly onRead: (days: readonly Holiday[]) => void;
}

export function FromFile({ said, onRead }: Props) {
  const { format } = useSession();
  const [told, tell] = useState('');
  const read = async (file: File | undefined) => {
    if (!file) return;
    const { days, unread } = readDays(await file.text(), said.freshDay);
    if (days.length > 0) onRead(days);
    const parts = [format.plural(days.length, said.read)];
    if (unread > 0) parts.push(format.plural(unread, said.unread));
    tell(parts.join(' · '));
  };
  return (
    <>
      <Field label={said.file} hint={said.fileHint}>
        {(control) => (
          <input
            {...control}
            type="file"
            accept=".csv,.ics,.txt,text/csv,text/calendar"
            onChange={({ currentTarget }) => void read(currentTarget.files?.[0])}
          />
        )}
      </Field>
      <p role="status" class="minor">
        {told}
      </p>
    </>
  );
}
