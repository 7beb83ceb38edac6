/** What the draft of the agreement says: edited, tried on today's leads, signed, published (DEF1–DEF4). */
import type { Language, Side } from '../lead/vocabulary.ts';
import type { Forms } from './format.ts';

export interface DraftWords {
  readonly title: (version: number) => string;
  readonly link: string;
  readonly back: string;
  readonly none: {
    readonly title: string;
    readonly text: string;
    readonly begin: (version: number) => string;
  };
  readonly replace: string;
  readonly replaceBy: (version: number) => string;
  readonly editor: string;
  readonly states: Readonly<
    Record<'saved' | 'saving' | 'waiting' | 'noJson' | 'unfinished' | 'failed' | 'theirs', string>
  >;
  readonly savedBy: (name: string, when: string) => string;
  readonly theirs: {
    readonly text: (name: string) => string;
    readonly mine: string;
    readonly others: (name: string) => string;
    readonly noChange: string;
    readonly unread: string;
    readonly clash: string;
    readonly both: string;
    readonly take: string;
    readonly keep: string;
    /** What was put aside when the other was chosen. */
    readonly aside: Readonly<Record<'mine' | 'theirs', string>>;
    readonly restore: string;
    readonly forget: string;
  };
  readonly problems: {
    readonly title: string;
    readonly none: string;
  };
  readonly changes: { readonly title: string; readonly none: string };
  readonly preview: {
    readonly title: Forms;
    readonly about: string;
    readonly run: string;
    readonly again: string;
    readonly old: string;
    readonly cancel: string;
    readonly enter: (stage: string) => string;
    readonly leave: (stage: string) => string;
    readonly earlier: string;
    readonly later: string;
    readonly begun: string;
    readonly ended: string;
    readonly late: string;
    readonly nothing: string;
    readonly from: string;
    readonly to: string;
    readonly leads: string;
    readonly nobody: string;
    readonly scores: string;
    readonly points: string;
    readonly before: string;
    readonly after: string;
    /** Attempts per person and open day. */
    readonly load: (before: string, after: string, makes: string | null) => string;
  };
  readonly sides: Readonly<Record<Side, string>>;
  readonly signed: (side: string, name: string) => string;
  readonly missing: (side: string, name: string) => string;
  readonly noSigners: string;
  readonly sign: string;
  readonly publish: {
    readonly act: string;
    readonly title: string;
    readonly trial: string;
    readonly note: string;
    readonly noteHint: string;
    readonly clocks: string;
    readonly clocksNew: string;
    readonly clocksRunning: string;
    readonly leads: string;
    readonly leadsStay: string;
    readonly leadsMoveBack: string;
  };
}

const en: DraftWords = {
  title: (version) => `Draft of version ${version}`,
  link: 'Draft',
  back: 'The agreement in force',
  none: {
    title: 'There is no draft',
    text: 'Begin with what is in force: change it, see what it would do to today’s leads, sign it on both sides, publish it.',
    begin: (version) => `Begin from version ${version}`,
  },
  replace: 'Begin anew from',
  replaceBy: (version) => `Version ${version}`,
  editor: 'The agreement as JSON',
  states: {
    saved: 'saved',
    saving: 'saving…',
    waiting: 'not saved yet',
    noJson: 'not saved: this is no JSON yet',
    unfinished: 'not saved yet: something is unfinished',
    failed: 'not saved',
    theirs: 'not saved: it changed meanwhile',
  },
  savedBy: (name, when) => `saved by ${name}, ${when}`,
  theirs: {
    text: (name) => `${name} saved the draft while you wrote. Nothing is lost: choose what stays.`,
    mine: 'What you changed',
    others: (name) => `What ${name} changed`,
    noChange: 'Nothing.',
    unread: 'This text cannot be read yet.',
    clash: 'You both changed the same place, so one of the two has to be chosen.',
    both: 'Keep both',
    take: 'Show theirs',
    keep: 'Save mine over it',
    aside: { mine: 'Your own text is kept here.', theirs: 'The other text is kept here.' },
    restore: 'Bring it back',
    forget: 'No longer needed',
  },
  problems: {
    title: 'What is wrong with it',
    none: 'Nothing: it can be tried and published.',
  },
  changes: { title: 'What changes, in words', none: 'Nothing yet: it says what is in force.' },
  preview: {
    title: { one: 'What happens to today’s # lead', other: 'What happens to today’s # leads' },
    about: 'Tried on all of them; nothing is changed by it.',
    run: 'Try it on today’s leads',
    again: 'Try it again',
    old: 'The draft changed since it was tried.',
    cancel: 'Stop',
    enter: (stage) => `enter ${stage}`,
    leave: (stage) => `leave ${stage}`,
    earlier: 'deadlines come nearer',
    later: 'deadlines move back',
    begun: 'get a new promise',
    ended: 'lose a promise',
    late: 'would be late at once',
    nothing: 'Nobody moves, and no deadline changes.',
    from: 'From',
    to: 'To',
    leads: 'Leads',
    nobody: 'none',
    scores: 'Scores before and after',
    points: 'Points',
    before: 'Before',
    after: 'After',
    load: (before, after, makes) =>
      `Attempts asked of each person a day: ${before} now, ${after} then${makes === null ? '' : `; they make ${makes}`}.`,
  },
  sides: { marketing: 'Marketing', sales: 'Sales', neutral: 'Referee' },
  signed: (side, name) => `${side}: signed by ${name}`,
  missing: (side, name) => `${side}: ${name} has not signed`,
  noSigners: 'Nobody is named as a signer: published like this, it is a trial.',
  sign: 'Sign what I read',
  publish: {
    act: 'Publish',
    title: 'Publish this draft',
    trial: 'Not everybody named has signed: it would be a trial, and nothing in it counts against anybody.',
    note: 'Note',
    noteHint: 'Why, in a sentence. It stands in the history.',
    clocks: 'Deadlines that run already',
    clocksNew: 'Stay as they were promised',
    clocksRunning: 'Move to the new promises',
    leads: 'Leads that no longer qualify',
    leadsStay: 'Stay where they are',
    leadsMoveBack: 'Move back, while sales has not answered',
  },
};

