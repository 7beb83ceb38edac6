/** The agenda of a session as a list of items: proposals by votes, then what the reports complain of. */
import { valueWords } from '../../../shared/definitions/change/telling.ts';
import type {
  AgendaPoints,
  DecisionView,
  NamedLead,
  PointKind,
  PointRef,
  ProposalView,
  SessionResponse,
} from '../../../shared/protocol/proposals.ts';
import type { Format } from '../../../shared/messages/format.ts';
import { LEAKS } from '../../../shared/target/leaks.ts';
import { leadsBehind } from '../api/reports.ts';
import { moneyIn } from '../ui/money.ts';
import { percent } from '../ui/numbers.ts';
import { metricWords, nameOfLead } from './about.ts';
import type { Ground } from './useGround.ts';

export interface Item {
  readonly key: string;
  readonly kind: PointKind | 'proposal';
  readonly title: string;
  /** In small below it. */
  readonly lines: readonly string[];
  /** Where its leads or its card are, and what the link says. */
  readonly link: { readonly href: string; readonly label: string } | null;
  readonly proposal: ProposalView | null;
  readonly ref: { readonly proposalId: string } | { readonly item: PointRef };
  readonly decisions: readonly DecisionView[];
}

/** What is being decided: an item, or something that is on no agenda. */
export type Deciding = Item | 'else';

export const GROUPS = ['proposal', 'contest', 'breach', 'goal', 'leak'] as const;

export function itemsOf(
  { agenda, points, decisions }: SessionResponse,
  ground: Ground,
  format: Format,
): Item[] {
  const { words } = ground;
  const proposals = agenda.map((proposal): Item => ({
    key: `proposal:${proposal.id}`,
    kind: 'proposal',
    title: proposal.title,
    lines: [words.proposals.by(ground.nameOf(proposal.by), ground.dateOf(proposal.at))],
    link: { href: `/console/agreement/proposals/${proposal.id}`, label: words.meeting.proposal },
    proposal,
    ref: { proposalId: proposal.id },
    decisions: decisions.filter(({ proposalId }) => proposalId === proposal.id),
  }));
  if (!points) return proposals;
  const counted = [
    ...points.contests.map((contest) => contestItem(contest, ground)),
    ...points.breaches.map((breach) => breachItem(breach, points, ground, format)),
    ...points.goals.map((goal) => goalItem(goal, ground, format)),
    ...points.leaks.map((leak) => leakItem(leak, points, ground, format)),
  ];
  const items = counted.map(({ kind, id, ...item }): Item => ({
    ...item,
    key: `${kind}:${id}`,
    kind,
    proposal: null,
    ref: { item: { kind, id } },
    decisions: decisions.filter((one) => one.item?.kind === kind && one.item.id === id),
  }));
  return [...proposals, ...items];
}

/** Decided about nothing that is on the agenda (any more). */
export function otherDecisions(
  { decisions }: SessionResponse,
  items: readonly Item[],
): readonly DecisionView[] {
  const told = new Set(items.flatMap((item) => item.decisions.map(({ id }) => id)));
  return decisions.filter(({ id }) => !told.has(id));
}

type Counted = Pick<Item, 'title' | 'lines' | 'link'> & { readonly kind: PointKind; readonly id: string };

function contestItem(
  { id, at, by, lead }: { id: string; at: number; by: string; lead: NamedLead },
  { words, nameOf, dateOf }: Ground,
): Counted {
  const said = words.meeting;
  return {
    kind: 'contest',
    id,
    title: said.contest(nameOfLead(lead, words.proposals)),
    lines: [said.contestBy(nameOf(by), dateOf(at))],
    link: { href: `/console/leads/${lead.id}`, label: said.card },
  };
}

function breachItem(
  { id, late, n, allowed, goal }: AgendaPoints['breaches'][number],
  { from, to }: AgendaPoints,
  { version, telling, words }: Ground,
  format: Format,
): Counted {
  const said = words.meeting;
  const policy = version.definitions.policies.find((one) => one.id === id);
  const budget = goal === null ? said.noBudget : said.allowed(format.number(allowed));
  return {
    kind: 'breach',
    id,
    title: said.breach(policy ? `${policy.label} (${valueWords('target', policy.target, telling)})` : id),
    lines: [`${said.late(format.number(late), format.number(n))} · ${budget}`],
    link: { href: leadsBehind('compliance', [['all', id]], { from, to }, false), label: said.leads },
  };
}

function goalItem(
  { id, goal, from, to, running, kind, target, actual, expected, n }: AgendaPoints['goals'][number],
  { version, telling, words, dayOf }: Ground,
  format: Format,
): Counted {
  const said = words.meeting;
  const { goals, currency } = version.definitions;
  const metric = goals.find((one) => one.id === goal)?.metric ?? goal;
  const amount = amountIn(kind, format, currency);
  const standing =
    running && kind !== 'share'
      ? said.goalRunning(amount(actual), amount(expected))
      : said.goalOver(amount(actual), amount(target));
  return {
    kind: 'goal',
    id,
    title: metricWords(metric, telling),
    lines: [
      kind === 'share' ? `${standing} · ${words.n(format.number(n))}` : standing,
      words.dates(dayOf(from), dayOf(to)),
    ],
    link: { href: leadsBehind('achieved', [[goal, from]], { from, to }), label: said.leads },
  };
}

/** An amount in a target's own unit, as it is said. */
export function amountIn(
  kind: 'count' | 'share' | 'money',
  format: Format,
  currency: string,
): (value: number) => string {
  if (kind === 'money') {
    const money = moneyIn(format.language, currency);
    return (value) => money(value * 100);
  }
  if (kind === 'share') return (value) => percent(format.language, value / 100);
  return format.number;
}

function leakItem(
  { id, n }: AgendaPoints['leaks'][number],
  { from, to }: AgendaPoints,
  { words }: Ground,
  format: Format,
): Counted {
  const leak = LEAKS.find((one) => one === id);
  return {
    kind: 'leak',
    id,
    title: words.meeting.leak(leak ? words.leaks[leak] : id, format.number(n)),
    lines: [],
    link: { href: leadsBehind('leaks', [[id]], { from, to }), label: words.meeting.leads },
  };
}
