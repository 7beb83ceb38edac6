/** Who is signed in and in which language they are spoken to: known to every room. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { LANGUAGES, type Language } from '../../shared/lead/vocabulary.ts';
import type { Format } from '../../shared/messages/format.ts';
import { languageOf } from '../../shared/messages/language.ts';
import type { MeResponse } from '../../shared/protocol/people.ts';
import type { FirstWords } from './shell/words/load.ts';

export interface Session extends FirstWords {
  readonly me: MeResponse;
  readonly format: Format;
  readonly speak: (language: Language) => void;
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('no session above this component');
  return session;
}

const CHOSEN = 'combinado.language';

/** What the person chose in this browser, else what the browser prefers among those we speak. */
export function preferredLanguage(): Language {
  const chosen = localStorage.getItem(CHOSEN);
  return LANGUAGES.find((language) => language === chosen) ?? languageOf(navigator.language);
}

export function keepLanguage(language: Language): void {
  localStorage.setItem(CHOSEN, language);
}
