/** One decision: what was decided and why, who sees to it by when, who decided. */
import type { ReviewWords } from '../../../shared/messages/consoleReview/index.ts';
import type { DecisionView } from '../../../shared/protocol/proposals.ts';
import { Icon } from '../../../shared/ui/Icon.tsx';
import { useSession } from '../session.ts';

interface Props {
  readonly decision: DecisionView;
  readonly words: ReviewWords;
  readonly nameOf: (member: string) => string;
  /** Whether the session it was decided in is led to. */
  readonly linked?: boolean;
}

export function DecisionLine({ decision, words, nameOf, linked = false }: Props) {
  const { format } = useSession();
  const { outcome, text, owner, dueOn, referee, sessionId } = decision;
  const said = words.proposals;
  const who =
    dueOn === null
      ? said.owner(nameOf(owner))
      : said.ownerUntil(nameOf(owner), format.date(Date.parse(dueOn), 0, true));
  const by = referee === null ? said.together : said.referee(nameOf(referee));
  return (
    <div class="decision" data-outcome={outcome}>
      <p>
        <b>
          <Icon name={outcome === 'adopted' ? 'check' : outcome === 'rejected' ? 'close' : 'timer'} />{' '}
          {said.decided[outcome]}:
        </b>{' '}
        {text}
      </p>
      <p class="minor">
        {who} · {by}
        {linked ? (
          <>
            {' · '}
            <a href={`/console/agreement/sessions/${sessionId}`}>{said.inSession}</a>
          </>
        ) : null}
      </p>
    </div>
  );
}
