/** A section of the document, which the contents lead to, and from which a change of it can be proposed. */
import type { ComponentChildren } from 'preact';
import { reviewWords } from '../../../shared/messages/consoleReview/index.ts';
import type { ProposalAbout } from '../../../shared/protocol/proposals.ts';
import { useSession } from '../session.ts';

interface Props {
  readonly id: string;
  readonly title: string;
  readonly about?: string;
  /** What a proposal from here is about (TGT7). */
  readonly propose?: ProposalAbout['kind'];
  readonly children: ComponentChildren;
}

export function Section({ id, title, about, propose, children }: Props) {
  const { language } = useSession();
  return (
    <section id={id} class="chapter" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} tabIndex={-1}>
        {title}
      </h2>
      {about ? <p class="soft">{about}</p> : null}
      {children}
      {propose ? (
        <p class="propose">
          <a href={`/console/agreement/proposals?new=${propose}`}>
            {reviewWords(language).propose.here}
            <span class="unseen">: {title}</span>
          </a>
        </p>
      ) : null}
    </section>
  );
}
