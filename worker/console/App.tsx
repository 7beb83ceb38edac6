/** The console: who is signed in, then the shell with the room the address names. */
import { LocationProvider } from 'preact-iso/router';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Language } from '../../shared/lead/vocabulary.ts';
import { createCache } from './api/cache.ts';
import { CacheContext, useCache, useQuery } from './api/hooks.ts';
import { stayLive } from './api/live.ts';
import { me } from './api/resources.ts';
import { keepLanguage, preferredLanguage, type Session, SessionContext, spoken } from './session.ts';
import { SignedOut } from './shell/SignedOut.tsx';
import { Shell } from './shell/Shell.tsx';
import { Failed } from './ui/Failed.tsx';
import { Skeleton } from './ui/Skeleton.tsx';

export function App() {
  const [isLost, setLost] = useState(false);
  const [language, setLanguage] = useState<Language>(preferredLanguage);
  const cache = useMemo(() => createCache(() => setLost(true)), []);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const speak = (next: Language) => {
    keepLanguage(next);
    setLanguage(next);
  };
  if (isLost) return <SignedOut words={spoken(language).words} />;
  return (
    <CacheContext.Provider value={cache}>
      <LocationProvider scope="/console">
        <Entrance language={language} speak={speak} />
      </LocationProvider>
    </CacheContext.Provider>
  );
}

function Entrance({ language, speak }: Pick<Session, 'language' | 'speak'>) {
  const cache = useCache();
  const { value, failure, reload } = useQuery(me);
  const isKnown = value !== undefined;
  useEffect(() => {
    if (!isKnown) return;
    const leaving = new AbortController();
    stayLive(() => cache.moved(), leaving.signal);
    return () => leaving.abort();
  }, [cache, isKnown]);
  const session = useMemo(() => value && { me: value, ...spoken(language), speak }, [value, language]);
  const { words } = spoken(language);
  if (session)
    return (
      <SessionContext.Provider value={session}>
        <Shell />
      </SessionContext.Provider>
    );
  return (
    <main class="alone">
      {failure ? (
        <Failed failure={failure} words={words} onRetry={reload} />
      ) : (
        <Skeleton words={words} lines={6} />
      )}
    </main>
  );
}
