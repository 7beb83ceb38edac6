/** What "my day" and the side panel say beyond the catalog's `popup`. */
import type { Language } from '../lead/vocabulary.ts';
import { formatOf } from './format.ts';

type Count = (n: number) => string;

export interface DayWords {
  readonly groups: { readonly paused: string; readonly done: string };
  readonly search: {
    readonly label: string;
    readonly hint: string;
    readonly none: string;
    readonly found: Count;
  };
  /** Opens what can be done on the spot. */
  readonly actions: (name: string) => string;
  readonly snooze: string;
  readonly resume: string;
  readonly howSnooze: (name: string) => string;
  readonly notSent: string;
  readonly unsettled: {
    readonly title: string;
    readonly waiting: string;
    readonly refused: string;
    readonly show: string;
    readonly kept: string;
    readonly gone: string;
  };
  readonly notices: {
    readonly title: string;
    readonly open: Count;
    readonly none: string;
    readonly readAll: string;
    readonly more: string;
    readonly partly: string;
    readonly unread: string;
  };
  readonly beside: string;
  readonly settings: string;
  readonly offline: string;
  readonly trial: string;
  readonly first: string;
  readonly cut: (shown: string, all: string) => string;
  readonly teach: { readonly title: string; readonly steps: readonly string[]; readonly sites: string };
  readonly panel: {
    readonly title: string;
    readonly next: string;
    readonly previous: string;
    readonly place: (place: number, of: number) => string;
    readonly follow: string;
    readonly followHint: string;
    readonly empty: string;
    readonly emptyHint: string;
    readonly unpin: string;
  };
}

const plural = (language: Language) => {
  const format = formatOf(language);
  return (one: string, other: string) => (n: number) => format.plural(n, { one, other });
};
const enCount = plural('en');
const ptCount = plural('pt-BR');
const esCount = plural('es');

const en: DayWords = {
  groups: { paused: 'Paused', done: 'Done today' },
  search: {
    label: 'Find a lead',
    hint: 'Name, company, address or phone',
    none: 'No lead on this device matches. Try another part of the name.',
    found: enCount('# lead found', '# leads found'),
  },
  actions: (name) => `Log or snooze: ${name}`,
  snooze: 'Snooze…',
  resume: 'End snooze',
  howSnooze: (name) => `Snooze ${name}: until when, and why?`,
  notSent: 'not sent yet',
  unsettled: {
    title: 'Not settled yet',
    waiting: 'Waiting to be sent',
    refused: 'Not accepted',
    show: 'Show',
    kept: 'Kept on this device until the workspace has it.',
    gone: 'A lead no longer here',
  },
  notices: {
    title: 'Notices',
    open: enCount('Notices, # unread', 'Notices, # unread'),
    none: 'No notices. What the agreement warns you of appears here.',
    readAll: 'Mark all as read',
    more: 'Earlier ones',
    partly: 'The workspace does not answer: only what this device holds is shown.',
    unread: 'unread',
  },
  beside: 'Keep it open beside the page',
  settings: 'Settings',
  offline: 'Offline: everything you log is kept here and sent later.',
  trial: 'Trial: nothing counts until both sides sign.',
  first: 'Fetching your leads…',
  cut: (shown, all) => `The first ${shown} of ${all} are shown. Search finds the others.`,
  teach: {
    title: 'How it works',
    steps: [
      'Open your inbox or CRM: leads carry a chip with score, stage and time left.',
      'Click a chip for the card. Log a try there or here, in two clicks.',
      'What is due comes to the top of this list by itself.',
    ],
    sites: 'Choose sites…',
  },
  panel: {
    title: 'Beside the page',
    next: 'Next lead',
    previous: 'Previous lead',
    place: (place, of) => `${place} of ${of}`,
    follow: 'Follow the page',
    followHint: 'Shows the lead of the page you look at, when there is exactly one.',
    empty: 'No lead is kept here yet.',
    emptyHint: 'Open one from the list below, or step through your day with the arrows.',
    unpin: 'My day',
  },
};

