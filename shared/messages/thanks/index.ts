/** What somebody reads who filled in a form of a site that leads to us, in the language of their browser. */
import type { Language } from '../../lead/vocabulary.ts';

export interface ThanksWords {
  readonly title: string;
  readonly text: string;
  readonly back: string;
}

const WORDS: Readonly<Record<Language, ThanksWords>> = {
  en: { title: 'Thank you', text: 'What you sent has arrived.', back: 'Back to the site' },
  'pt-BR': { title: 'Obrigado', text: 'O que você enviou chegou.', back: 'Voltar ao site' },
  es: { title: 'Gracias', text: 'Lo que enviaste ha llegado.', back: 'Volver al sitio' },
};

export function thanksWords(language: Language): ThanksWords {
  return WORDS[language];
}
