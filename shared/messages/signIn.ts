/** What the worker's few pages say: joining by invite, letting the extension in, pairing (ACC4). */
import type { Language } from '../lead/vocabulary.ts';

export interface SignInWords {
  readonly join: {
    readonly title: string;
    readonly lead: string;
    readonly button: string;
    /** `name` has just been signed in. */
    readonly done: (name: string) => string;
    readonly next: string;
    readonly console: string;
    readonly spent: string;
  };
  readonly consent: {
    readonly title: string;
    readonly lead: (name: string, workspace: string) => string;
    readonly may: string;
    readonly allow: string;
    readonly cancel: string;
  };
  readonly signInFirst: {
    readonly title: string;
    readonly lead: string;
    /** Where it was the console they wanted. */
    readonly toConsole: string;
    readonly company: string;
  };
  /** Signing in with the company's own account. */
  readonly company: {
    readonly title: string;
    readonly none: string;
    readonly unreachable: string;
    readonly failed: string;
    readonly stranger: string;
  };
  readonly pair: {
    readonly title: string;
    readonly lead: string;
    readonly button: string;
    readonly code: string;
    readonly lasts: string;
  };
}

const en: SignInWords = {
  join: {
    title: 'Join your team in Combinado',
    lead: 'This link signs in this browser. It works once.',
    button: 'Sign in here',
    done: (name) => `You are signed in as ${name}.`,
    next: 'Now open the Combinado extension and choose Connect.',
    console: 'Open the console',
    spent: 'This link has been used or has expired. Ask whoever sent it for a new one.',
  },
  consent: {
    title: 'Connect the extension?',
    lead: (name, workspace) => `Combinado in this browser will act as ${name} in ${workspace}.`,
    may: 'It will read your leads and record what you log. You can disconnect it at any time.',
    allow: 'Connect',
    cancel: 'Not now',
  },
  signInFirst: {
    title: 'Open your invite link first',
    lead: 'This browser is not signed in. Open the invite link you were sent, then connect the extension again.',
    toConsole:
      'This browser is not signed in. Open the invite link you were sent in this browser, then come back to this address.',
    company: 'Sign in with your company account',
  },
  company: {
    title: 'Sign in with your company account',
    none: 'This address has no company sign-in. Ask an admin for an invite link.',
    unreachable: 'Your company’s sign-in does not answer. Try again in a moment.',
    failed: 'Your company’s sign-in did not confirm who you are. Start again from Combinado.',
    stranger: 'Nobody here is known by your address yet. Ask an admin to invite you.',
  },
  pair: {
    title: 'Connect with a code',
    lead: 'For browsers in which the extension cannot open the sign-in window by itself.',
    button: 'Show a code',
    code: 'Type this code in the extension:',
    lasts: 'It works once, within five minutes.',
  },
};

const ptBR: SignInWords = {
  join: {
    title: 'Entre na sua equipe no Combinado',
    lead: 'Este link conecta este navegador. Ele vale uma vez.',
    button: 'Entrar aqui',
    done: (name) => `Você entrou como ${name}.`,
    next: 'Agora abra a extensão Combinado e escolha Conectar.',
    console: 'Abrir o painel',
    spent: 'Este link já foi usado ou expirou. Peça um novo a quem o enviou.',
  },
  consent: {
    title: 'Conectar a extensão?',
    lead: (name, workspace) => `O Combinado neste navegador vai agir como ${name} em ${workspace}.`,
    may: 'Ele vai ler seus leads e gravar o que você registrar. Você pode desconectar quando quiser.',
    allow: 'Conectar',
    cancel: 'Agora não',
  },
  signInFirst: {
    title: 'Abra primeiro o seu convite',
    lead: 'Este navegador não está conectado. Abra o link de convite que você recebeu e conecte a extensão de novo.',
    toConsole:
      'Este navegador não está conectado. Abra nele o link de convite que você recebeu e volte a este endereço.',
    company: 'Entrar com a conta da empresa',
  },
  company: {
    title: 'Entrar com a conta da empresa',
    none: 'Este endereço não tem entrada pela empresa. Peça um convite a um administrador.',
    unreachable: 'A entrada da sua empresa não responde. Tente de novo em instantes.',
    failed: 'A entrada da sua empresa não confirmou quem você é. Comece de novo pelo Combinado.',
    stranger: 'Ninguém aqui usa o seu endereço ainda. Peça a um administrador que convide você.',
  },
  pair: {
    title: 'Conectar com um código',
    lead: 'Para navegadores em que a extensão não consegue abrir sozinha a janela de entrada.',
    button: 'Mostrar um código',
    code: 'Digite este código na extensão:',
    lasts: 'Ele vale uma vez, por cinco minutos.',
  },
};

const es: SignInWords = {
  join: {
    title: 'Entra a tu equipo en Combinado',
    lead: 'Este enlace conecta este navegador. Sirve una sola vez.',
    button: 'Entrar aquí',
    done: (name) => `Entraste como ${name}.`,
    next: 'Ahora abre la extensión Combinado y elige Conectar.',
    console: 'Abrir el panel',
    spent: 'Este enlace ya se usó o venció. Pide uno nuevo a quien te lo envió.',
  },
  consent: {
    title: '¿Conectar la extensión?',
    lead: (name, workspace) => `Combinado en este navegador actuará como ${name} en ${workspace}.`,
    may: 'Leerá tus leads y guardará lo que registres. Puedes desconectarla cuando quieras.',
    allow: 'Conectar',
    cancel: 'Ahora no',
  },
  signInFirst: {
    title: 'Abre primero tu invitación',
    lead: 'Este navegador no está conectado. Abre el enlace de invitación que recibiste y vuelve a conectar la extensión.',
    toConsole:
      'Este navegador no está conectado. Abre en él el enlace de invitación que recibiste y vuelve a esta dirección.',
    company: 'Entrar con la cuenta de la empresa',
  },
  company: {
    title: 'Entrar con la cuenta de la empresa',
    none: 'Esta dirección no tiene acceso de empresa. Pide una invitación a un administrador.',
    unreachable: 'El acceso de tu empresa no responde. Inténtalo de nuevo en un momento.',
    failed: 'El acceso de tu empresa no confirmó quién eres. Empieza de nuevo desde Combinado.',
    stranger: 'Nadie aquí usa tu dirección todavía. Pide a un administrador que te invite.',
  },
  pair: {
    title: 'Conectar con un código',
    lead: 'Para navegadores en los que la extensión no puede abrir sola la ventana de entrada.',
    button: 'Mostrar un código',
    code: 'Escribe este código en la extensión:',
    lasts: 'Sirve una vez, durante cinco minutos.',
  },
};

const WORDS: Readonly<Record<Language, SignInWords>> = { en, 'pt-BR': ptBR, es };

export function signInWords(language: Language): SignInWords {
  return WORDS[language];
}
