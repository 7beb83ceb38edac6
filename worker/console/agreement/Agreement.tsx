/** The agreement as a document: read aloud in a meeting, printed, and compared with what it was. */
import { tellingIn } from '../../../shared/definitions/change/telling.ts';
import type { Version } from '../../../shared/definitions/version.ts';
import { workspaceCalendarOf } from '../../../shared/lead/versionAt.ts';
import { wallDateOf } from '../../../shared/sla/localTime.ts';
import { agreementWords } from '../../../shared/messages/consoleAgreement/index.ts';
import { reviewWords } from '../../../shared/messages/consoleReview/index.ts';
import { draftWords } from '../../../shared/messages/consoleDraft/index.ts';
import { firstWeekLink } from '../../../shared/messages/firstWeek/link.ts';
import { useAddress } from '../address.ts';
import { useKeptQuery, useQuery } from '../api/hooks.ts';
import { agreement, members, teams, versionNumbered, versions } from '../api/resources.ts';
import { useSession } from '../session.ts';
import { Awaited } from '../ui/Awaited.tsx';
import { Choice } from '../ui/Choice.tsx';
import { offsetMsAt } from '../ui/dates.ts';
import { Page } from '../ui/Page.tsx';
import { Places } from '../ui/Places.tsx';
import { useOpenOnPaper, useRunningHead } from '../ui/paper.ts';
import { HandoffTerms } from './HandoffTerms.tsx';
import { HoursTerms } from './HoursTerms.tsx';
import type { Part } from './part.ts';
import { PromisesTable } from './PromisesTable.tsx';
import { RollBack } from './RollBack.tsx';
import { ScoringTable } from './ScoringTable.tsx';
import { Section } from './Section.tsx';
import { Stages } from './Stages.tsx';
import { TargetTerms } from './TargetTerms.tsx';
import { VersionHistory } from './VersionHistory.tsx';
import { WhoTerms } from './WhoTerms.tsx';
import './agreement.css';

export default function Agreement() {
  const { words } = useSession();
  const { query } = useAddress();
  const asked = Number(query['version']);
  const isOne = Number.isInteger(asked) && asked > 0;
  const read = useKeptQuery(isOne ? versionNumbered(asked) : agreement);
  const inForce = useQuery(agreement).value;
  if (read.value && inForce) return <Document version={read.value} inForce={inForce} />;
  return (
    <Page title={words.rooms.agreement}>
      <Awaited read={read} lines={14} />
    </Page>
  );
}

function Document({ version, inForce }: { readonly version: Version; readonly inForce: Version }) {
  const { me, words: shell, language, format } = useSession();
  const { set } = useAddress();
  const said = agreementWords(language);
  const heads = useQuery(versions).value?.versions ?? [];
  const people = useQuery(members).value?.members ?? [];
  const groups = useQuery(teams).value?.teams ?? [];
  const { definitions } = version;
  const calendar = workspaceCalendarOf(inForce);
  const dateOf = (at: number) => format.date(at, offsetMsAt(calendar, at), true);
  const nameOf = (member: string) => people.find(({ id }) => id === member)?.name ?? member;
  const part: Part = {
    definitions,
    telling: tellingIn(definitions, language),
    words: said,
    format,
    nameOf,
    teamOf: (team) => groups.find(({ id }) => id === team)?.label ?? team,
  };
  const isNow = version.version === inForce.version;
  const standing = isNow ? said.inForce : version.effectiveAt > Date.now() ? said.later : said.older;
  useRunningHead(
    me.workspaceName,
    `${definitions.title} · ${said.version(version.version)}`,
    reviewWords(language).pack.page,
  );
  // Holidays are agreed and printed; what changed from version to version stays folded.
  useOpenOnPaper('.calendar details');
  const about = [said.version(version.version), standing(dateOf(version.effectiveAt))].join(' · ');
  return (
    <Page
      title={shell.rooms.agreement}
      heading={definitions.title}
      about={about}
      actions={
        <>
          <Choice
            label={said.which}
            value={String(version.version)}
            options={heads.map((head) => ({
              id: String(head.version),
              label:
                head.version === inForce.version
                  ? `${said.version(head.version)} · ${said.inForceNow}`
                  : `${said.version(head.version)} · ${dateOf(head.effectiveAt)}`,
            }))}
            onPick={(id) => set({ version: id === String(inForce.version) ? null : id }, 'push')}
          />
          {me.role === 'sdr' || isNow ? null : <RollBack version={version.version} words={said} />}
          {me.role === 'sdr' ? null : (
            <a class="button" href="/console/agreement/draft">
              {draftWords(language).link}
            </a>
          )}
          <button type="button" onClick={() => print()}>
            {shell.print}
          </button>
        </>
      }
    >
      <Places here="agreement" />
      {version.signed ? null : (
        <p class="notice">
          {said.trial}{' '}
          {me.role === 'sdr' ? null : <a href="/console/agreement/first-week">{firstWeekLink(language)}</a>}
        </p>
      )}
      <div class="document">
        <Contents titles={said.sections} label={said.contents} />
        <article lang={language}>
          <Stages {...part} />
          <ScoringTable {...part} />
          <PromisesTable {...part} />
          <HandoffTerms {...part} />
          <TargetTerms {...part} />
          <WhoTerms {...part} />
          <HoursTerms {...part} today={isNow ? wallDateOf(calendar.offsets, Date.now()) : null} />
          <Section id="signatures" title={said.sections.signatures}>
            {version.signatures.length === 0 ? <p class="soft">{said.unsigned}</p> : null}
            <ul class="terms">
              {version.signatures.map(({ member, side, at }) => (
                <li key={member}>{said.signed(nameOf(member), said.promises.parties[side], dateOf(at))}</li>
              ))}
              {definitions.signers
                .filter(({ member }) => !version.signatures.some((signature) => signature.member === member))
                .map(({ member, side }) => (
                  <li key={member}>{said.asked(nameOf(member), said.promises.parties[side])}</li>
                ))}
            </ul>
          </Section>
          <VersionHistory heads={heads} words={said} dateOf={dateOf} nameOf={nameOf} />
        </article>
      </div>
    </Page>
  );
}

function Contents({ titles, label }: { readonly titles: Part['words']['sections']; readonly label: string }) {
  return (
    <nav class="contents" aria-label={label}>
      <ol>
        {Object.entries(titles).map(([id, title]) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
