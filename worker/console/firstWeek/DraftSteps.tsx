/** The steps done in the draft: tried, signed, published, each told as it stands. */
import { whenShort } from '../../../shared/ui/when.ts';
import { useAddress } from '../address.ts';
import { useDeed } from '../api/hooks.ts';
import { useSession } from '../session.ts';
import { Failed } from '../ui/Failed.tsx';
import type { StepProps } from './FirstWeek.tsx';
import { draftFrom } from './resources.ts';
import { Step } from './Step.tsx';

const DRAFT = '/console/agreement/draft';

const buttonOf = ({ standing }: StepProps) => (standing === 'now' ? 'button strong' : 'button');

export function PreviewStep(props: StepProps) {
  const { format } = useSession();
  const { words, week, when, nameOf } = props;
  const { draft, previewed } = week;
  const { preview: said } = words;
  return (
    <Step id="preview" {...props} href={DRAFT} undo={said.undoText}>
      {draft && previewed === null ? <p>{said.none}</p> : null}
      {draft && draft.faults > 0 ? <p class="tone-late">{format.plural(draft.faults, said.faults)}</p> : null}
      {previewed ? (
        <p>
          {said.done(
            format.number(previewed.leads),
            previewed.by === null ? '…' : nameOf(previewed.by),
            whenShort(previewed.at, when),
          )}
        </p>
      ) : null}
      {draft ? (
        <div class="buttons">
          <a class={buttonOf(props)} href={DRAFT}>
            {said.open}
          </a>
        </div>
      ) : null}
    </Step>
  );
}

export function SignStep(props: StepProps) {
  const { words, week, nameOf } = props;
  const { draft } = week;
  const { sign: said } = words;
  return (
    <Step id="sign" {...props} href={DRAFT} undo={said.undoText}>
      {draft?.signers.length === 0 ? <p class="tone-late">{said.noSigners}</p> : null}
      {draft ? (
        <>
          <p class="buttons">
            {draft.signers.map(({ member }) => {
              const hasSigned = draft.signed.includes(member);
              const says = hasSigned ? said.signed : said.asked;
              return (
                <span key={member} class={hasSigned ? 'tag ok' : 'tag risk'}>
                  {says(nameOf(member))}
                </span>
              );
            })}
          </p>
          <div class="buttons">
            <a class={buttonOf(props)} href={DRAFT}>
              {said.open}
            </a>
          </div>
        </>
      ) : null}
    </Step>
  );
}

export function ActivateStep(props: StepProps) {
  const { words: common } = useSession();
  const { go } = useAddress();
  const { words, week, when } = props;
  const { activate: said } = words;
  const rolling = useDeed(draftFrom);
  const rollBack = async (version: number) => {
    const answer = await rolling.run(version);
    if (answer.ok) go(DRAFT);
  };
  const standsAt = whenShort(week.effectiveAt, when);
  const { previous } = week;
  return (
    <Step
      id="activate"
      {...props}
      href={DRAFT}
      undo={
        <>
          {said.undoText}
          {/* Somebody else's draft is not written over for it. */}
          {previous === null || week.draft !== null ? null : (
            <button type="button" disabled={rolling.busy} onClick={() => void rollBack(previous)}>
              {said.rollBack(previous)}
            </button>
          )}
        </>
      }
    >
      {rolling.failure ? <Failed failure={rolling.failure} words={common} /> : null}
      <p>
        {!week.trial
          ? said.done(week.version, standsAt)
          : week.trialEndsAt !== null
            ? said.scheduled(whenShort(week.trialEndsAt, when))
            : week.draft?.complete === true
              ? said.ready
              : said.notYet}
      </p>
      {week.trial && week.draft?.complete === true ? (
        <div class="buttons">
          <a class={buttonOf(props)} href={DRAFT}>
            {said.open}
          </a>
        </div>
      ) : null}
    </Step>
  );
}
