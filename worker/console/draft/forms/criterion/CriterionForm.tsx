/**
 * A criterion put together line by line (PRD1): each line reads as a sentence and opens into its form;
 * lines stand in groups of all or any, which may be turned round. Everything can be done by the keyboard.
 */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Predicate } from '../../../../../shared/predicate/predicate.ts';
import { criterionFormWords } from '../../../../../shared/messages/criterionForm/index.ts';
import { useSession } from '../../../session.ts';
import { useFocusOn } from '../../../ui/useFocusOn.ts';
import type { PartProps } from '../part.ts';
import { isUnder, valueOf } from '../pointer.ts';
import { Faults } from '../pieces/Told.tsx';
import { Branch } from './Branch.tsx';
import type { Building } from './building.ts';
import { carry, type Carried, groupsOf, surrounded } from './carry.ts';
import { groupName } from './MoveTo.tsx';
import { freshLeaf, fieldsOf } from './subject.ts';
import { joined, nodeOf } from './tree.ts';
import { sentenceOf } from './sentence.ts';
import './criterion.css';

interface Props extends Pick<PartProps, 'definitions' | 'change' | 'problems' | 'telling' | 'at'> {
  readonly label: string;
  readonly pointer: string;
  readonly predicate: Predicate | undefined;
  readonly decides: Building['decides'];
  /** It may ask for nothing at all. */
  readonly isOptional?: boolean;
}

export function CriterionForm({ label, pointer, predicate, isOptional = false, at, ...part }: Props) {
  const { language } = useSession();
  const said = criterionFormWords(language);
  const id = useId();
  const box = useRef<HTMLElement>(null);
  const focusOn = useFocusOn();
  const [open, onOpen] = useState<string | null>(() => (at !== null && isUnder(at, pointer) ? at : null));
  useEffect(() => {
    if (at !== null && isUnder(at, pointer)) onOpen(at);
  }, [at, pointer]);
  const { definitions, change, telling } = part;
  const [went, setWent] = useState('');
  const dragged = useRef<string | null>(null);
  const within = (place: string) => place.slice(pointer.length).replace(/(?:\/not)+$/, '');
  /** Read out, and the focus goes along. */
  const land = (carried: Carried | null) => {
    if (carried === null) return;
    onOpen(null);
    change([pointer, carried.whole]);
    const one = carried.pointer;
    const list = one.slice(0, one.lastIndexOf('/'));
    const group = groupsOf(carried.whole).find((place) => place.list === list);
    const moved = valueOf(carried.whole, one);
    setWent(
      said.moved(
        sentenceOf(moved as Predicate, telling),
        group === undefined ? '' : groupName(building, group.group, group.pointer),
      ),
    );
    focusOn(() => {
      const at = box.current?.querySelector(`[data-place="${CSS.escape(pointer + one)}"]`);
      return at?.querySelector<HTMLElement>('.line-said, button');
    });
  };
  const building: Building = {
    ...part,
    said,
    open,
    onOpen,
    focusOn,
    moving: {
      whole: predicate ?? { all: [] },
      within,
      isTurned: (place) => place.endsWith('/not'),
      carry: (place, list) => land(predicate ? carry(predicate, within(place), list) : null),
      surround: (place) => land(predicate ? surrounded(predicate, within(place)) : null),
      dragged,
    },
  };
  const fresh = () => freshLeaf(`field ${fieldsOf(definitions)[0]?.id ?? 'company'}`, definitions);
  const write = (next: Predicate | undefined) => change([pointer, next]);
  /** Up and down lead from line to line. */
  const walk = (event: KeyboardEvent) => {
    const from = event.target;
    if (event.altKey || !(from instanceof HTMLElement) || !from.matches('.line-said')) return;
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    const lines = [...(box.current?.querySelectorAll<HTMLElement>('.line-said') ?? [])];
    const next = lines[lines.indexOf(from) + by];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  const isGroup = predicate !== undefined && nodeOf(predicate).kind === 'group';
  return (
    <section class="criterion" aria-labelledby={id} data-at={pointer} ref={box} onKeyDown={walk}>
      <h3 id={id}>{label}</h3>
      {predicate === undefined ? (
        <>
          <p class="minor">{said.none}</p>
          <button
            type="button"
            onClick={() => {
              write(fresh());
              onOpen(pointer);
            }}
          >
            + {said.begin}
          </button>
        </>
      ) : (
        <>
          <p class="criterion-whole">
            <span class="unseen">{said.whole}: </span>
            {sentenceOf(predicate, telling)}
          </p>
          <Branch
            building={building}
            predicate={predicate}
            pointer={pointer}
            depth={1}
            onReplace={write}
            onRemove={isOptional ? () => write(undefined) : null}
            onUp={null}
            onDown={null}
          />
          <div class="buttons">
            {isGroup ? null : (
              <>
                {(['all', 'any'] as const).map((how) => (
                  <button
                    key={how}
                    type="button"
                    class="quiet"
                    onClick={() => {
                      write(joined(predicate, how, fresh()));
                      onOpen(`${pointer}/${how}/1`);
                    }}
                  >
                    + {how === 'all' ? said.and : said.or}
                  </button>
                ))}
              </>
            )}
            {isOptional ? (
              <button type="button" class="quiet" onClick={() => write(undefined)}>
                {said.drop}
              </button>
            ) : null}
          </div>
        </>
      )}
      <p role="status" class="unseen">
        {went}
      </p>
      <Faults pointer={pointer} problems={part.problems} />
    </section>
  );
}
