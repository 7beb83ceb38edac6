/** The agreement by forms: its parts to choose from, the one the address names, and what is wrong there. */
import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { tellingIn } from '../../../../shared/definitions/change/telling.ts';
import type { Version } from '../../../../shared/definitions/version.ts';
import type { FormsWords } from '../../../../shared/messages/forms/words.ts';
import { useAddress } from '../../address.ts';
import { useSession } from '../../session.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import type { PartProps } from './part.ts';
import { PartList } from './PartList.tsx';
import { LOAD } from './loadPart.ts';
import { type PartPath, PARTS } from './parts.ts';
import { StepKeys } from './StepKeys.tsx';
import type { Forms as Writing } from './useForms.ts';
import { showPlace } from './place.ts';
import './forms.css';

interface Props {
  readonly forms: Writing;
  readonly words: FormsWords;
  readonly inForce: Version;
  /** The part the address names, if any. */
  readonly part: string | null;
  /** Where the JSON is shown at a pointer. */
  readonly jsonAt: (pointer: string) => string;
  /** What the draft changes and does: shown where no part is. */
  readonly overview: ComponentChildren;
}

export function Forms({ forms, words, inForce, part: path, jsonAt, overview }: Props) {
  const { language } = useSession();
  const { query } = useAddress();
  const { reading, problems, change, undo, redo } = forms;
  const definitions = reading.ok ? reading.definitions : null;
  const telling = useMemo(() => definitions && tellingIn(definitions, language), [definitions, language]);
  if (definitions === null || telling === null)
    return (
      <section class="panel empty" role="alert">
        <h2>{words.broken.title}</h2>
        <p>{words.broken.text}</p>
        <a class="button strong" href={jsonAt(reading.ok ? '' : reading.pointer)}>
          {words.broken.open}
        </a>
      </section>
    );
  const part = PARTS.find((one) => one.path === path) ?? null;
  const at = query['at'] ?? null;
  const keys = <StepKeys words={words} undo={undo} redo={redo} />;
  return (
    <div class="forms">
      <PartList words={words} problems={problems} here={part} />
      <div class="forms-part">
        {part === null ? (
          <>
            {keys}
            {overview}
          </>
        ) : (
          <Opened
            key={part.path}
            path={part.path}
            words={words}
            keys={keys}
            props={{ definitions, change, problems, telling, inForce, words, at }}
          />
        )}
      </div>
    </div>
  );
}

/** Loaded once, then drawn at once. */
const loaded = new Map<string, ComponentType<PartProps>>();

interface OpenedProps {
  readonly path: PartPath;
  readonly words: FormsWords;
  readonly keys: ComponentChildren;
  readonly props: PartProps;
}

function Opened({ path, words, keys, props }: OpenedProps) {
  const { words: common } = useSession();
  const [View, setView] = useState<ComponentType<PartProps> | undefined>(() => loaded.get(path));
  const [failed, setFailed] = useState<unknown>(null);
  const body = useRef<HTMLElement>(null);
  useEffect(() => {
    if (View) return;
    let isHere = true;
    LOAD[path]().then(
      (module) => {
        loaded.set(path, module.default);
        if (isHere) setView(() => module.default);
      },
      (error: unknown) => {
        if (isHere) setFailed(error);
      },
    );
    return () => {
      isHere = false;
    };
  }, [path]);
  const { at } = props;
  const isDrawn = View !== undefined;
  useEffect(() => {
    if (isDrawn && at !== null && body.current) showPlace(body.current, at);
  }, [isDrawn, at]);
  // Thrown while drawing, so that whoever holds this room's faults tells it.
  if (failed !== null) throw failed;
  return (
    <section class="panel" aria-labelledby="part-title" ref={body}>
      <header>
        <h2 id="part-title">{words.parts[path]}</h2>
        <div class="acts">{keys}</div>
        <p>{words.about[path]}</p>
      </header>
      {View ? <View {...props} /> : <Skeleton words={common} lines={8} />}
    </section>
  );
}
