/** A background with one day in it, for popup and side panel; remembers what it was asked. */
import type { Connection, Found, ReplyOf } from '../../../extension/messages.ts';
import type { DayPort } from '../../../extension/panels/day/dayPort.ts';
import type { SidePort } from '../../../extension/panels/beside/sidePort.ts';
import type { ClockState, LeadState } from '../../../shared/lead/state.ts';
import type { Language } from '../../../shared/lead/vocabulary.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { buildDayRow, type DayRow } from '../../../shared/ui/buildDayRow.ts';
import {
  ACCEPTANCE,
  at,
  attemptOf,
  cadenceOf,
  contextIn,
  FIRST_RESPONSE,
  marina,
  marinasFacts,
  NOW,
} from '../../shared/ui/sampleLead.ts';
import type { ViewContext } from '../../../shared/ui/viewContext.ts';
import { fakePort } from './fakePort.ts';

export const SIGNED_IN: Extract<Connection, { state: 'signed_in' }> = {
  state: 'signed_in',
  origin: 'http://127.0.0.1:8787',
  name: 'Ana Lima',
  workspace: 'Vida',
  syncedAt: NOW - 4_000,
  pending: 1,
  oldestPendingAt: NOW,
  rejected: 0,
  problem: null,
};

/** Compiling a calendar for each of five hundred rows would take longer than drawing them. */
const CONTEXTS = new Map<Language, ViewContext>();
function contextFor(language: Language): ViewContext {
  const context = CONTEXTS.get(language) ?? contextIn(language);
  CONTEXTS.set(language, context);
  return context;
}

export function rowOf(
  language: Language,
  name: string,
  clocks: readonly ClockState[],
  more: Partial<LeadState> = {},
): DayRow {
  const fields = { name, company: 'Rede Bem', ...more.fields };
  const state = marina(language, { leadId: name, clocks, ...more, fields });
  return buildDayRow({ state, facts: marinasFacts(), pending: false }, contextFor(language));
}

/** One lead of every group, as in the design. */
export function sampleRows(language: Language): readonly DayRow[] {
  const of = (name: string, company: string, clock: ClockState, more: Partial<LeadState> = {}) =>
    rowOf(language, name, [clock], { ...more, fields: { company } });
  return [
    of('Rafael Nunes', 'Construtora Sol', cadenceOf(3, { status: 'breached', dueAt: at(14, 5) })),
    of('Marina Duarte', 'Clínica Vida', FIRST_RESPONSE),
    of('Lucía Herrera', 'Grupo Andes', { ...ACCEPTANCE, dueAt: at(17, 55), riskAt: at(17) }),
    of('Teresa Prado', 'Rede Bem', cadenceOf(2, { dueAt: at(16) + DAY_MS, riskAt: at(15) + DAY_MS })),
    of('Chen Wei', 'Dental Plus', cadenceOf(2, { status: 'paused', dueAt: null }), {
      snoozedUntil: at(9) + 4 * DAY_MS,
    }),
    of(
      'Paulo Reis',
      'Hospital Norte',
      cadenceOf(2, { dueAt: at(10) + 2 * DAY_MS, riskAt: at(9) + 2 * DAY_MS }),
      {
        attempts: [attemptOf('p1', at(15, 20))],
      },
    ),
  ];
}

/** A Monday: forty leads of several kinds, some of them late, some done. */
export function mondayRows(language: Language): readonly DayRow[] {
  return Array.from({ length: 40 }, (_, index) => {
    const dueAt = at(13) + index * 9 * 60_000;
    const late = dueAt < NOW ? { status: 'breached' as const } : {};
    const due = { id: `m${index}`, dueAt, riskAt: dueAt - 30 * 60_000, ...late };
    const kinds = [{ ...FIRST_RESPONSE, ...due }, cadenceOf((index % 4) + 2, due), { ...ACCEPTANCE, ...due }];
    const clock = kinds[index % kinds.length] ?? FIRST_RESPONSE;
    return rowOf(language, `Lead ${String(index + 1).padStart(2, '0')}`, [clock]);
  }).concat(sampleRows(language).filter(({ done }) => done !== null));
}

