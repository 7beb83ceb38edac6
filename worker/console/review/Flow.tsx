/** How far leads came, what sales gave back and why, and where leads were lost between the teams. */
import { LEAKS } from '../../../shared/target/leaks.ts';
import { leadsBehind } from '../api/reports.ts';
import { useSession } from '../session.ts';
import { Bar } from '../ui/Bar.tsx';
import { percent } from '../ui/numbers.ts';
import { Scroll } from '../ui/Scroll.tsx';
import { Chapter, type PackPart } from './Chapter.tsx';

export function Funnel({ pack, figures, ground }: PackPart) {
  const { language, today, format } = useSession();
  const { words, version } = ground;
  const said = words.pack;
  const { owners } = today.funnel;
  const { leads, stages } = figures.funnel;
  return (
    <Chapter id="funnel" title={said.contents.funnel} about={said.funnel.about}>
      <Scroll label={said.contents.funnel}>
        <table>
          <thead>
            <tr>
              <th scope="col">{said.funnel.stage}</th>
              <th scope="col">{said.funnel.owner}</th>
              <th scope="col">
                <span class="unseen">{said.funnel.share}</span>
              </th>
              <th scope="col" class="n">
                {said.funnel.leads}
              </th>
              <th scope="col" class="n">
                {said.funnel.passes}
              </th>
            </tr>
          </thead>
          <tbody>
            {version.definitions.stages.map(({ id, label, owner }) => {
              const row = stages.find(({ stage }) => stage === id);
              const reached = row?.reached ?? 0;
              const share = leads === 0 ? 0 : reached / leads;
              return (
                <tr key={id} data-stage={id}>
                  <th scope="row">{label}</th>
                  <td class="soft">{owners[owner]}</td>
                  <td class="meter">
                    <Bar share={share} />
                    <span class="unseen">{percent(language, share)}</span>
                  </td>
                  <td class="n">
                    <a
                      href={leadsBehind('funnel', [['reached', 'all', null, id]], {
                        from: pack.from,
                        to: pack.to,
                      })}
                    >
                      {format.number(reached)}
                    </a>
                  </td>
                  <td class="n">
                    {row?.passes && row.passes.n > 0 ? (
                      <>
                        {percent(language, row.passes.share)}
                        <small>{words.n(format.number(row.passes.n))}</small>
                      </>
                    ) : null}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
    </Chapter>
  );
}

export function GivenBack({ pack, figures, ground }: PackPart) {
  const { format } = useSession();
  const { words, version } = ground;
  const said = words.pack;
  const { answers, reasons } = figures;
  const scope = { from: pack.from, to: pack.to };
  const labelOf = (reason: string | null) =>
    version.definitions.handoff.reasons.find(({ id }) => id === reason)?.label ??
    reason ??
    said.answers.noReason;
  const most = Math.max(1, ...reasons.map(({ n }) => n));
  const given = answers ? answers.answers.recycled + answers.answers.disqualified : 0;
  return (
    <Chapter
      id="answers"
      title={said.contents.answers}
      about={
        answers ? said.answers.about(format.number(answers.answers.accepted), format.number(given)) : null
      }
    >
      {answers ? null : <p class="soft">{said.answers.none}</p>}
      {reasons.length > 0 ? (
        <Scroll label={said.answers.label}>
          <table>
            <thead>
              <tr>
                <th scope="col">{said.answers.reason}</th>
                <th scope="col">
                  <span class="unseen">{said.answers.label}</span>
                </th>
                <th scope="col" class="n">
                  {said.answers.returned}
                </th>
                <th scope="col" class="n">
                  {said.answers.contested}
                </th>
                <th scope="col" class="n">
                  {said.answers.overturned}
                </th>
              </tr>
            </thead>
            <tbody>
              {reasons.map(({ reason, n, contested, overturned }) => (
                <tr key={reason} data-reason={reason ?? ''}>
                  <th scope="row">{labelOf(reason)}</th>
                  <td class="meter">
                    <Bar share={n / most} />
                  </td>
                  <td class="n">
                    <a href={leadsBehind('dispositions', [['return', 'reason', reason]], scope)}>
                      {format.number(n)}
                    </a>
                  </td>
                  <td class="n">{format.number(contested.hits)}</td>
                  <td class="n">{format.number(overturned.hits)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      ) : null}
    </Chapter>
  );
}

export function Lost({ pack, figures, ground }: PackPart) {
  const { format } = useSession();
  const { words } = ground;
  const said = words.pack.lost;
  const { leaks, recycled, load } = figures;
  const scope = { from: pack.from, to: pack.to };
  const labelOf = (leak: string) => {
    const known = LEAKS.find((one) => one === leak);
    return known ? words.leaks[known] : leak;
  };
  const perDay = (attempts: number) => format.number(Math.round(attempts * 10) / 10);
  return (
    <Chapter id="lost" title={words.pack.contents.lost} about={said.about}>
      {leaks.length === 0 ? (
        <p class="soft">{said.none}</p>
      ) : (
        <table class="narrow">
          <thead>
            <tr>
              <th scope="col">{said.leak}</th>
              <th scope="col" class="n">
                {said.leads}
              </th>
            </tr>
          </thead>
          <tbody>
            {leaks.map(({ leak, n }) => (
              <tr key={leak} data-leak={leak}>
                <th scope="row">{labelOf(leak)}</th>
                <td class="n">
                  <a href={leadsBehind('leaks', [[leak]], scope)}>{format.number(n)}</a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {recycled && recycled.n > 0 ? (
        <p>{said.recycled(format.number(recycled.hits), format.number(recycled.n))}</p>
      ) : null}
      {load && load.asks !== null && load.makes !== null ? (
        <p>{said.capacity(perDay(load.asks), perDay(load.makes))}</p>
      ) : null}
    </Chapter>
  );
}
