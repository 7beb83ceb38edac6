/** What the options page and the first steps say beyond the catalog's `options`. */
import type { Language } from '../lead/vocabulary.ts';

type Choice = { readonly label: string; readonly hint: string };

export interface SettingsWords {
  readonly parts: string;
  readonly shows: {
    readonly title: string;
    readonly density: string;
    readonly full: Choice;
    readonly clock: Choice;
    readonly today: Choice;
    readonly example: string;
    readonly exampleTime: string;
    readonly language: string;
    readonly browsers: string;
  };
  readonly logs: { readonly title: string };
  readonly notices: {
    readonly title: string;
    readonly on: string;
    readonly onHint: string;
    readonly refused: string;
    readonly names: string;
    readonly namesHint: string;
    readonly quiet: string;
    readonly from: string;
    readonly to: string;
    readonly quietHint: string;
  };
  readonly recorded: {
    readonly what: string;
    readonly count: string;
    readonly seenBy: string;
    readonly kept: string;
    readonly show: string;
    readonly download: string;
    readonly file: string;
    readonly devices: string;
    readonly device: string;
    readonly since: string;
    readonly lastSeen: string;
    readonly never: string;
  };
  readonly privacy: { readonly title: string; readonly lines: readonly string[] };
  readonly details: string;
  readonly again: string;
  readonly welcome: {
    readonly title: string;
    readonly intro: string;
    readonly steps: readonly [connect: string, sites: string, inbox: string];
    readonly step: (n: number, of: number) => string;
    readonly next: string;
    readonly back: string;
    readonly skip: string;
    readonly skipped: string;
    readonly connected: (name: string) => string;
    readonly sitesDone: (n: string) => string;
    readonly open: string;
    readonly openHint: string;
    readonly openSite: (site: string) => string;
    readonly noSites: string;
    readonly pin: string;
    readonly done: string;
    readonly doneText: string;
    readonly close: string;
  };
}

