/** Teaching a site: what the bar on the page says, and what the options say of sites taught (OVR5). */
import type { Language } from '../lead/vocabulary.ts';

export interface TeachWords {
  /** On the bar. */
  readonly click: string;
  readonly content: string;
  readonly nothing: string;
  /** `{n}` people, `{who}` the first addresses. */
  readonly finds: { readonly one: string; readonly other: string };
  readonly keep: string;
  readonly again: string;
  readonly leave: string;
  readonly share: { readonly draft: string; readonly proposal: string };
  readonly kept: string;
  readonly drafted: string;
  readonly proposed: string;
  /** Kept, but the workspace did not take it. */
  readonly notShared: string;
  readonly name: string;
  /** Title of the proposal. */
  readonly proposal: (host: string) => string;
  /** In the options. */
  readonly teach: string;
  readonly teachHint: string;
  readonly forget: (site: string) => string;
  readonly forgetShort: string;
  readonly taught: string;
  readonly openFirst: string;
  readonly started: string;
  readonly notHere: string;
}

const en: TeachWords = {
  click: 'Click the email address of a person on this page. Esc leaves.',
  content: 'That is something people wrote. Click the address where the page itself states it.',
  nothing: 'No email address there. Click right on one.',
  finds: { one: 'Finds {n} person here: {who}', other: 'Finds {n} people here: {who}' },
  keep: 'Keep for me',
  again: 'Click another',
  leave: 'Leave',
  share: { draft: 'Keep, and put in the draft for everybody', proposal: 'Keep, and propose to everybody' },
  kept: 'Kept. Leads of this site have their chips from now on.',
  drafted: 'Kept, and in the draft of the agreement: it reaches everybody once that is published.',
  proposed: 'Kept, and proposed for the next session.',
  notShared: 'Kept for you. The workspace did not take it: try again when it answers.',
  name: 'Teach Combinado this site',
  proposal: (host) => `Show leads on ${host}`,
  teach: 'Teach it',
  teachHint:
    'Shows Combinado where people stand on a site of your own: open a page with a person, press the button, click their email address.',
  forget: (site) => `Forget what was taught about ${site}`,
  forgetShort: 'Forget',
  taught: 'taught by you',
  openFirst: 'Open a page of this site that shows a person, then press again.',
  started: 'Look at the page: it asks for a click.',
  notHere: 'Combinado may not look at this page. Let it in first.',
};

const ptBR: TeachWords = {
  click: 'Clique no endereço de e-mail de uma pessoa nesta página. Esc sai.',
  content: 'Isso é algo que pessoas escreveram. Clique no endereço onde a própria página o mostra.',
  nothing: 'Não há endereço de e-mail aí. Clique bem em cima de um.',
  finds: { one: 'Acha {n} pessoa aqui: {who}', other: 'Acha {n} pessoas aqui: {who}' },
  keep: 'Guardar para mim',
  again: 'Clicar em outro',
  leave: 'Sair',
  share: { draft: 'Guardar e pôr no rascunho para todos', proposal: 'Guardar e propor a todos' },
  kept: 'Guardado. Os leads deste site passam a ter suas etiquetas.',
  drafted: 'Guardado e no rascunho do acordo: chega a todos quando for publicado.',
  proposed: 'Guardado e proposto para a próxima reunião.',
  notShared: 'Guardado para você. O espaço de trabalho não aceitou: tente de novo quando responder.',
  name: 'Ensinar este site ao Combinado',
  proposal: (host) => `Mostrar leads em ${host}`,
  teach: 'Ensinar',
  teachHint:
    'Mostra ao Combinado onde ficam as pessoas num site seu: abra uma página com uma pessoa, aperte o botão e clique no e-mail dela.',
  forget: (site) => `Esquecer o que foi ensinado sobre ${site}`,
  forgetShort: 'Esquecer',
  taught: 'ensinado por você',
  openFirst: 'Abra uma página deste site que mostre uma pessoa e aperte de novo.',
  started: 'Veja a página: ela pede um clique.',
  notHere: 'O Combinado não pode ver esta página. Dê acesso primeiro.',
};

const es: TeachWords = {
  click: 'Haz clic en el correo de una persona de esta página. Con Esc sales.',
  content: 'Eso lo escribió alguien. Haz clic en la dirección donde la página misma la muestra.',
  nothing: 'Ahí no hay ningún correo. Haz clic justo encima de uno.',
  finds: { one: 'Encuentra {n} persona aquí: {who}', other: 'Encuentra {n} personas aquí: {who}' },
  keep: 'Guardar para mí',
  again: 'Elegir otro',
  leave: 'Salir',
  share: { draft: 'Guardar y poner en el borrador para todos', proposal: 'Guardar y proponer a todos' },
  kept: 'Guardado. Los leads de este sitio ya tienen su etiqueta.',
  drafted: 'Guardado y en el borrador del acuerdo: llega a todos cuando se publique.',
  proposed: 'Guardado y propuesto para la próxima sesión.',
  notShared: 'Guardado para ti. El espacio de trabajo no lo recibió: inténtalo de nuevo cuando responda.',
  name: 'Enseñar este sitio a Combinado',
  proposal: (host) => `Mostrar leads en ${host}`,
  teach: 'Enseñar',
  teachHint:
    'Muestra a Combinado dónde están las personas en un sitio tuyo: abre una página con una persona, pulsa el botón y haz clic en su correo.',
  forget: (site) => `Olvidar lo enseñado sobre ${site}`,
  forgetShort: 'Olvidar',
  taught: 'enseñado por ti',
  openFirst: 'Abre una página de este sitio que muestre a una persona y pulsa de nuevo.',
  started: 'Mira la página: te pide un clic.',
  notHere: 'Combinado no puede ver esta página. Dale acceso primero.',
};

const WORDS: Readonly<Record<Language, TeachWords>> = { en, 'pt-BR': ptBR, es };

export function teachWords(language: Language): TeachWords {
  return WORDS[language];
}
