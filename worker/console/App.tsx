/** The console: who is signed in, then the shell with the room the address names. */
import { LocationProvider } from 'preact-iso/router';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Language } from '../../shared/lead/vocabulary.ts';
import { createCache } from './api/cache.ts';
import { CacheContext, useCache, useQuery } from './api/hooks.ts';
import { stayLive } from './api/live.ts';
import { me } from './api/resources.ts';
import { keepLanguage, preferredLanguage, type Session, SessionContext } from './session.ts';
import { SignedOut } from './shell/SignedOut.tsx';
import { Shell } from './shell/Shell.tsx';
import { Failed } from './ui/Failed.tsx';
import { Skeleton } from './ui/Skeleton.tsx';
import { type FirstWords, loadWords } from './shell/words/load.ts';

export function App() {
  const [isLost, setLost] = useState(false);
  const [language, setLanguage] = useState<Language>(preferredLanguage);
  const [first, setFirst] = useState<FirstWords | null>(null);
  const cache = useMemo(() => createCache(() => setLost(true)), []);
  useEffect(() => {
    let isWanted = true;
    void loadWords(language).then((loaded) => {
      if (!isWanted) return;
      document.documentElement.lang = language;
      setFirst(loaded);
    });
    return () => {
      isWanted = false;
    };
  }, [language]);
  const speak = (next: Language) => {
    keepLanguage(next);
    setLanguage(next);
  };
  if (isLost && first) return <SignedOut words={first.words} />;
  return (
    <CacheContext.Provider value={cache}>
      <LocationProvider scope="/console">
        <Entrance first={first} speak={speak} />
      </LocationProvider>
    </CacheContext.Provider>
  );
}

interface EntranceProps {
  /** Of this language, or of the one before while it is being loaded. */
  readonly first: FirstWords | null;
  readonly speak: (language: Language) => void;
}

function Entrance({ first, speak }: EntranceProps) {
  const cache = useCache();
  const { value, failure, reload } = useQuery(me);
  const isKnown = value !== undefined;
  useEffect(() => {
    if (!isKnown) return;
    const leaving = new AbortController();
    stayLive(() => cache.moved(), leaving.signal);
    return () => leaving.abort();
  }, [cache, isKnown]);
  const session = useMemo<Session | null>(
    () => (value && first ? { ...first, me: value, format: first.messages.format, speak } : null),
    [value, first],
  );
  if (session)
    return (
      <SessionContext.Provider value={session}>
        <Shell />
      </SessionContext.Provider>
    );
  // Before there are any words there is nothing to say.
  if (!first) return <main class="alone" aria-busy="true" />;
  return (
    <main class="alone">
      {failure ? (
        <Failed failure={failure} words={first.words} onRetry={reload} />
      ) : (
        <Skeleton words={first.words} lines={6} />
      )}
    </main>
  );
}