const ptBR: DraftWords = {
  title: (version) => `Rascunho da versão ${version}`,
  link: 'Rascunho',
  back: 'O acordo em vigor',
  none: {
    title: 'Não há rascunho',
    text: 'Comece do que está em vigor: altere, veja o que faria aos leads de hoje, assinem os dois lados, publique.',
    begin: (version) => `Começar da versão ${version}`,
  },
  replace: 'Recomeçar de',
  replaceBy: (version) => `Versão ${version}`,
  editor: 'O acordo em JSON',
  states: {
    saved: 'salvo',
    saving: 'salvando…',
    waiting: 'ainda não salvo',
    noJson: 'não salvo: ainda não é JSON',
    unfinished: 'ainda não salvo: falta terminar algo',
    failed: 'não salvo',
    theirs: 'não salvo: mudou enquanto isso',
  },
  savedBy: (name, when) => `salvo por ${name}, ${when}`,
  theirs: {
    text: (name) => `${name} salvou o rascunho enquanto você escrevia. Nada se perde: escolha o que fica.`,
    mine: 'O que você mudou',
    others: (name) => `O que ${name} mudou`,
    noChange: 'Nada.',
    unread: 'Este texto ainda não pode ser lido.',
    clash: 'Vocês mudaram o mesmo lugar, então é preciso escolher um dos dois.',
    both: 'Ficar com os dois',
    take: 'Mostrar o da outra pessoa',
    keep: 'Salvar o meu por cima',
    aside: { mine: 'O seu texto está guardado aqui.', theirs: 'O outro texto está guardado aqui.' },
    restore: 'Trazer de volta',
    forget: 'Não preciso mais',
  },
  problems: {
    title: 'O que há de errado',
    none: 'Nada: pode ser experimentado e publicado.',
  },
  changes: { title: 'O que muda, em palavras', none: 'Nada ainda: diz o que está em vigor.' },
  preview: {
    title: { one: 'O que acontece com o # lead de hoje', other: 'O que acontece com os # leads de hoje' },
    about: 'Experimentado em todos; nada muda com isso.',
    run: 'Experimentar nos leads de hoje',
    again: 'Experimentar de novo',
    old: 'O rascunho mudou desde o experimento.',
    cancel: 'Parar',
    enter: (stage) => `entram em ${stage}`,
    leave: (stage) => `deixam ${stage}`,
    earlier: 'prazos são antecipados',
    later: 'prazos são adiados',
    begun: 'ganham um prazo novo',
    ended: 'perdem um prazo',
    late: 'já nascem vencidos',
    nothing: 'Ninguém se move e nenhum prazo muda.',
    from: 'De',
    to: 'Para',
    leads: 'Leads',
    nobody: 'nenhuma',
    scores: 'Pontuação antes e depois',
    points: 'Pontos',
    before: 'Antes',
    after: 'Depois',
    load: (before, after, makes) =>
      `Tentativas pedidas a cada pessoa por dia: ${before} agora, ${after} depois${makes === null ? '' : `; fazem ${makes}`}.`,
  },
  sides: { marketing: 'Marketing', sales: 'Vendas', neutral: 'Mediação' },
  signed: (side, name) => `${side}: assinado por ${name}`,
  missing: (side, name) => `${side}: falta ${name} assinar`,
  noSigners: 'Ninguém foi indicado para assinar: publicado assim, é um ensaio.',
  sign: 'Assinar o que li',
  publish: {
    act: 'Publicar',
    title: 'Publicar este rascunho',
    trial: 'Nem todos os indicados assinaram: seria um ensaio, e nada conta contra ninguém.',
    note: 'Nota',
    noteHint: 'Por quê, numa frase. Fica no histórico.',
    clocks: 'Prazos já em curso',
    clocksNew: 'Ficam como foram prometidos',
    clocksRunning: 'Passam aos novos prazos',
    leads: 'Leads que deixam de se qualificar',
    leadsStay: 'Ficam onde estão',
    leadsMoveBack: 'Voltam, se vendas ainda não respondeu',
  },
};

