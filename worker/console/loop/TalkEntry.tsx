/** One hand-off as both sides talked about it: how it stands, who said what, what the reader may do. */
import { workspaceCalendarOf } from '../../../shared/lead/versionAt.ts';
import type { Version } from '../../../shared/definitions/version.ts';
import type { LoopWords } from '../../../shared/messages/consoleLoop/index.ts';
import type { Talk, TalkAct, TalkLine } from '../../../shared/protocol/talks.ts';
import { useSession } from '../session.ts';
import { offsetMsAt } from '../ui/dates.ts';

interface Props {
  readonly talk: Talk;
  readonly version: Version;
  readonly words: LoopWords;
  readonly nameOf: (member: string) => string;
  readonly onAct: (act: TalkAct) => void;
}

export function TalkEntry({ talk, version, words, nameOf, onAct }: Props) {
  const { messages, format } = useSession();
  const said = words.talks;
  const { lead, contest } = talk;
  const { definitions } = version;
  const calendar = workspaceCalendarOf(version);
  const name = leadName(talk, messages.words.unnamed);
  const source = definitions.sources.find(({ id }) => id === lead.source)?.label ?? lead.source;
  const owner = lead.owner === null ? words.nobody : nameOf(lead.owner);
  const about = [lead.name === null ? null : lead.company, source, lead.campaign, owner].filter(Boolean);
  const dateOf = (at: number) => {
    const offset = offsetMsAt(calendar, at);
    return `${format.date(at, offset)} ${format.time(at, offset)}`;
  };
  const reasonOf = (id: string | null) =>
    definitions.handoff.reasons.find((one) => one.id === id)?.label ?? id;
  const told = (line: TalkLine) => {
    switch (line.kind) {
      case 'answered':
      case 'corrected': {
        const answer = line.answer === null ? '' : messages.words.answers[line.answer];
        const whole = [answer, reasonOf(line.reason)].filter(Boolean).join(' · ');
        return line.kind === 'answered' ? whole : said.lines.corrected(whole);
      }
      case 'decided':
        return said.lines.decided[line.outcome ?? 'upheld'];
      case 'contested':
      case 'commented':
        return said.lines[line.kind];
    }
  };
  return (
    <li class="talk" data-handoff={talk.handoff}>
      <h3>
        <a href={`/console/leads/${lead.id}`}>{name}</a>
      </h3>
      <p class="soft">{about.join(' · ')}</p>
      {contest === null ? null : (
        <p class={contest === 'waiting' ? 'standing tone-risk' : 'standing'}>{said.contest[contest]}</p>
      )}
      {talk.contestUntil === null ? null : (
        <p class="standing soft">{said.until(dateOf(talk.contestUntil))}</p>
      )}
      <ol>
        {talk.said.map((line) => (
          <li key={line.id} data-said={line.kind}>
            <p class="soft">
              <b>{nameOf(line.by)}</b> · {told(line)} ·{' '}
              <time dateTime={new Date(line.at).toISOString()}>{dateOf(line.at)}</time>
            </p>
            {line.text === null ? null : <blockquote>{line.text}</blockquote>}
          </li>
        ))}
      </ol>
      {talk.may.length === 0 ? null : (
        <div class="acts">
          {talk.may.map((act) => (
            <button
              key={act}
              type="button"
              class={act === 'decide' ? 'strong' : ''}
              aria-label={said.actOn(said.acts[act], name)}
              onClick={() => onAct(act)}
            >
              {said.acts[act]}
            </button>
          ))}
        </div>
      )}
    </li>
  );
}

export function leadName({ lead }: Talk, unnamed: string): string {
  return lead.name ?? lead.company ?? unnamed;
}
