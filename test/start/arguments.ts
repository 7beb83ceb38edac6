/** The options of `npm start` and `npm run serve`. */
import { parseArgs } from 'node:util';
import { LANGUAGES, type Language } from '../../shared/lead/vocabulary.ts';

export interface StartArguments {
  readonly data: string;
  readonly port: number;
  /** As asked for, else the system's. */
  readonly language: Language;
  readonly once: boolean;
  readonly headless: boolean;
}

export const DEFAULT_PORT = 8787;

/** The arguments, or a sentence saying which is wrong. */
export function readArguments(argv: readonly string[]): StartArguments | { readonly wrong: string } {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        data: { type: 'string', default: '.data' },
        port: { type: 'string' },
        lang: { type: 'string' },
        once: { type: 'boolean', default: false },
        headed: { type: 'boolean', default: false },
        headless: { type: 'boolean', default: false },
      },
    });
    const port = Number(values.port ?? DEFAULT_PORT);
    if (!Number.isInteger(port) || port < 1 || port > 65_535)
      return { wrong: '--port takes a number from 1 to 65535.' };
    const asked = LANGUAGES.find((language) => language === values.lang);
    if (values.lang !== undefined && !asked) return { wrong: `--lang takes ${LANGUAGES.join(', ')}.` };
    return {
      data: values.data,
      port,
      language: asked ?? systemLanguage(),
      once: values.once,
      headless: values.headed ? false : values.headless || values.once || !hasDisplay(),
    };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return {
      wrong: `${said.split('.')[0]}. Known: --data DIR, --port N, --lang, --once, --headed, --headless.`,
    };
  }
}

export function systemLanguage(): Language {
  const tag =
    process.env.LC_ALL ||
    process.env.LC_MESSAGES ||
    process.env.LANG ||
    Intl.DateTimeFormat().resolvedOptions().locale;
  if (/^pt/i.test(tag)) return 'pt-BR';
  return /^es/i.test(tag) ? 'es' : 'en';
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