const es: DraftWords = {
  title: (version) => `Borrador de la versión ${version}`,
  link: 'Borrador',
  back: 'El acuerdo en vigor',
  none: {
    title: 'No hay borrador',
    text: 'Empieza por lo que está en vigor: cámbialo, mira qué haría con los leads de hoy, fírmenlo ambos lados, publícalo.',
    begin: (version) => `Empezar desde la versión ${version}`,
  },
  replace: 'Empezar de nuevo desde',
  replaceBy: (version) => `Versión ${version}`,
  editor: 'El acuerdo en JSON',
  states: {
    saved: 'guardado',
    saving: 'guardando…',
    waiting: 'sin guardar todavía',
    noJson: 'sin guardar: todavía no es JSON',
    unfinished: 'sin guardar todavía: falta terminar algo',
    failed: 'sin guardar',
    theirs: 'sin guardar: cambió mientras tanto',
  },
  savedBy: (name, when) => `guardado por ${name}, ${when}`,
  theirs: {
    text: (name) => `${name} guardó el borrador mientras escribías. Nada se pierde: elige qué queda.`,
    mine: 'Lo que cambiaste tú',
    others: (name) => `Lo que cambió ${name}`,
    noChange: 'Nada.',
    unread: 'Este texto todavía no se puede leer.',
    clash: 'Ambos cambiaron el mismo lugar, así que hay que elegir uno de los dos.',
    both: 'Conservar los dos',
    take: 'Mostrar el de la otra persona',
    keep: 'Guardar el mío encima',
    aside: { mine: 'Tu texto está guardado aquí.', theirs: 'El otro texto está guardado aquí.' },
    restore: 'Traerlo de vuelta',
    forget: 'Ya no hace falta',
  },
  problems: {
    title: 'Qué está mal',
    none: 'Nada: se puede probar y publicar.',
  },
  changes: { title: 'Qué cambia, en palabras', none: 'Nada todavía: dice lo que está en vigor.' },
  preview: {
    title: { one: 'Qué pasa con el # lead de hoy', other: 'Qué pasa con los # leads de hoy' },
    about: 'Probado en todos; nada cambia con ello.',
    run: 'Probarlo en los leads de hoy',
    again: 'Probarlo de nuevo',
    old: 'El borrador cambió desde la prueba.',
    cancel: 'Parar',
    enter: (stage) => `entran en ${stage}`,
    leave: (stage) => `dejan ${stage}`,
    earlier: 'plazos se adelantan',
    later: 'plazos se aplazan',
    begun: 'ganan un plazo nuevo',
    ended: 'pierden un plazo',
    late: 'nacen ya vencidos',
    nothing: 'Nadie se mueve y ningún plazo cambia.',
    from: 'De',
    to: 'A',
    leads: 'Leads',
    nobody: 'ninguna',
    scores: 'Puntaje antes y después',
    points: 'Puntos',
    before: 'Antes',
    after: 'Después',
    load: (before, after, makes) =>
      `Intentos que se piden a cada persona al día: ${before} ahora, ${after} después${makes === null ? '' : `; hacen ${makes}`}.`,
  },
  sides: { marketing: 'Marketing', sales: 'Ventas', neutral: 'Mediación' },
  signed: (side, name) => `${side}: firmado por ${name}`,
  missing: (side, name) => `${side}: falta que firme ${name}`,
  noSigners: 'No hay nadie designado para firmar: publicado así, es un ensayo.',
  sign: 'Firmar lo que leí',
  publish: {
    act: 'Publicar',
    title: 'Publicar este borrador',
    trial: 'No firmaron todos los designados: sería un ensayo, y nada cuenta contra nadie.',
    note: 'Nota',
    noteHint: 'Por qué, en una frase. Queda en el historial.',
    clocks: 'Plazos ya en curso',
    clocksNew: 'Quedan como se prometieron',
    clocksRunning: 'Pasan a los nuevos plazos',
    leads: 'Leads que dejan de calificar',
    leadsStay: 'Quedan donde están',
    leadsMoveBack: 'Vuelven, si ventas aún no respondió',
  },
};

const WORDS: Readonly<Record<Language, DraftWords>> = { en, 'pt-BR': ptBR, es };

export function draftWords(language: Language): DraftWords {
  return WORDS[language];
}
