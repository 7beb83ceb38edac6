/** What a quota takes, by segment: each rate with its interval and sample, or why there is none (TGT1). */
import type { QuotaRow } from '../../../shared/target/quota.ts';
import { ENOUGH, type Share } from '../../../shared/target/share.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { leadsBehind, type Scope } from '../api/reports.ts';
import { useSession } from '../session.ts';
import { percent } from '../ui/numbers.ts';
import { Panel } from '../ui/Panel.tsx';
import { Scroll } from '../ui/Scroll.tsx';
import type { Part } from './part.ts';

interface Props extends Part {
  readonly rows: readonly QuotaRow[];
  readonly scope: Scope;
}

export function Calculator(props: Props) {
  const { me, format } = useSession();
  const { rows, scope, words } = props;
  const said = words.calculator;
  const dayOf = (on: string | undefined) => (on === undefined ? '…' : format.date(Date.parse(on), 0, true));
  const heads = [said.quota, said.deal, said.close, said.qualify, said.perRep, said.leads, said.worth];
  return (
    <Panel class="wide" title={said.title} about={said.about(dayOf(scope.from), dayOf(scope.to))}>
      {rows.length === 0 ? (
        <p class="soft">{said.noSegments}</p>
      ) : (
        <Scroll label={said.title}>
          <table class="calculator">
            <thead>
              <tr>
                <th scope="col">{said.segment}</th>
                {heads.map((head) => (
                  <th key={head} scope="col" class="n">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Segment key={row.segment} {...props} row={row} />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {rows.some(({ quotaCents }) => quotaCents === null) && me.role !== 'sdr' ? (
        <p>
          <a href="/console/agreement/draft/targets">{said.agreeQuota}</a>
        </p>
      ) : null}
    </Panel>
  );
}

function Segment({ row, scope, version, words, money }: Props & { readonly row: QuotaRow }) {
  const { format } = useSession();
  const said = words.calculator;
  const { segment, quotaCents, deal, closeRate, qualifyRate, volume, value } = row;
  const label = version.definitions.segments.find(({ id }) => id === segment)?.label ?? segment;
  const why = (reason: keyof typeof said.why) => <span class="soft">{said.why[reason]}</span>;
  const days = Math.ceil((row.toClose.p90 ?? 0) / DAY_MS);
  const between = (least: number | null, most: number | null, amount: (n: number) => string) => {
    if (least === null) return null;
    return (
      <small>{most === null ? said.atLeast(amount(least)) : said.between(amount(least), amount(most))}</small>
    );
  };
  return (
    <tr data-segment={segment}>
      <th scope="row">
        {label}
        {row.cohortsFrom === 'segment' && days > 0 ? <small>{said.age(format.number(days))}</small> : null}
      </th>
      <td class="n" data-of="quota">
        {quotaCents === null ? why('no_quota') : money(quotaCents)}
      </td>
      <td class="n" data-of="deal">
        {deal.averageCents === null ? (
          why('no_deals')
        ) : (
          <>
            <a href={leadsBehind('quota', [['deal', segment]], scope, true)}>{money(deal.averageCents)}</a>
            <small>{words.n(format.number(deal.n))}</small>
          </>
        )}
        {deal.withoutRate === 0 ? null : (
          <small>
            <a href={leadsBehind('quota', [['deal', segment]], scope, false)}>
              {format.plural(deal.withoutRate, said.withoutRate)}
            </a>
          </small>
        )}
      </td>
      <td class="n" data-of="close">
        <Rate
          share={closeRate}
          words={words}
          to={upTo(row.closeUntil, scope, (until) => leadsBehind('quota', [['handed off', segment]], until))}
        />
      </td>
      <td class="n" data-of="qualify">
        <Rate
          share={qualifyRate}
          words={words}
          to={upTo(row.qualifyUntil, scope, (until) => leadsBehind('quota', [['captured', segment]], until))}
        />
      </td>
      <td class="n" data-of="handoffs">
        {volume.enough ? (
          <>
            <b>{format.number(volume.handoffs)}</b>
            {between(volume.least, volume.most, format.number)}
          </>
        ) : (
          why(volume.why)
        )}
      </td>
      <td class="n" data-of="leads">
        {volume.enough && volume.leads !== null ? format.number(volume.leads) : '–'}
      </td>
      <td class="n" data-of="worth">
        {'cents' in value ? (
          <>
            {money(value.cents)}
            {between(value.low, value.high, money)}
          </>
        ) : (
          why(value.why)
        )}
      </td>
    </tr>
  );
}

/** Where the leads of a rate are: those of the dates whose cohorts are in it. */
function upTo(until: string | null, scope: Scope, link: (scope: Scope) => string): string | null {
  return until === null ? null : link({ ...scope, to: until });
}

interface RateProps {
  readonly share: Share;
  readonly words: Props['words'];
  readonly to: string | null;
}

function Rate({ share: { share, n, low, high }, words, to }: RateProps) {
  const { language, format } = useSession();
  const said = words.calculator;
  const isEnough = n >= ENOUGH && share !== null;
  const text = isEnough ? percent(language, share) : said.few(format.number(n), format.number(ENOUGH));
  return (
    <>
      {to === null ? <span class="soft">{text}</span> : <a href={to}>{text}</a>}
      {isEnough ? (
        <>
          <small>{words.interval(percent(language, low), percent(language, high))}</small>
          <small>{words.n(format.number(n))}</small>
        </>
      ) : null}
    </>
  );
}
