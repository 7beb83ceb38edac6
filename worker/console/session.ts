/** Who is signed in and in which language they are spoken to: known to every room. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { LANGUAGES, type Language } from '../../shared/lead/vocabulary.ts';
import { languageOf } from '../../shared/messages/catalog.ts';
import { type ConsoleWords, consoleWords } from '../../shared/messages/console.ts';
import { type Format, formatOf } from '../../shared/messages/format.ts';
import type { MeResponse } from '../../shared/protocol/people.ts';

export interface Session {
  readonly me: MeResponse;
  readonly language: Language;
  readonly words: ConsoleWords;
  readonly format: Format;
  readonly speak: (language: Language) => void;
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('no session above this component');
  return session;
}

/** Intl's formats are dear to make: one set per language. */
export function spoken(language: Language): Pick<Session, 'language' | 'words' | 'format'> {
  return { language, words: consoleWords(language), format: formatFor(language) };
}

const formats = new Map<Language, Format>();

function formatFor(language: Language): Format {
  const known = formats.get(language);
  if (known) return known;
  const made = formatOf(language);
  formats.set(language, made);
  return made;
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
