/** The console: who is signed in, then the shell with the room the address names. */
import { LocationProvider } from 'preact-iso/router';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Language } from '../../shared/lead/vocabulary.ts';
import type { Catalog } from '../../shared/messages/catalog.ts';
import { consoleWords } from '../../shared/messages/console/index.ts';
import { loadMessages } from '../../shared/messages/load.ts';
import { createCache } from './api/cache.ts';
import { CacheContext, useCache, useQuery } from './api/hooks.ts';
import { stayLive } from './api/live.ts';
import { me } from './api/resources.ts';
import { keepLanguage, preferredLanguage, type Session, SessionContext } from './session.ts';
import { SignedOut } from './shell/SignedOut.tsx';
import { Shell } from './shell/Shell.tsx';
import { Failed } from './ui/Failed.tsx';
import { Skeleton } from './ui/Skeleton.tsx';

export function App() {
  const [isLost, setLost] = useState(false);
  const [language, setLanguage] = useState<Language>(preferredLanguage);
  const [messages, setMessages] = useState<Catalog | null>(null);
  const cache = useMemo(() => createCache(() => setLost(true)), []);
  useEffect(() => {
    document.documentElement.lang = language;
    let isWanted = true;
    void loadMessages(language).then((loaded) => {
      if (isWanted) setMessages(loaded);
    });
    return () => {
      isWanted = false;
    };
  }, [language]);
  const speak = (next: Language) => {
    keepLanguage(next);
    setLanguage(next);
  };
  if (isLost) return <SignedOut words={consoleWords(language)} />;
  return (
    <CacheContext.Provider value={cache}>
      <LocationProvider scope="/console">
        <Entrance language={language} messages={messages} speak={speak} />
      </LocationProvider>
    </CacheContext.Provider>
  );
}

interface EntranceProps {
  readonly language: Language;
  /** Of this language, or of the one before while it is being loaded. */
  readonly messages: Catalog | null;
  readonly speak: (language: Language) => void;
}

function Entrance({ language, messages, speak }: EntranceProps) {
  const cache = useCache();
  const { value, failure, reload } = useQuery(me);
  const isKnown = value !== undefined;
  useEffect(() => {
    if (!isKnown) return;
    const leaving = new AbortController();
    stayLive(() => cache.moved(), leaving.signal);
    return () => leaving.abort();
  }, [cache, isKnown]);
  const words = consoleWords(language);
  const session = useMemo<Session | null>(
    () =>
      value && messages ? { me: value, language, words, messages, format: messages.format, speak } : null,
    [value, messages, language],
  );
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
