/** The card of one lead, the same on every face: props in, acts out. */
import type { Scalar } from '../../lead/facts.ts';
import { cardWords } from '../../messages/card/index.ts';
import type { Catalog } from '../../messages/catalog.ts';
import type { ToastView } from '../buildToast.ts';
import type { CardView } from '../cardView.ts';
import { Part } from '../Part.tsx';
import { ScoreWhy } from '../ScoreWhy.tsx';
import { Toast } from '../Toast.tsx';
import type { Colleague, DoAct } from './cardAct.ts';
import { CardAccount } from './CardAccount.tsx';
import { CardActions } from './CardActions.tsx';
import { CardAgreement } from './CardAgreement.tsx';
import { CardBrief } from './CardBrief.tsx';
import { CardClose } from './CardClose.tsx';
import { CardFoot } from './CardFoot.tsx';
import { CardHead } from './CardHead.tsx';
import { CardHistory } from './CardHistory.tsx';
import { CardNext } from './CardNext.tsx';
import { CardPersona } from './CardPersona.tsx';

export interface CardProps {
  readonly view: CardView;
  /** Epoch ms by the workspace's clock. */
  readonly now: number;
  readonly messages: Catalog;
  readonly busy: boolean;
  readonly problem: string | null;
  readonly toast: ToastView | null;
  /** Nothing can lie over the card unseen: what cannot be undone is offered too (OVR2). Null = not known yet. */
  readonly sure: boolean | null;
  readonly online: boolean;
  readonly act: DoAct;
  /** Who the lead may be given to, asked when a manager wants to. */
  readonly colleagues: () => Promise<readonly Colleague[]>;
  /** Resolves to whether the clipboard has it. */
  readonly copy: (text: string) => Promise<boolean>;
  readonly onMoreHistory: (() => void) | null;
  readonly onOpen: ((leadId: string) => void) | null;
  readonly onUndo: (toast: ToastView) => void;
  readonly onElsewhere: (() => void) | null;
  readonly onClose: (() => void) | null;
  /** What it is on its page: all of it when left out, or a part beside others. */
  readonly frame?: 'main' | 'section';
}

export function Card(props: CardProps) {
  const { view, now, messages, busy, sure, act, frame: Frame = 'main' } = props;
  const { may, next, persona } = view;
  const asked = new Set(next?.criteria.flatMap(({ ask }) => ask?.field ?? []));
  const onSet =
    sure && may.set ? (field: string, value: Scalar) => void act({ kind: 'lead.set', field, value }) : null;
  // A hand-off that waits for its answer is answered first.
  const onMove =
    sure && may.stage && !may.answer
      ? (stage: string) => void act({ kind: 'stage.set', body: { stage } })
      : null;
  const onUse = (material: string) =>
    persona && void act({ kind: 'material.use', body: { persona: persona.id, material } });
  return (
    <Frame class={`card ${view.trial ? 'trial' : ''}`} aria-label={messages.card.title(view.name)}>
      <CardHead view={view} messages={messages} />
      {view.rejected.length > 0 && (
        <ul class="part rejected">
          {view.rejected.map((words) => (
            <li key={words} class="notice late">
              {words}
            </li>
          ))}
        </ul>
      )}
      <CardAgreement view={view} now={now} messages={messages} />
      {view.brief && (
        <CardBrief brief={view.brief} askedBefore={asked} busy={busy} messages={messages} onSet={onSet} />
      )}
      {next && <CardNext next={next} busy={busy} messages={messages} onSet={onSet} onMove={onMove} />}
      <Part id="why" title={view.why.title}>
        {view.why.rules.length > 0 ? (
          <ScoreWhy
            why={view.why}
            signed={messages.format.signed}
            totalLabel={cardWords(messages.language).why.total}
          />
        ) : (
          <p class="hint">{messages.card.whyEmpty}</p>
        )}
      </Part>
      {persona && (
        <CardPersona
          persona={persona}
          messages={messages}
          copy={props.copy}
          onUse={sure && may.material ? onUse : null}
        />
      )}
      {view.account && <CardAccount account={view.account} messages={messages} onOpen={props.onOpen} />}
      {view.history.total > 0 && (
        <CardHistory history={view.history} messages={messages} onMore={props.onMoreHistory} />
      )}
      <div class="dock">
        <CardActions
          view={view}
          sure={sure}
          busy={busy}
          messages={messages}
          act={act}
          colleagues={props.colleagues}
          onElsewhere={props.onElsewhere}
        />
        <Toast
          toast={props.toast}
          problem={props.problem}
          now={now}
          messages={messages}
          onUndo={props.onUndo}
        />
      </div>
      <CardFoot view={view} now={now} online={props.online} messages={messages} />
      <CardClose messages={messages} onClose={props.onClose} />
    </Frame>
  );
}