/** So many leads, one after the other due. */
export function manyRows(language: Language, count: number): readonly DayRow[] {
  return Array.from({ length: count }, (_, index) =>
    rowOf(language, `Lead ${String(index + 1).padStart(3, '0')}`, [
      { ...FIRST_RESPONSE, id: `c${index}`, dueAt: at(16, 20) + index * 60_000, riskAt: at(16) },
    ]),
  );
}

export interface FakeDay {
  readonly connection?: Connection;
  readonly day?: Partial<ReplyOf<'panel.day'>>;
  readonly unsettled?: ReplyOf<'panel.unsettled'>;
  readonly notices?: ReplyOf<'panel.notices'>;
  readonly found?: readonly Found[];
  readonly card?: Parameters<typeof fakePort>[0];
  /** Whom the queue holds, all of them due today. */
  readonly queue?: readonly string[];
  /** The notice of the system that opened the panel. */
  readonly ledHere?: string;
  /** What the page in view is about. */
  readonly here?: string | null;
}

export function fakeDay(language: Language, rows: readonly DayRow[], answers: FakeDay = {}) {
  const fake = fakePort(answers.card ?? null);
  const { asked } = fake;
  const told = { options: [] as (string | undefined)[], beside: [] as (string | null)[] };
  const changes: (() => void)[] = [];
  const state = { rows, pinned: null as string | null, follows: false, queue: answers.queue };
  const port: DayPort = {
    connection: async () => answers.connection ?? SIGNED_IN,
    day: async () => ({
      rows: state.rows,
      of: state.rows.filter(({ clock }) => clock !== null).length,
      language,
      trial: false,
      ready: true,
      ...answers.day,
    }),
    unsettled: async () => answers.unsettled ?? { waiting: [], refused: [] },
    readRefused: async (ids) => {
      asked.push({ what: 'readRefused', ask: ids });
      return true;
    },
    search: async (text) => {
      asked.push({ what: 'search', ask: text });
      return answers.found ?? [];
    },
    notices: async () =>
      answers.notices ?? { notices: [], cursor: null, unread: 0, whole: true, reminds: true },
    readNotices: async (ask) => {
      asked.push({ what: 'readNotices', ask });
      return true;
    },
    remind: async (ids) => {
      asked.push({ what: 'remind', ask: ids });
      return at(16, 40);
    },
    watch: (changed) => void changes.push(changed),
    card: (_, close) => ({ ...fake.port, close }),
    log: fake.port.log,
    answer: fake.port.answer,
    act: fake.port.do,
    undo: fake.port.undo,
    capture: async (ask) => {
      asked.push({ what: 'capture', ask });
      return { done: true, toast: { id: 'c1', text: 'Incluído', undoLabel: null, undoUntil: null } };
    },
    openOptions: (part) => void told.options.push(part),
    beside: (leadId) => void told.beside.push(leadId),
  };
  const side: SidePort = {
    ...port,
    beside: null,
    stay: (leadId) => {
      asked.push({ what: 'stay', ask: leadId });
      return { ...fake.port, close: null };
    },
    pinned: async (leadId) => {
      if (leadId !== undefined) state.pinned = leadId;
      return state.pinned;
    },
    queue: async () => {
      const { queue = [] } = state;
      return { leads: queue, today: queue.length };
    },
    watchPinned: () => undefined,
    leadHere: async () => answers.here ?? null,
    watchPage: () => undefined,
    ledHere: () => answers.ledHere ?? null,
    following: () => state.follows,
    follow: (yes) => void (state.follows = yes),
  };
  return { port, side, asked, told, state, change: () => changes.forEach((changed) => changed()) };
}