const ptBR: DayWords = {
  groups: { paused: 'Pausado', done: 'Feito hoje' },
  search: {
    label: 'Buscar um lead',
    hint: 'Nome, empresa, e-mail ou telefone',
    none: 'Nenhum lead neste aparelho combina. Tente outra parte do nome.',
    found: ptCount('# lead encontrado', '# leads encontrados'),
  },
  actions: (name) => `Registrar ou adiar: ${name}`,
  snooze: 'Adiar…',
  resume: 'Encerrar adiamento',
  howSnooze: (name) => `Adiar ${name}: até quando e por quê?`,
  notSent: 'ainda não enviado',
  unsettled: {
    title: 'Ainda em aberto',
    waiting: 'Por enviar',
    refused: 'Não aceito',
    show: 'Mostrar',
    kept: 'Guardado neste aparelho até chegar ao espaço de trabalho.',
    gone: 'Um lead que não está mais aqui',
  },
  notices: {
    title: 'Avisos',
    open: ptCount('Avisos, # não lido', 'Avisos, # não lidos'),
    none: 'Nenhum aviso. O que o acordo avisa aparece aqui.',
    readAll: 'Marcar todos como lidos',
    more: 'Anteriores',
    partly: 'O espaço de trabalho não responde: aqui está só o que este aparelho guarda.',
    unread: 'não lido',
  },
  beside: 'Manter aberto ao lado da página',
  settings: 'Configurações',
  offline: 'Sem conexão: o que você registrar fica guardado aqui e é enviado depois.',
  trial: 'Ensaio: nada conta até os dois lados assinarem.',
  first: 'Buscando seus leads…',
  cut: (shown, all) => `Aqui estão os primeiros ${shown} de ${all}. A busca acha os outros.`,
  teach: {
    title: 'Como funciona',
    steps: [
      'Abra sua caixa de entrada ou CRM: os leads têm uma etiqueta com pontuação, etapa e tempo que resta.',
      'Clique na etiqueta para ver o cartão. Registre uma tentativa lá ou aqui, em dois cliques.',
      'O que vence sobe sozinho para o topo desta lista.',
    ],
    sites: 'Escolher sites…',
  },
  panel: {
    title: 'Ao lado da página',
    next: 'Próximo lead',
    previous: 'Lead anterior',
    place: (place, of) => `${place} de ${of}`,
    follow: 'Seguir a página',
    followHint: 'Mostra o lead da página que você está vendo, quando há exatamente um.',
    empty: 'Nenhum lead aqui ainda.',
    emptyHint: 'Abra um da lista abaixo ou percorra seu dia com as setas.',
    unpin: 'Meu dia',
  },
};

const es: DayWords = {
  groups: { paused: 'En pausa', done: 'Hecho hoy' },
  search: {
    label: 'Buscar un lead',
    hint: 'Nombre, empresa, correo o teléfono',
    none: 'Ningún lead de este dispositivo coincide. Prueba con otra parte del nombre.',
    found: esCount('# lead encontrado', '# leads encontrados'),
  },
  actions: (name) => `Registrar o posponer: ${name}`,
  snooze: 'Posponer…',
  resume: 'Terminar la pausa',
  howSnooze: (name) => `Posponer ${name}: ¿hasta cuándo y por qué?`,
  notSent: 'aún no enviado',
  unsettled: {
    title: 'Aún sin cerrar',
    waiting: 'Por enviar',
    refused: 'No aceptado',
    show: 'Mostrar',
    kept: 'Guardado en este dispositivo hasta que llegue al espacio de trabajo.',
    gone: 'Un lead que ya no está aquí',
  },
  notices: {
    title: 'Avisos',
    open: esCount('Avisos, # sin leer', 'Avisos, # sin leer'),
    none: 'No hay avisos. Lo que el acuerdo te advierte aparece aquí.',
    readAll: 'Marcar todos como leídos',
    more: 'Anteriores',
    partly: 'El espacio de trabajo no responde: aquí está solo lo que guarda este dispositivo.',
    unread: 'sin leer',
  },
  beside: 'Mantener abierto junto a la página',
  settings: 'Configuración',
  offline: 'Sin conexión: lo que registres se guarda aquí y se envía después.',
  trial: 'Ensayo: nada cuenta hasta que firmen los dos lados.',
  first: 'Trayendo tus leads…',
  cut: (shown, all) => `Aquí están los primeros ${shown} de ${all}. La búsqueda halla los demás.`,
  teach: {
    title: 'Cómo funciona',
    steps: [
      'Abre tu bandeja o CRM: los leads llevan una etiqueta con puntaje, etapa y tiempo que queda.',
      'Haz clic en la etiqueta para ver la tarjeta. Registra un intento allí o aquí, en dos clics.',
      'Lo que vence sube solo al principio de esta lista.',
    ],
    sites: 'Elegir sitios…',
  },
  panel: {
    title: 'Junto a la página',
    next: 'Lead siguiente',
    previous: 'Lead anterior',
    place: (place, of) => `${place} de ${of}`,
    follow: 'Seguir la página',
    followHint: 'Muestra el lead de la página que miras, cuando hay exactamente uno.',
    empty: 'Todavía no hay un lead aquí.',
    emptyHint: 'Abre uno de la lista de abajo o recorre tu día con las flechas.',
    unpin: 'Mi día',
  },
};

const WORDS: Readonly<Record<Language, DayWords>> = { en, 'pt-BR': ptBR, es };

export function dayWords(language: Language): DayWords {
  return WORDS[language];
}
