/** Leads: the table fed by cursor, acts on many at once, and beside it the card of the one that is open. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { workspaceCalendarOf } from '../../../shared/lead/versionAt.ts';
import type { Version } from '../../../shared/definitions/version.ts';
import { leadsWords } from '../../../shared/messages/consoleLeads/index.ts';
import { ReleasePlan } from '../../../shared/protocol/backlog.ts';
import { addressOf, useAddress } from '../address.ts';
import { useCache, useQuery } from '../api/hooks.ts';
import { request } from '../api/request.ts';
import { agreement, members } from '../api/resources.ts';
import type { RoomProps } from '../rooms.ts';
import { useSession } from '../session.ts';
import { Awaited } from '../ui/Awaited.tsx';
import { useVersions } from '../ui/clockFace.ts';
import { Failed } from '../ui/Failed.tsx';
import { Page } from '../ui/Page.tsx';
import { SaidLine } from '../ui/SaidLine.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useDoing } from '../ui/useDoing.ts';
import { useTick } from '../ui/useTick.ts';
import { askedIn, FILTERS } from './asked.ts';
import { CardPlace, fetchCard } from './CardPlace.tsx';
import { Deeds } from './Deeds.tsx';
import { LeadFilters } from './LeadFilters.tsx';
import { LeadTable } from './LeadTable.tsx';
import { gather, NONE, pickedOf } from './picked.ts';
import { previewWords } from './previewWords.ts';
import { ReleaseDialog } from './ReleaseDialog.tsx';
import { type NotDone, Undone } from './Undone.tsx';
import { useCardFocus } from './useCardFocus.ts';
import { useLeadPages } from './useLeadPages.ts';
import './leads.css';

const MINUTE_MS = 60_000;

export default function Leads({ part }: RoomProps) {
  const { words } = useSession();
  const version = useQuery(agreement);
  if (version.value) return <Agreed version={version.value} open={part} />;
  return (
    <Page title={words.rooms.leads}>
      <Awaited read={version} lines={12} />
    </Page>
  );
}

function Agreed({ version, open }: { readonly version: Version; readonly open: string | null }) {
  const { me, words, language, messages, format } = useSession();
  const said = leadsWords(language);
  const { query, go } = useAddress();
  const cache = useCache();
  const asked = askedIn(query);
  const pages = useLeadPages(asked);
  const versions = useVersions(version, pages.leads);
  const people = useQuery(members).value?.members ?? [];
  const [selected, setSelected] = useState(NONE);
  const [notDone, setNotDone] = useState<readonly NotDone[]>([]);
  const [isReleasing, setReleasing] = useState(false);
  const doing = useDoing();
  const onCard = useCardFocus(open);
  const now = useTick(MINUTE_MS);
  const { definitions } = version;
  const when = { offsets: workspaceCalendarOf(version).offsets, now, messages };
  const mayLead = me.role === 'admin' || me.role === 'manager';
  const { at: _at, known: _known, ...list } = query;
  const count = format.plural(pages.leads.length, pages.more ? said.shownSoFar : said.shown);
  const isBacklog = query['backlog'] === 'true';
  const hasLeads = pages.leads.length > 0;
  const isWhole = asked.report === null && asked.preview === null && FILTERS.every((name) => !query[name]);
  useEffect(() => {
    if (hasLeads) fetchCard();
  }, [hasLeads]);

  const toCard = (leadId: string) => addressOf(`/console/leads/${leadId}`, list);

  // Another question, another list: nothing is done to leads nobody sees any more.
  const question = JSON.stringify(asked);
  useEffect(() => setSelected(NONE), [question]);
  const listed = useMemo(() => new Map(pages.leads.map((lead) => [lead.id, lead])), [pages.leads]);
  const picked = useMemo(
    () => [...selected.values()].map((one) => pickedOf(listed.get(one.id) ?? one)),
    [selected, listed],
  );
  const isAllListed = hasLeads && pages.leads.every(({ id }) => selected.has(id));
  const selectAll = () =>
    void doing.now(said.deeds.gathering, async (run) => {
      const answer = await gather(asked, run);
      if (answer === null) return { text: said.deeds.cancelled, tone: 'rest', back: null };
      if (!answer.ok) return { text: words.failures[answer.failure.kind], tone: 'late', back: null };
      setSelected(answer.value);
      return { text: format.plural(answer.value.size, said.deeds.selected), tone: 'ok', back: null };
    });

  const cancelRelease = () =>
    void doing.now(words.loading, async () => {
      const answer = await request(ReleasePlan, 'DELETE /v1/backlog/release', { key: crypto.randomUUID() });
      cache.moved();
      if (answer.ok) return { text: said.deeds.undone, tone: 'ok', back: null };
      return { text: words.failures[answer.failure.kind], tone: 'late', back: null };
    });

  return (
    <Page
      title={words.rooms.leads}
      about={pages.loading && pages.leads.length === 0 ? null : count}
      actions={
        isBacklog && mayLead ? (
          <button type="button" onClick={() => setReleasing(true)}>
            {said.deeds.release}
          </button>
        ) : null
      }
    >
      <div class={open === null ? 'leads' : 'leads with-card'}>
        <section class="list">
          {asked.preview !== null ? (
            <p class="behind">
              {previewWords(query['cell'] ?? '', said, definitions)} ·{' '}
              <a href="/console/agreement/draft">{said.preview.back}</a>
            </p>
          ) : asked.report === null ? (
            <LeadFilters words={said} definitions={definitions} people={people} />
          ) : (
            <p class="behind">
              {said.behind(said.reports[asked.report])} · <a href="/console/leads">{said.allLeads}</a>
            </p>
          )}
          <Deeds
            leads={picked}
            words={said}
            definitions={definitions}
            people={people}
            doing={doing}
            onAll={pages.more && isAllListed ? selectAll : null}
            onDone={() => setSelected(NONE)}
            onNotDone={setNotDone}
          />
          <SaidLine said={doing.said} />
          {notDone.length > 0 ? (
            <Undone
              notDone={notDone}
              words={said}
              to={toCard}
              onSelect={(selection) => {
                setNotDone([]);
                setSelected(selection);
              }}
              onClose={() => setNotDone([])}
            />
          ) : null}
          {pages.failure && asked.preview !== null && pages.failure.kind === 'not-found' ? (
            <p class="failed">{said.preview.gone}</p>
          ) : pages.failure ? (
            <Failed failure={pages.failure} words={words} onRetry={pages.reload} />
          ) : null}
          {pages.leads.length > 0 ? (
            <LeadTable
              pages={pages}
              words={said}
              definitions={definitions}
              people={people}
              when={when}
              versions={versions}
              selected={selected}
              onSelect={setSelected}
              to={toCard}
              open={open}
              selects={me.role !== 'marketer'}
            />
          ) : pages.failure ? null : pages.loading || pages.more ? (
            <Skeleton words={words} lines={12} />
          ) : (
            <div class="panel empty">
              <h2>{isWhole ? said.nothing.title : said.none.title}</h2>
              <p>{isWhole ? said.nothing.text : said.none.text}</p>
              {isWhole && me.role !== 'sdr' ? (
                <div class="buttons">
                  <a class="button" href="/console/connections">
                    {words.rooms.connections}
                  </a>
                </div>
              ) : null}
            </div>
          )}
        </section>
        {open === null ? null : (
          <CardPlace
            key={open}
            leadId={open}
            words={said}
            version={version}
            onShown={onCard}
            onClose={() => go(addressOf('/console/leads', list))}
          />
        )}
      </div>
      {isReleasing ? (
        <ReleaseDialog
          words={said}
          filter={Object.fromEntries(
            (['stage', 'segment', 'source', 'owner'] as const).flatMap((name) =>
              query[name] ? [[name, query[name]]] : [],
            ),
          )}
          onClose={() => setReleasing(false)}
          onStarted={(leads) => {
            setReleasing(false);
            cache.moved();
            doing.say({ text: format.plural(leads, said.deeds.released), tone: 'ok', back: cancelRelease });
          }}
        />
      ) : null}
    </Page>
  );
}
