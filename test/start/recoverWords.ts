/** What `npm run recover` says in the terminal. */
import type { Language } from '../../shared/lead/vocabulary.ts';

interface RecoverWords {
  readonly usage: string;
  readonly noToken: string;
  readonly unreachable: (url: string) => string;
  readonly refused: (why: string) => string;
  readonly done: (name: string, until: Date, link: string) => string;
}

const OPTIONS = 'npm run recover -- [--url URL] [--workspace ID] [--member ID] [--data DIR]';

export const RECOVER_WORDS: Readonly<Record<Language, RecoverWords>> = {
  en: {
    usage: OPTIONS,
    noToken:
      'No token: set RECOVERY_TOKEN to the one this worker was given, or run it beside the data folder.',
    unreachable: (url) => `Nobody answers at ${url}. Is the worker running? Say where with --url.`,
    refused: (why) => `No link was made. ${why}`,
    done: (name, until, link) =>
      `Open this link as ${name}. It works once, until ${until.toLocaleString('en')}:\n${link}`,
  },
  'pt-BR': {
    usage: OPTIONS,
    noToken: 'Falta o token: defina RECOVERY_TOKEN com o deste worker, ou rode ao lado da pasta de dados.',
    unreachable: (url) => `Ninguém responde em ${url}. O worker está rodando? Diga onde com --url.`,
    refused: (why) => `Nenhum link foi criado. ${why}`,
    done: (name, until, link) =>
      `Abra este link como ${name}. Ele vale uma vez, até ${until.toLocaleString('pt-BR')}:\n${link}`,
  },
  es: {
    usage: OPTIONS,
    noToken:
      'Falta el token: define RECOVERY_TOKEN con el de este worker, o ejecútalo junto a la carpeta de datos.',
    unreachable: (url) => `Nadie responde en ${url}. ¿Está en marcha el worker? Di dónde con --url.`,
    refused: (why) => `No se creó ningún enlace. ${why}`,
    done: (name, until, link) =>
      `Abre este enlace como ${name}. Sirve una sola vez, hasta ${until.toLocaleString('es')}:\n${link}`,
  },
};
