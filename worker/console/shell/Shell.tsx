/** Around every room: skip link, menu, who is signed in, the word when the connection is gone. */
import { useEffect, useRef } from 'preact/hooks';
import * as z from 'zod';
import { LANGUAGES } from '../../../shared/lead/vocabulary.ts';
import { LANGUAGE_NAMES } from '../../../shared/messages/console/languageNames.ts';
import { request } from '../api/request.ts';
import { useAddress } from '../address.ts';
import { HOME, roomAt, roomsFor } from '../rooms.ts';
import { useSession } from '../session.ts';
import { OfflineWord } from './OfflineWord.tsx';
import { RoomView } from './RoomView.tsx';

export function Shell() {
  const { words } = useSession();
  const { path, go } = useAddress();
  const main = useRef<HTMLElement>(null);
  const isRoot = path === '/console';
  useEffect(() => {
    if (isRoot) go(`/console/${HOME}`, 'replace');
  }, [isRoot]);
  return (
    <div class="shell">
      <a
        class="skip"
        href="#content"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {words.skip}
      </a>
      <Menu path={path} />
      <main id="content" ref={main} tabIndex={-1}>
        <OfflineWord />
        <RoomView found={roomAt(path)} />
      </main>
    </div>
  );
}

function Menu({ path }: { readonly path: string }) {
  const { me, words } = useSession();
  const rooms = roomsFor(me.role);
  const here = roomAt(path)?.room;
  return (
    <header class="menu">
      <p class="brand">Combinado</p>
      <nav aria-label={words.menu}>
        <ul>
          {rooms.map((room) => (
            <li key={room.path}>
              <a
                href={`/console/${room.path}`}
                aria-current={room.title === here?.title ? 'page' : undefined}
              >
                {words.rooms[room.title]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Person />
    </header>
  );
}

function Person() {
  const { me, words, language, speak } = useSession();
  const signOut = async () => {
    await request(z.unknown(), 'DELETE /v1/session', { key: crypto.randomUUID() });
    location.assign('/console');
  };
  return (
    <div class="person">
      <p>
        <b>{me.name}</b> <span>{me.workspaceName}</span>
      </p>
      <label>
        <span class="unseen">{words.language}</span>
        <select
          value={language}
          onChange={({ currentTarget }) => {
            const next = LANGUAGES.find((one) => one === currentTarget.value);
            if (next) speak(next);
          }}
        >
          {LANGUAGES.map((one) => (
            <option key={one} value={one} lang={one}>
              {LANGUAGE_NAMES[one]}
            </option>
          ))}
        </select>
      </label>
      <button type="button" class="quiet" onClick={() => void signOut()}>
        {words.signOut}
      </button>
    </div>
  );
}
