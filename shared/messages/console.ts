/** What the console says around its rooms: menu, session, what went wrong and the next step. */
import type { Language } from '../lead/vocabulary.ts';

export type ConsoleFailure =
  'offline' | 'signed-out' | 'forbidden' | 'not-found' | 'conflict' | 'invalid' | 'too-many' | 'broken';

export interface ConsoleWords {
  readonly rooms: {
    readonly today: string;
    readonly leads: string;
    readonly agreement: string;
    readonly closedLoop: string;
    readonly team: string;
    readonly connections: string;
  };
  readonly menu: string;
  readonly skip: string;
  readonly language: string;
  readonly signOut: string;
  readonly signIn: string;
  readonly signedOut: { readonly title: string; readonly text: string };
  readonly nowhere: { readonly title: string; readonly text: string; readonly home: string };
  readonly offline: string;
  readonly loading: string;
  /** Of a report over very many leads. */
  readonly counting: (percent: string) => string;
  readonly retry: string;
  readonly close: string;
  readonly cancel: string;
  readonly undo: string;
  readonly clear: string;
  readonly print: string;
  readonly asTable: string;
  readonly crashed: { readonly title: string; readonly text: string; readonly reload: string };
  readonly failures: Readonly<Record<ConsoleFailure, string>>;
}

const en: ConsoleWords = {
  rooms: {
    today: 'Today',
    leads: 'Leads',
    agreement: 'Agreement',
    closedLoop: 'Closed loop',
    team: 'Team',
    connections: 'Connections',
  },
  menu: 'Menu',
  skip: 'Skip to the content',
  language: 'Language',
  signOut: 'Sign out',
  signIn: 'Sign in again',
  signedOut: {
    title: 'You are signed out',
    text: 'This browser is no longer signed in. Nothing you saved is lost.',
  },
  nowhere: {
    title: 'There is nothing here',
    text: 'This address leads to no room of the console.',
    home: 'Go to Today',
  },
  offline: 'No connection. What you see may be out of date; it goes on by itself once you are back online.',
  loading: 'Loading…',
  counting: (percent) => `Counting… ${percent}`,
  retry: 'Try again',
  close: 'Close',
  cancel: 'Cancel',
  undo: 'Undo',
  clear: 'Clear',
  print: 'Print',
  asTable: 'As a table',
  crashed: {
    title: 'This part did not work',
    text: 'It is our fault, not yours. Load the page again; if it comes back, tell an admin what you were doing.',
    reload: 'Load again',
  },
  failures: {
    offline: 'The workspace cannot be reached. Check your connection and try again.',
    'signed-out': 'You are signed out. Sign in again.',
    forbidden: 'Your role may not see or do this. Ask an admin if you need it.',
    'not-found': 'It is not here: it may have been removed, or you may not see it.',
    conflict: 'It changed meanwhile. Look at it again and decide anew.',
    invalid: 'Something in it is not as expected. See what is marked.',
    'too-many': 'Too many requests at once. Wait a moment and try again.',
    broken: 'The workspace answered in a way we did not expect. Try again in a moment.',
  },
};

