/** One node of a criterion: a line, a group of them, or either turned round. */
import type { Predicate } from '../../../../../shared/predicate/predicate.ts';
import { Select } from '../../../ui/Select.tsx';
import { Faults } from '../pieces/Told.tsx';
import type { BranchProps } from './building.ts';
import { placesFor } from './carry.ts';
import { Line } from './Line.tsx';
import { MoveTo } from './MoveTo.tsx';
import { sentenceOf } from './sentence.ts';
import { fieldsOf, freshLeaf } from './subject.ts';
import { DEEPEST_GROUP, type How, moved, type Node, nodeOf, predicateOf, turned, without } from './tree.ts';

export function Branch(props: BranchProps) {
  const { building, predicate, pointer, depth, onReplace } = props;
  const node = nodeOf(predicate);
  if (node.kind === 'line') return <Line {...props} leaf={node.leaf} isTurned={false} onTurn={onReplace} />;
  if (node.kind === 'group') return <Group {...props} node={node} isTurned={false} onTurn={onReplace} />;
  const inner = nodeOf(node.inner);
  const place = `${pointer}/not`;
  const within = {
    ...props,
    predicate: node.inner,
    pointer: place,
    depth: depth + 1,
    onReplace: (next: Predicate) => onReplace({ ...predicate, not: next }),
  };
  const turn = () => onReplace(turned(predicate));
  // "Not" is said by the line or the group itself, unless it has a name of its own or stands twice.
  if (node.label === undefined && inner.kind === 'line')
    return <Line {...within} leaf={inner.leaf} isTurned onTurn={turn} />;
  if (node.label === undefined && inner.kind === 'group')
    return <Group {...within} node={inner} isTurned onTurn={turn} />;
  return (
    <fieldset class="branch" data-at={pointer}>
      <legend>{node.label ?? building.said.not}</legend>
      <Branch {...within} onUp={null} onDown={null} />
    </fieldset>
  );
}

interface GroupProps extends BranchProps {
  readonly node: Node & { readonly kind: 'group' };
  readonly isTurned: boolean;
  /** Given the group turned round, or as it was before. */
  readonly onTurn: (next: Predicate) => void;
}

function Group({ building, predicate, node, pointer, depth, isTurned, ...props }: GroupProps) {
  const { said, telling, definitions, problems, change, onOpen } = building;
  const { onReplace, onRemove, onTurn } = props;
  const list = `${pointer}/${node.how}`;
  const { moving } = building;
  const here = moving?.within(list) ?? '';
  /** What is dragged, if it may come in here. */
  const coming = () => {
    const dragged = moving?.dragged.current ?? null;
    if (!moving || dragged === null) return null;
    const places = placesFor(moving.whole, moving.within(dragged));
    return places.some((one) => one.list === here) ? dragged : null;
  };
  const add = (more: Predicate, inside = '') => {
    onReplace(predicateOf({ ...node, nodes: [...node.nodes, more] }));
    onOpen(`${list}/${node.nodes.length}${inside}`);
  };
  const fresh = () => freshLeaf(`field ${fieldsOf(definitions)[0]?.id ?? 'company'}`, definitions);
  const choose = (how: How | 'notAll' | 'notAny') => {
    onOpen(null);
    const wantsTurn = how === 'notAll' || how === 'notAny';
    const next = predicateOf({ ...node, how: how === 'all' || how === 'notAll' ? 'all' : 'any' });
    if (wantsTurn === isTurned) onReplace(next);
    else if (isTurned) onTurn(next);
    else onTurn(turned(next));
  };
  const put = (next: Predicate | undefined) => (next === undefined ? onRemove?.() : onReplace(next));
  const mayRemove = node.nodes.length > 1 || onRemove !== null;
  return (
    <fieldset
      class="branch"
      data-at={pointer}
      onDragOver={(event) => {
        if (coming() === null) return;
        event.preventDefault();
        event.stopPropagation();
      }}
      onDrop={(event) => {
        const dragged = coming();
        if (!moving || dragged === null) return;
        event.preventDefault();
        event.stopPropagation();
        moving.dragged.current = null;
        moving.carry(dragged, here);
      }}
    >
      <legend class="unseen">{node.label ?? (node.how === 'all' ? said.all : said.any)}</legend>
      <div class="branch-head">
        {node.nodes.length === 1 && depth > 1 && !isTurned ? null : (
          <Select
            label={said.how}
            value={isTurned ? (node.how === 'all' ? 'notAll' : 'notAny') : node.how}
            options={[
              ['all', said.all],
              ['any', said.any],
              ['notAll', said.notAll],
              ['notAny', said.notAny],
            ]}
            onChoose={choose}
          />
        )}
        <input
          class="branch-label"
          type="text"
          aria-label={said.label}
          title={said.labelHint}
          placeholder={said.label}
          maxLength={200}
          value={node.label ?? ''}
          onInput={({ currentTarget: { value } }) =>
            change([`${pointer}/label`, value === '' ? undefined : value])
          }
        />
        {depth > 1 ? (
          <MoveTo building={building} pointer={pointer} what={sentenceOf(predicate, telling)} />
        ) : null}
        {depth > 1 && onRemove ? (
          <button type="button" class="quiet" aria-label={said.removeGroup} onClick={onRemove}>
            ×
          </button>
        ) : null}
      </div>
      <Faults pointer={list} problems={problems} />
      <ul>
        {node.nodes.map((inner, place) => (
          <li
            key={place}
            data-place={`${list}/${place}`}
            data-joint={place === 0 ? undefined : said.joints[node.how]}
          >
            <Branch
              building={building}
              predicate={inner}
              pointer={`${list}/${place}`}
              depth={depth + 1}
              onReplace={(next) => onReplace(predicateOf({ ...node, nodes: node.nodes.with(place, next) }))}
              onRemove={
                mayRemove
                  ? () => {
                      onOpen(null);
                      put(without(predicate, place));
                    }
                  : null
              }
              onUp={place > 0 ? () => onReplace(moved(predicate, place, place - 1)) : null}
              onDown={
                place < node.nodes.length - 1 ? () => onReplace(moved(predicate, place, place + 1)) : null
              }
            />
          </li>
        ))}
      </ul>
      <div class="buttons">
        <button type="button" class="quiet" onClick={() => add(fresh())}>
          + {said.add}
        </button>
        {depth < DEEPEST_GROUP ? (
          <button
            type="button"
            class="quiet"
            onClick={() =>
              add(
                node.how === 'all' ? { any: [fresh()] } : { all: [fresh()] },
                node.how === 'all' ? '/any/0' : '/all/0',
              )
            }
          >
            + {said.addGroup}
          </button>
        ) : null}
      </div>
    </fieldset>
  );
}
