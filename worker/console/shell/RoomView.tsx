/** Loads the room the address names, keeps its faults inside it, and says what to do about them. */
import { Component, type ComponentChildren, type ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ConsoleWords } from '../../../shared/messages/console/index.ts';
import { HOME, type Room, type RoomProps } from '../rooms.ts';
import { useSession } from '../session.ts';
import { Page } from '../ui/Page.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';

interface Found {
  readonly room: Room;
  readonly props: RoomProps;
}

export function RoomView({ found }: { readonly found: Found | null }) {
  const { words } = useSession();
  if (!found)
    return (
      <Page title={words.nowhere.title}>
        <p>{words.nowhere.text}</p>
        <p>
          <a href={`/console/${HOME}`}>{words.nowhere.home}</a>
        </p>
      </Page>
    );
  const { room, props } = found;
  return (
    <Caught key={room.path} words={words}>
      <Loaded room={room} props={props} />
    </Caught>
  );
}

/** Loaded once, then drawn at once. */
const loaded = new Map<string, ComponentType<RoomProps>>();

function Loaded({ room, props }: Found) {
  const { words } = useSession();
  const [View, setView] = useState<ComponentType<RoomProps> | undefined>(() => loaded.get(room.path));
  const [failed, setFailed] = useState<unknown>(null);
  useEffect(() => {
    if (View) return;
    let isHere = true;
    room.load().then(
      (module) => {
        loaded.set(room.path, module.default);
        if (isHere) setView(() => module.default);
      },
      (error: unknown) => {
        if (isHere) setFailed(error);
      },
    );
    return () => {
      isHere = false;
    };
  }, [room.path]);
  // Thrown while drawing, so that whoever holds this room's faults tells it.
  if (failed !== null) throw failed;
  if (View) return <View {...props} />;
  return (
    <Page title={words.rooms[room.title]}>
      <Skeleton words={words} lines={8} />
    </Page>
  );
}

class Caught extends Component<
  { readonly words: ConsoleWords; readonly children: ComponentChildren },
  { readonly failed: boolean }
> {
  override state = { failed: false };

  static override getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    const { words, children } = this.props;
    if (!this.state.failed) return children;
    return (
      <Page title={words.crashed.title}>
        <p>{words.crashed.text}</p>
        <button type="button" class="strong" onClick={() => location.reload()}>
          {words.crashed.reload}
        </button>
      </Page>
    );
  }
}
