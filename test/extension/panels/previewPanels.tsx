/** Popup, side panel, options and first steps in every state, for looking at and for axe: `?show=day&empty`. */
import type { Connection, DeviceSettings, ReplyOf, SiteAccess } from '../../../extension/messages.ts';
import { DayApp } from '../../../extension/panels/day/DayApp.tsx';
import { Options } from '../../../extension/panels/options/Options.tsx';
import type { OptionsPort } from '../../../extension/panels/options/optionsPort.ts';
import { SidePanel } from '../../../extension/panels/beside/SidePanel.tsx';
import { Welcome } from '../../../extension/panels/welcome/Welcome.tsx';
import type { Language } from '../../../shared/lead/vocabulary.ts';
import { messagesFor } from '../../../shared/messages/catalog.ts';
import { recordedWords } from '../../../shared/messages/recorded/index.ts';
import { RECORDED, RECORDED_TOO } from '../../../shared/protocol/recorded.ts';
import type { CardView } from '../../../shared/ui/cardView.ts';
import { at, FIRST_RESPONSE, NOW } from '../../shared/ui/sampleLead.ts';
import { fakeDay, manyRows, mondayRows, rowOf, sampleRows, SIGNED_IN } from './fakeDay.ts';

export function panelOf(asked: URLSearchParams, language: Language, card: CardView) {
  // The rows were built at this instant: the panel ticks on from it.
  const skewMs = NOW - Date.now();
  const device = Date.now.bind(Date);
  Date.now = () => device() + skewMs;
  switch (asked.get('show')) {
    case 'day':
      return <DayApp language={language} port={dayOf(asked, language, card).port} />;
    case 'beside':
      return <SidePanel language={language} port={dayOf(asked, language, card).side} />;
    case 'options':
      return <Options language={language} port={optionsOf(asked, language)} />;
    case 'welcome':
      return <Welcome language={language} port={optionsOf(asked, language)} open={() => undefined} />;
    default:
      return null;
  }
}

function dayOf(asked: URLSearchParams, language: Language, card: CardView) {
  const { options, rejections } = messagesFor(language);
  const trial = asked.has('trial');
  const rows = asked.has('empty') || asked.has('first') ? [] : rowsOf();
  const entry = (id: string, text: string) => ({
    id,
    leadId: 'x',
    name: 'Marina Duarte',
    text,
    at: NOW - 180_000,
  });
  const notice = (id: string, read: boolean) => ({
    ...entry(id, options.problems.busy),
    kind: 'warned',
    read,
  });
  return fakeDay(language, rows, {
    card,
    connection: connectionOf(),
    day: { trial, ready: !asked.has('first') },
    unsettled: asked.has('unsettled')
      ? { waiting: [entry('w', 'Call')], refused: [entry('r', rejections.forbidden)] }
      : { waiting: [], refused: [] },
    notices: {
      notices: [notice('n1', false), notice('n2', true)],
      cursor: 'more',
      unread: 1,
      whole: true,
      reminds: true,
    },
    found: [{ leadId: 'z', name: 'Zélia Prado', company: 'Rede Bem', stage: 'MQL' }],
    queue: ['Rafael Nunes', 'Marina Duarte'],
  });

  function rowsOf() {
    if (asked.has('many')) return manyRows(language, 500);
    if (asked.has('monday')) return mondayRows(language);
    if (!trial) return sampleRows(language);
    return [rowOf(language, 'Marina Duarte', [{ ...FIRST_RESPONSE, trial, dueAt: at(14) }], { trial })];
  }
  function connectionOf(): Connection {
    if (asked.has('out')) return { state: 'signed_out', message: null };
    if (asked.has('revoked')) return { state: 'signed_out', message: options.problems.byWorker, waiting: 2 };
    return { ...SIGNED_IN, problem: asked.has('problem') ? options.problems.unreachable : null };
  }
}

export function optionsOf(asked: URLSearchParams, language: Language): OptionsPort {
  const { why } = messagesFor(language).options;
  const site = (id: string, name: string, origin: string, granted: boolean): SiteAccess => ({
    id,
    name,
    origins: [origin],
    why: why.mail,
    granted,
  });
  const signedIn = asked.has('in');
  let connection: Connection = signedIn ? SIGNED_IN : { state: 'signed_out', message: null };
  let settings: DeviceSettings = {
    logSent: true,
    density: 'full',
    language: null,
    notify: true,
    notifyNames: false,
    quiet: { from: '19:00', to: '08:00' },
  };
  return {
    version: '0.1.0',
    connection: async () => connection,
    connect: async () => (connection = SIGNED_IN),
    pair: async () => (connection = SIGNED_IN),
    disconnect: async () => (connection = { state: 'signed_out', message: null }),
    sites: async () => [
      site('gmail', 'Gmail', 'https://mail.google.com/*', signedIn),
      site('dynamics', 'Dynamics 365', 'https://*.dynamics.com/*', false),
    ],
    settings: async (change) => (settings = { ...settings, ...change }),
    give: async () => 'given',
    giveAddress: async () => 'not_an_address',
    takeBack: async () => undefined,
    teach: async () => ({ started: true, text: '' }),
    taught: async () => ({ sites: [] }),
    allowNotices: async () => true,
    recorded: async () => recordedIn(language),
    diagnostics: async () => '{\n  "leads": 3\n}',
    download: () => undefined,
    welcome: () => undefined,
    copy: async () => undefined,
    watch: () => undefined,
  };
}

function recordedIn(language: Language): ReplyOf<'panel.recorded'> {
  const words = recordedWords(language);
  const told = <K extends keyof typeof words.of>(id: K, index: number) => ({
    id,
    ...words.of[id],
    kept: words.kept(400),
    keptDays: 400,
    count: index * 1_234,
    kinds: {},
  });
  return {
    problem: null,
    recorded: {
      memberId: 'ana',
      name: 'Ana',
      language,
      recorded: RECORDED.map(told),
      more: RECORDED_TOO.map(told),
      devices: [{ id: 'd1', label: 'Firefox Linux', kind: 'token', createdAt: at(9), seenAt: at(16) }],
      never: [...words.never],
    },
  };
}
