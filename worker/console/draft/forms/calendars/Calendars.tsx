/** The calendars promises are counted by (CAL1): hours, zone, holidays as plain dates. */
import { valueWords } from '../../../../../shared/definitions/change/telling.ts';
import { WEEKDAYS, type Calendar } from '../../../../../shared/definitions/calendar.ts';
import { workspaceCalendarOf } from '../../../../../shared/lead/versionAt.ts';
import { calendarFormWords } from '../../../../../shared/messages/calendarForm/index.ts';
import { wallDateOf } from '../../../../../shared/sla/localTime.ts';
import { useSession } from '../../../session.ts';
import { HolidayCoverage } from '../../../ui/HolidayCoverage.tsx';
import { idFrom } from '../idFrom.ts';
import type { PartProps } from '../part.ts';
import { EntryList } from '../pieces/EntryList.tsx';
import { PickLine } from '../pieces/lines.tsx';
import { usesOf } from '../uses.ts';
import { CalendarForm } from './CalendarForm.tsx';
import './calendars.css';

type Kept = readonly [id: string, calendar: Calendar];

export default function Calendars(part: PartProps) {
  const { language, format } = useSession();
  const said = calendarFormWords(language);
  const { definitions, change, problems, telling, inForce } = part;
  const { calendars, workspaceCalendar } = definitions;
  const entries: readonly Kept[] = Object.entries(calendars);
  const today = wallDateOf(workspaceCalendarOf(inForce).offsets, Date.now());
  const named = (id: string) => calendars[id]?.label || id;
  return (
    <div class="form">
      <PickLine
        label={said.general}
        hint={said.generalHint}
        pointer="/workspaceCalendar"
        problems={problems}
        change={change}
        value={workspaceCalendar}
        options={entries.map(([id]) => [id, named(id)] as const)}
      />
      {entries.map(([id, calendar]) => (
        <HolidayCoverage key={id} calendar={calendar} today={today} href={null} />
      ))}
      <EntryList<Kept>
        {...part}
        label={said.list}
        pointer="/calendars"
        entries={entries}
        stepOf={([id]) => id}
        listOf={(kept) => Object.fromEntries(kept)}
        nameOf={([, { label }]) => label}
        about={([, { week, zone, holidays }]) => {
          const open = WEEKDAYS.filter((day) => (week[day] ?? []).length > 0);
          const hours = new Set(open.map((day) => valueWords('hours', week[day] ?? [], telling)));
          const days = open.map((day) => telling.words.weekdays[day]);
          const when = hours.size === 1 ? `${format.list(days)}: ${[...hours].join()}` : format.list(days);
          return [when, zone, format.plural(holidays.length, said.holidays)].join(' · ');
        }}
        beside={([id]) => (id === workspaceCalendar ? <span class="tag">{said.isGeneral}</span> : null)}
        usesOf={([id]) => usesOf('calendar', id, telling)}
        add={said.add}
        fresh={() => {
          const usual = calendars[workspaceCalendar];
          const id = idFrom('calendar', Object.keys(calendars));
          const zone = usual?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
          return [id, { label: said.fresh, zone, week: usual?.week ?? {}, holidays: [] }];
        }}
        isOrdered={false}
      >
        {([, calendar], pointer) => (
          <CalendarForm {...part} calendar={calendar} pointer={pointer} today={today} said={said} />
        )}
      </EntryList>
    </div>
  );
}
