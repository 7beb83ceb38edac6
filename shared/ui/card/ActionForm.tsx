/** The form of one action, and the words that stand over it. */
import type { Channel } from '../../lead/vocabulary.ts';
import { cardWords } from '../../messages/card/index.ts';
import type { Catalog } from '../../messages/catalog.ts';
import type { CardView } from '../cardView.ts';
import { AssignForm } from './AssignForm.tsx';
import type { Colleague, DoAct } from './cardAct.ts';
import { OptInForm, OptOutForm } from './ChannelForms.tsx';
import { ContestForm } from './ContestForm.tsx';
import { MoveForm } from './MoveForm.tsx';
import { OutcomeChooser } from './OutcomeChooser.tsx';
import { ProposeForm } from './ProposeForm.tsx';
import { ReplyForm } from './ReplyForm.tsx';
import { ReturnForm } from './ReturnForm.tsx';
import { SnoozeForm } from './SnoozeForm.tsx';

export type Doing =
  | { readonly what: 'log'; readonly channel: Channel }
  | { readonly what: 'return'; readonly answer: 'recycled' | 'disqualified' }
  | { readonly what: 'snooze' | 'reply' | 'optOut' | 'optIn' | 'assign' | 'contest' | 'propose' | 'move' };

interface Props {
  readonly doing: Doing;
  readonly view: CardView;
  readonly busy: boolean;
  readonly messages: Catalog;
  readonly act: DoAct;
  readonly colleagues: () => Promise<readonly Colleague[]>;
  readonly onBack: () => void;
}

export function titleOf(doing: Doing, view: CardView, { card, language }: Catalog): string {
  const words = cardWords(language);
  if (doing.what === 'log') return card.howDidItGo(channelOf(view, doing.channel)?.label ?? doing.channel);
  if (doing.what !== 'return') return words[doing.what].title;
  return doing.answer === 'recycled' ? card.whyReturned : words.whyNot;
}

/** Nothing is drawn where the view changed under the form and no longer lets it. */
export function ActionForm({ doing, view, act, colleagues, ...shared }: Props) {
  const { channels, handoff, may } = view;
  switch (doing.what) {
    case 'log': {
      const channel = channelOf(view, doing.channel);
      return channel ? (
        <OutcomeChooser
          {...shared}
          channel={channel}
          askedBy="log-title"
          onChoose={(outcome, at) => void act({ kind: 'attempt.log', channel: doing.channel, outcome, at })}
        />
      ) : null;
    }
    case 'return':
      return (
        <ReturnForm
          {...shared}
          answer={doing.answer}
          reasons={view.reasons}
          stages={view.returnTo}
          onReturn={(returned) => {
            const { correct } = may;
            const body = { answer: doing.answer, ...returned };
            if (correct) void act({ kind: 'handoff.correct', body: { ...body, handoff: correct.handoff } });
            else if (handoff) void act({ kind: 'handoff.answer', body: { ...body, handoff: handoff.id } });
          }}
        />
      );
    case 'snooze':
      return may.snooze ? (
        <SnoozeForm
          {...shared}
          snooze={may.snooze}
          onSnooze={(untilOn, reason) => void act({ kind: 'lead.snooze', body: { untilOn, reason } })}
        />
      ) : null;
    case 'reply':
      return (
        <ReplyForm
          {...shared}
          channels={channels}
          onReply={(channel, outOfOffice) =>
            void act({ kind: 'reply.log', body: outOfOffice ? { channel, outOfOffice } : { channel } })
          }
        />
      );
    case 'optOut':
      return (
        <OptOutForm
          {...shared}
          channels={channels}
          onOptOut={(channel) => void act({ kind: 'lead.optOut', body: { channel } })}
        />
      );
    case 'optIn':
      return (
        <OptInForm
          {...shared}
          channels={channels}
          from={may.optIn}
          onOptIn={(channel, basis) => void act({ kind: 'lead.optIn', body: { channel, basis } })}
        />
      );
    case 'move':
      return (
        <MoveForm {...shared} view={view} onMove={(moved) => void act({ kind: 'stage.set', body: moved })} />
      );
    case 'assign':
      return (
        <AssignForm
          {...shared}
          colleagues={colleagues}
          onAssign={(owner) => void act({ kind: 'owner.assign', body: { owner } })}
        />
      );
    case 'contest':
      return may.contest ? (
        <ContestForm
          {...shared}
          until={may.contest.until}
          onContest={(evidence) =>
            may.contest &&
            void act({ kind: 'handoff.contest', body: { handoff: may.contest.handoff, evidence } })
          }
        />
      ) : null;
    case 'propose':
      return (
        <ProposeForm
          {...shared}
          view={view}
          onPropose={(title, text, about) => void act({ kind: 'propose', title, text, about })}
        />
      );
  }
}

function channelOf({ channels }: CardView, wanted: Channel): CardView['channels'][number] | undefined {
  return channels.find(({ channel }) => channel === wanted);
}