/** Every language by its own name, the same for every reader. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  'pt-BR': 'Português (Brasil)',
  es: 'Español',
};

const en: SettingsWords = {
  parts: 'Parts of the settings',
  shows: {
    title: 'What it looks like',
    density: 'What a chip says',
    full: { label: 'Everything', hint: 'Score, stage and time left' },
    clock: { label: 'Time only', hint: 'The time left, nothing else' },
    today: { label: 'Only what is due today', hint: 'Leads with nothing due today have no chip' },
    example: '72 · MQL · 1 h 20',
    exampleTime: '1 h 20',
    language: 'Language',
    browsers: 'As the browser',
  },
  logs: { title: 'What is logged by itself' },
  notices: {
    title: 'Notices',
    on: 'Show notices of this computer',
    onHint: 'When a deadline is near or over, a lead is handed to you or somebody replies. Each once.',
    refused: 'The browser does not allow notices. Allow them for this extension in the browser’s settings.',
    names: 'Name the lead in them',
    namesHint: 'Whoever looks at your screen may read it.',
    quiet: 'Quiet hours',
    from: 'From',
    to: 'to',
    quietHint: 'In these hours nothing pops up; it waits in “My day”.',
  },
  recorded: {
    what: 'What',
    count: 'Entries',
    seenBy: 'Who sees it',
    kept: 'How long',
    show: 'Show what is recorded about me',
    download: 'Download as a file',
    file: 'recorded-about-me',
    devices: 'Where you are signed in',
    device: 'Browser',
    since: 'Since',
    lastSeen: 'Last heard of',
    never: 'Never recorded',
  },
  privacy: {
    title: 'Privacy in plain words',
    lines: [
      'It runs only on the sites you gave it, and each can be taken back above.',
      'Addresses on a page are compared on this device. A page’s text, subjects and messages are never read out or sent.',
      'Only what you log leaves this device: the lead, the channel, the outcome and the time, to your team’s workspace and nobody else.',
      'When you sign out, the leads on this device are removed; after two weeks without contact that happens by itself.',
      'No advertising, no tracking, no third party.',
    ],
  },
  details: 'More for support',
  again: 'Show the first steps again',
  welcome: {
    title: 'Welcome to Combinado',
    intro:
      'Three steps, about two minutes. Then every lead in your inbox and CRM shows its score and time left.',
    steps: ['Connect', 'Choose sites', 'Open your inbox'],
    step: (n, of) => `Step ${n} of ${of}`,
    next: 'Next',
    back: 'Back',
    skip: 'Skip this',
    skipped: 'Nothing is lost: the settings have all of it.',
    connected: (name) => `Connected as ${name}.`,
    sitesDone: (n) => `Sites with access: ${n}`,
    open: 'Open one of your sites',
    openHint:
      'Look for the chip beside a lead and click it: the card tells what was agreed, and logs your next try.',
    openSite: (site) => `Open ${site}`,
    noSites: 'No site has access yet. Go back one step and choose where you work.',
    pin: 'Tip: pin Combinado to the toolbar. Its number is what is due today; a click on it opens “My day”.',
    done: 'Ready',
    doneText: 'You can close this page. It opens again from the settings.',
    close: 'Close',
  },
};

const ptBR: SettingsWords = {
  parts: 'Partes das configurações',
  shows: {
    title: 'Como aparece',
    density: 'O que a etiqueta mostra',
    full: { label: 'Tudo', hint: 'Pontuação, etapa e tempo que resta' },
    clock: { label: 'Só o tempo', hint: 'O tempo que resta, nada mais' },
    today: { label: 'Só o que vence hoje', hint: 'Leads sem nada para hoje ficam sem etiqueta' },
    example: '72 · MQL · 1 h 20',
    exampleTime: '1 h 20',
    language: 'Idioma',
    browsers: 'O do navegador',
  },
  logs: { title: 'O que é registrado sozinho' },
  notices: {
    title: 'Avisos',
    on: 'Mostrar avisos neste computador',
    onHint:
      'Quando um prazo está vencendo ou venceu, um lead chega para você ou alguém responde. Cada um uma vez.',
    refused: 'O navegador não permite avisos. Permita para esta extensão nas configurações do navegador.',
    names: 'Dizer o nome do lead',
    namesHint: 'Quem olhar para a sua tela pode ler.',
    quiet: 'Horário de silêncio',
    from: 'Das',
    to: 'às',
    quietHint: 'Nesse horário nada aparece; fica esperando em “Meu dia”.',
  },
  recorded: {
    what: 'O quê',
    count: 'Registros',
    seenBy: 'Quem vê',
    kept: 'Por quanto tempo',
    show: 'Mostrar o que se registra sobre mim',
    download: 'Baixar em um arquivo',
    file: 'registrado-sobre-mim',
    devices: 'Onde você está conectado',
    device: 'Navegador',
    since: 'Desde',
    lastSeen: 'Último sinal',
    never: 'Nunca se registra',
  },
  privacy: {
    title: 'Privacidade em palavras simples',
    lines: [
      'Só funciona nos sites que você liberou, e cada um pode ser retirado acima.',
      'Os endereços de uma página são comparados neste aparelho. Textos, assuntos e mensagens nunca são lidos nem enviados.',
      'Só sai daqui o que você registra: o lead, o canal, o resultado e a hora, para o espaço de trabalho da sua equipe e ninguém mais.',
      'Ao sair, os leads deste aparelho são removidos; após duas semanas sem contato isso acontece sozinho.',
      'Sem anúncios, sem rastreamento, sem terceiros.',
    ],
  },
  details: 'Mais para o suporte',
  again: 'Ver os primeiros passos de novo',
  welcome: {
    title: 'Boas-vindas ao Combinado',
    intro:
      'Três passos, uns dois minutos. Depois, cada lead na sua caixa de entrada e no CRM mostra a pontuação e o tempo que resta.',
    steps: ['Conectar', 'Escolher sites', 'Abrir sua caixa'],
    step: (n, of) => `Passo ${n} de ${of}`,
    next: 'Avançar',
    back: 'Voltar',
    skip: 'Pular',
    skipped: 'Nada se perde: está tudo nas configurações.',
    connected: (name) => `Conectado como ${name}.`,
    sitesDone: (n) => `Sites com acesso: ${n}`,
    open: 'Abra um dos seus sites',
    openHint:
      'Procure a etiqueta ao lado de um lead e clique: o cartão conta o que foi combinado e registra sua próxima tentativa.',
    openSite: (site) => `Abrir ${site}`,
    noSites: 'Nenhum site tem acesso ainda. Volte um passo e escolha onde você trabalha.',
    pin: 'Dica: fixe o Combinado na barra. O número é o que vence hoje; um clique abre “Meu dia”.',
    done: 'Pronto',
    doneText: 'Pode fechar esta página. Ela abre de novo pelas configurações.',
    close: 'Fechar',
  },
};

const es: SettingsWords = {
  parts: 'Partes de la configuración',
  shows: {
    title: 'Cómo se ve',
    density: 'Qué dice la etiqueta',
    full: { label: 'Todo', hint: 'Puntaje, etapa y tiempo que queda' },
    clock: { label: 'Solo el tiempo', hint: 'El tiempo que queda, nada más' },
    today: { label: 'Solo lo que vence hoy', hint: 'Los leads sin nada para hoy quedan sin etiqueta' },
    example: '72 · MQL · 1 h 20',
    exampleTime: '1 h 20',
    language: 'Idioma',
    browsers: 'El del navegador',
  },
  logs: { title: 'Qué se registra solo' },
  notices: {
    title: 'Avisos',
    on: 'Mostrar avisos en esta computadora',
    onHint:
      'Cuando un plazo está por vencer o venció, te pasan un lead o alguien responde. Cada uno una vez.',
    refused:
      'El navegador no permite avisos. Permítelos para esta extensión en la configuración del navegador.',
    names: 'Decir el nombre del lead',
    namesHint: 'Quien mire tu pantalla puede leerlo.',
    quiet: 'Horas de silencio',
    from: 'De',
    to: 'a',
    quietHint: 'En esas horas no aparece nada; espera en “Mi día”.',
  },
  recorded: {
    what: 'Qué',
    count: 'Entradas',
    seenBy: 'Quién lo ve',
    kept: 'Cuánto tiempo',
    show: 'Mostrar lo que se registra sobre mí',
    download: 'Descargar en un archivo',
    file: 'registrado-sobre-mi',
    devices: 'Dónde tienes la sesión abierta',
    device: 'Navegador',
    since: 'Desde',
    lastSeen: 'Última señal',
    never: 'Nunca se registra',
  },
  privacy: {
    title: 'Privacidad en palabras sencillas',
    lines: [
      'Funciona solo en los sitios que le diste, y cada uno se puede quitar arriba.',
      'Las direcciones de una página se comparan en este dispositivo. Textos, asuntos y mensajes nunca se leen ni se envían.',
      'De aquí sale solo lo que registras: el lead, el canal, el resultado y la hora, al espacio de trabajo de tu equipo y a nadie más.',
      'Al salir se quitan los leads de este dispositivo; tras dos semanas sin contacto ocurre solo.',
      'Sin publicidad, sin rastreo, sin terceros.',
    ],
  },
  details: 'Más para soporte',
  again: 'Ver de nuevo los primeros pasos',
  welcome: {
    title: 'Te damos la bienvenida a Combinado',
    intro:
      'Tres pasos, unos dos minutos. Después, cada lead de tu bandeja y tu CRM muestra su puntaje y el tiempo que queda.',
    steps: ['Conectar', 'Elegir sitios', 'Abrir tu bandeja'],
    step: (n, of) => `Paso ${n} de ${of}`,
    next: 'Siguiente',
    back: 'Atrás',
    skip: 'Omitir',
    skipped: 'No se pierde nada: todo está en la configuración.',
    connected: (name) => `Conectado como ${name}.`,
    sitesDone: (n) => `Sitios con acceso: ${n}`,
    open: 'Abre uno de tus sitios',
    openHint:
      'Busca la etiqueta junto a un lead y haz clic: la tarjeta cuenta lo acordado y registra tu próximo intento.',
    openSite: (site) => `Abrir ${site}`,
    noSites: 'Ningún sitio tiene acceso todavía. Vuelve un paso y elige dónde trabajas.',
    pin: 'Consejo: fija Combinado en la barra. Su número es lo que vence hoy; un clic abre “Mi día”.',
    done: 'Listo',
    doneText: 'Puedes cerrar esta página. Se abre de nuevo desde la configuración.',
    close: 'Cerrar',
  },
};

const WORDS: Readonly<Record<Language, SettingsWords>> = { en, 'pt-BR': ptBR, es };

export function settingsWords(language: Language): SettingsWords {
  return WORDS[language];
}
