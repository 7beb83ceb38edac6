import { formatOf } from '../format.ts';
import type { DayWords } from './words.ts';

const format = formatOf('es');
const counted = (one: string, other: string) => (n: number) => format.plural(n, { one, other });

export const es: DayWords = {
  groups: { paused: 'En pausa', done: 'Hecho hoy' },
  search: {
    label: 'Buscar un lead',
    hint: 'Nombre, empresa, correo o teléfono',
    none: 'Ningún lead de este dispositivo coincide. Prueba con otra parte del nombre.',
    found: counted('# lead encontrado', '# leads encontrados'),
  },
  actions: (name) => `Registrar o posponer: ${name}`,
  snooze: 'Posponer…',
  resume: 'Terminar la pausa',
  howSnooze: (name) => `Posponer ${name}: ¿hasta cuándo y por qué?`,
  notSent: 'aún no enviado',
  progress: {
    of: (done, all) => `${done} de ${all} hechos`,
    all: 'Todo lo de hoy está hecho.',
    start: 'Uno a uno',
    startHint: 'Cada lead queda junto a la página; las flechas llevan al siguiente.',
  },
  filter: { title: 'Qué se debe', all: 'Todos' },
  unsettled: {
    title: 'Aún sin cerrar',
    waiting: 'Por enviar',
    refused: 'No aceptado',
    read: 'Entendido',
    show: 'Mostrar',
    kept: 'Guardado en este dispositivo hasta que llegue al espacio de trabajo.',
    gone: 'Un lead que ya no está aquí',
  },
  notices: {
    remind: 'Recordarme en 30 min',
    reminded: (at) => `Te lo recordaremos a las ${at}.`,
    ledHere: 'Un aviso te trajo aquí.',
    title: 'Avisos',
    open: counted('Avisos, # sin leer', 'Avisos, # sin leer'),
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
    later: (place, of) => `${place} de ${of}, para después`,
    last: 'Ese era el último.',
    nobody: 'Nadie está esperando.',
    follow: 'Seguir la página',
    followHint: 'Muestra el lead de la página que miras, cuando hay exactamente uno.',
    empty: 'Todavía no hay un lead aquí.',
    emptyHint: 'Abre uno de la lista de abajo o recorre tu día con las flechas.',
    unpin: 'Mi día',
  },
};