const ptBR: ConsoleWords = {
  rooms: {
    today: 'Hoje',
    leads: 'Leads',
    agreement: 'Acordo',
    closedLoop: 'Devolutivas',
    team: 'Equipe',
    connections: 'Conexões',
  },
  menu: 'Menu',
  skip: 'Pular para o conteúdo',
  language: 'Idioma',
  signOut: 'Sair',
  signIn: 'Entrar de novo',
  signedOut: {
    title: 'Você saiu',
    text: 'Este navegador não está mais conectado. Nada do que você salvou se perdeu.',
  },
  nowhere: {
    title: 'Não há nada aqui',
    text: 'Este endereço não leva a nenhuma seção do painel.',
    home: 'Ir para Hoje',
  },
  offline: 'Sem conexão. O que você vê pode estar desatualizado; atualiza sozinho quando a conexão voltar.',
  loading: 'Carregando…',
  counting: (percent) => `Contando… ${percent}`,
  retry: 'Tentar de novo',
  close: 'Fechar',
  cancel: 'Cancelar',
  undo: 'Desfazer',
  clear: 'Limpar',
  print: 'Imprimir',
  asTable: 'Em tabela',
  crashed: {
    title: 'Esta parte não funcionou',
    text: 'A falha é nossa, não sua. Carregue a página de novo; se voltar, conte a um administrador o que você fazia.',
    reload: 'Carregar de novo',
  },
  failures: {
    offline: 'Não foi possível falar com o espaço de trabalho. Verifique a conexão e tente de novo.',
    'signed-out': 'Você saiu. Entre de novo.',
    forbidden: 'Seu papel não permite ver ou fazer isto. Peça a um administrador se precisar.',
    'not-found': 'Não está aqui: pode ter sido removido, ou você não pode ver.',
    conflict: 'Mudou enquanto isso. Olhe de novo e decida outra vez.',
    invalid: 'Algo não está como esperado. Veja o que está marcado.',
    'too-many': 'Pedidos demais de uma vez. Espere um momento e tente de novo.',
    broken: 'O espaço de trabalho respondeu de um jeito inesperado. Tente de novo em instantes.',
  },
};

const es: ConsoleWords = {
  rooms: {
    today: 'Hoy',
    leads: 'Leads',
    agreement: 'Acuerdo',
    closedLoop: 'Retroalimentación',
    team: 'Equipo',
    connections: 'Conexiones',
  },
  menu: 'Menú',
  skip: 'Saltar al contenido',
  language: 'Idioma',
  signOut: 'Salir',
  signIn: 'Entrar de nuevo',
  signedOut: {
    title: 'Saliste',
    text: 'Este navegador ya no está conectado. Nada de lo que guardaste se perdió.',
  },
  nowhere: {
    title: 'Aquí no hay nada',
    text: 'Esta dirección no lleva a ninguna sección del panel.',
    home: 'Ir a Hoy',
  },
  offline: 'Sin conexión. Lo que ves puede no estar al día; se actualiza solo cuando vuelva la conexión.',
  loading: 'Cargando…',
  counting: (percent) => `Contando… ${percent}`,
  retry: 'Intentar de nuevo',
  close: 'Cerrar',
  cancel: 'Cancelar',
  undo: 'Deshacer',
  clear: 'Borrar',
  print: 'Imprimir',
  asTable: 'En tabla',
  crashed: {
    title: 'Esta parte no funcionó',
    text: 'La falla es nuestra, no tuya. Carga la página de nuevo; si vuelve, cuéntale a un administrador qué hacías.',
    reload: 'Cargar de nuevo',
  },
  failures: {
    offline: 'No se pudo hablar con el espacio de trabajo. Revisa la conexión e inténtalo de nuevo.',
    'signed-out': 'Saliste. Entra de nuevo.',
    forbidden: 'Tu rol no permite ver o hacer esto. Pídelo a un administrador si lo necesitas.',
    'not-found': 'No está aquí: puede que se haya quitado, o que no puedas verlo.',
    conflict: 'Cambió mientras tanto. Míralo de nuevo y decide otra vez.',
    invalid: 'Algo no está como se esperaba. Mira lo que está marcado.',
    'too-many': 'Demasiadas solicitudes a la vez. Espera un momento e inténtalo de nuevo.',
    broken: 'El espacio de trabajo respondió de una forma inesperada. Inténtalo de nuevo en un momento.',
  },
};

const WORDS: Readonly<Record<Language, ConsoleWords>> = { en, 'pt-BR': ptBR, es };

export function consoleWords(language: Language): ConsoleWords {
  return WORDS[language];
}

/** Each language by its own name, as people look for it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  'pt-BR': 'Português (Brasil)',
  es: 'Español',
};
