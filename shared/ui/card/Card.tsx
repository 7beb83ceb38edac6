/** The card of one lead: props in, events out. */
import type { Scalar } from '../../lead/facts.ts';
import type { Answer, Channel, Outcome } from '../../lead/vocabulary.ts';
import type { Catalog } from '../../messages/catalog.ts';
import type { CardView } from '../cardView.ts';
import { Icon } from '../Icon.tsx';
import { ScoreWhy } from '../ScoreWhy.tsx';
import type { ToastView } from '../buildToast.ts';
import { CardActions } from './CardActions.tsx';
import { CardAgreement } from './CardAgreement.tsx';
import { CardHead } from './CardHead.tsx';
import { CardNext } from './CardNext.tsx';
import { Part } from '../Part.tsx';
import type { Returned } from './ReturnForm.tsx';
import { syncWords } from '../syncWords.ts';
import { Toast } from '../Toast.tsx';

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
  readonly onLog: (channel: Channel, outcome: Outcome, at?: number) => Promise<boolean>;
  readonly onAnswer: (answer: Answer, returned?: Returned) => Promise<boolean>;
  readonly onSet: (field: string, value: Scalar) => void;
  readonly onUndo: (toast: ToastView) => void;
  readonly onElsewhere: (() => void) | null;
  readonly onClose: () => void;
}

export function Card(props: CardProps) {
  const { view, now, messages, busy, problem, toast, sure } = props;
  return (
    <main class="card" aria-label={messages.card.title(view.name)}>
      <CardHead view={view} messages={messages} />
      <CardAgreement view={view} now={now} messages={messages} />
      {view.next && (
        <CardNext next={view.next} busy={busy} messages={messages} onSet={sure ? props.onSet : null} />
      )}
      <Part id="why" title={view.why.title}>
        {view.why.rules.length > 0 ? (
          <ScoreWhy rules={view.why.rules} signed={messages.format.signed} />
        ) : (
          <p class="hint">{messages.card.whyEmpty}</p>
        )}
      </Part>
      {view.rejected.length > 0 && (
        <ul class="part rejected">
          {view.rejected.map((words) => (
            <li key={words} class="notice late">
              {words}
            </li>
          ))}
        </ul>
      )}
      <div class="dock">
        <CardActions
          view={view}
          sure={sure}
          busy={busy}
          messages={messages}
          onLog={props.onLog}
          onAnswer={props.onAnswer}
          onElsewhere={props.onElsewhere}
        />
        <Toast toast={toast} problem={problem} now={now} messages={messages} onUndo={props.onUndo} />
      </div>
      <footer class="foot">
        <span>{view.version}</span>
        <span>{syncWords(view, now, messages)}</span>
      </footer>
      <button type="button" class="close" aria-label={messages.card.close} onClick={props.onClose}>
        <Icon name="close" size={14} />
      </button>
    </main>
  );
}
