import type { SignInWords } from './words.ts';

export const es: SignInWords = {
  join: {
    title: 'Entra a tu equipo en Combinado',
    lead: 'Este enlace conecta este navegador. Sirve una sola vez.',
    button: 'Entrar aquí',
    done: (name) => `Entraste como ${name}.`,
    next: 'O, para ver los leads en tu correo y en tu CRM, abre la extensión Combinado y elige Conectar.',
    console: 'Abrir el panel',
    spent: 'Este enlace ya se usó o venció. Pide uno nuevo a quien te lo envió.',
    silent: 'Nadie responde ahora. El enlace sigue sirviendo: inténtalo de nuevo en un momento.',
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
