/** What a preview has added up, as it is read: groups with a few leads named, spreads, load, the diff in words. */
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import type { PublishChoices } from '../../../shared/definitions/version.ts';
import { CLOCK_KINDS, type Language } from '../../../shared/lead/vocabulary.ts';
import type { Room } from '../../../shared/lead/room.ts';
import { versionAt } from '../../../shared/lead/versionAt.ts';
import type { PreviewResult } from '../../../shared/protocol/definitions.ts';
import { countOf, movesOf } from '../../../shared/target/preview.ts';
import { cellOf, cellsOf, type Row, type Table } from '../../../shared/target/table.ts';
import { summaryOf } from '../../../shared/target/times.ts';
import { differences } from './compareVersions.ts';
import type { Compared } from './previewGround.ts';

interface Tried {
  readonly hash: string;
  readonly choices: PublishChoices;
  readonly language: Language;
  readonly members: Room['members'];
  readonly compared: Compared;
  readonly draft: Definitions;
  readonly leads: number;
  readonly failed: number;
  readonly table: Table;
  /** Leads by the row of their mark, as JSON. */
  readonly named: Readonly<Record<string, readonly string[]>>;
}

/** More pairs of stages or changes than these are more than anybody reads. */
const MOST_MOVES = 100;
const MOST_CHANGES = 500;

export function readPreview(tried: Tried): PreviewResult {
  const { compared, draft, table } = tried;
  const { version, definitions } = versionAt(compared.current, compared.at);
  const group = (...row: Row) => ({
    n: countOf(table, row),
    leads: [...(tried.named[JSON.stringify(row)] ?? [])],
  });
  return {
    version,
    draft: tried.hash,
    choices: tried.choices,
    at: compared.at,
    leads: tried.leads,
    failed: tried.failed,
    changes: differences(definitions, draft, tried).sentences.slice(0, MOST_CHANGES),
    moves: movesOf(table)
      .slice(0, MOST_MOVES)
      .map(({ from, to }) => ({ from, to, ...group('move', from, to) })),
    deadlines: {
      earlier: group('shift', 'earlier'),
      later: group('shift', 'later'),
      begun: group('begun'),
      ended: group('ended'),
      kinds: kindsOf(table),
    },
    late: group('late'),
    load: loadsOf(tried),
    stages: stagesOf(table, [definitions, draft]),
    scores: scoresOf(table, compared.width),
  };
}

function kindsOf(table: Table): PreviewResult['deadlines']['kinds'] {
  return CLOCK_KINDS.flatMap((kind) =>
    (['earlier', 'later'] as const).flatMap((direction) => {
      const { n, times } = cellOf(table, ['clock', kind, direction]);
      if (times === null) return [];
      const { median, p90 } = summaryOf(times);
      return [{ kind, direction, clocks: n, medianMs: median ?? 0, p90Ms: p90 ?? 0 }];
    }),
  );
}

function loadsOf({ table, compared }: Tried): PreviewResult['load'] {
  const { peopleDays, makes } = compared.capacity.read(table);
  const asked = (when: string) => {
    const { n, sum } = cellOf(table, ['expected', when]);
    return { handoffs: n, due: sum, asks: peopleDays === 0 ? null : sum / peopleDays };
  };
  const { start, end } = compared.window;
  return { from: start, to: end, peopleDays, before: asked('before'), after: asked('after'), makes };
}

/** In the order of the funnel, stages only one of them has included. */
function stagesOf(table: Table, agreements: readonly Definitions[]): PreviewResult['stages'] {
  const counted = cellsOf(table, 'stage').flatMap(({ row: [, stage] }) => (stage ? [stage] : []));
  const ids = new Set([...agreements.flatMap(({ stages }) => stages.map(({ id }) => id)), ...counted]);
  return [...ids].map((stage) => ({
    stage,
    before: countOf(table, ['stage', stage, 'before']),
    after: countOf(table, ['stage', stage, 'after']),
  }));
}

function scoresOf(table: Table, width: number): PreviewResult['scores'] {
  const classes = new Set(cellsOf(table, 'score').map(({ row: [, from] }) => Number(from)));
  return [...classes]
    .toSorted((a, b) => a - b)
    .map((from) => ({
      from,
      to: from + width - 1,
      before: countOf(table, ['score', String(from), 'before']),
      after: countOf(table, ['score', String(from), 'after']),
    }));
}
