import type { RecordedWords } from './words.ts';

export const es: RecordedWords = {
  of: {
    profile: {
      title: 'Tú como miembro',
      what: 'Tu nombre, rol, lado, equipo, horario y capacidad, cada uno con la fecha en que cambió.',
      seenBy: 'Todos en el espacio de trabajo.',
    },
    work: {
      title: 'Lo que hiciste con los leads',
      what: 'Intentos, respuestas, notas y cambios, cada uno con su lead, canal y hora.',
      seenBy:
        'Quien puede ver el lead. Cifras por persona: tú y el gerente de tu lado; cifras por equipo: todos.',
    },
    absences: {
      title: 'Ausencias',
      what: 'Cuándo estuviste fuera, con el motivo que se escribió.',
      seenBy: 'Que estás fuera: todos. El motivo: tú, gerentes y administradores.',
    },
    commands: {
      title: 'Lo que enviaron tus dispositivos',
      what: 'Cada cosa que hiciste, tal como la envió el dispositivo, para que nada cuente dos veces.',
      seenBy: 'Nadie en el producto; está en la exportación del espacio de trabajo.',
    },
    devices: {
      title: 'Navegadores en los que entraste',
      what: 'Un nombre como “Chrome Linux”, cuándo entró y cuándo se supo de él por última vez, con precisión de hora. Sin dirección, sin lugar.',
      seenBy: 'Tú y los administradores.',
    },
    acts: {
      title: 'Cambios en el espacio de trabajo',
      what: 'Lo que cambiaste en el espacio de trabajo y lo que otros cambiaron sobre ti.',
      seenBy: 'Administradores.',
    },
    notices: {
      title: 'Avisos para ti',
      what: 'Alertas y mensajes que el espacio de trabajo te envió, y si los leíste.',
      seenBy: 'Tú.',
    },
    proposals: {
      title: 'Propuestas y votos',
      what: 'Cambios que propusiste al acuerdo y cómo votaste.',
      seenBy: 'Todos en el espacio de trabajo.',
    },
    address: {
      title: 'Tu dirección para el acceso de empresa',
      what: 'Solo una huella de ella, de la que no se puede leer la dirección.',
      seenBy: 'Nadie.',
    },
    leads: {
      title: 'Leads que son tuyos',
      what: 'De qué leads eres responsable ahora; quién lo fue antes está en el historial del propio lead.',
      seenBy: 'Todos ven de quién es el lead.',
    },
    comments: {
      title: 'Comentarios sobre traspasos',
      what: 'Lo que escribiste al otro lado sobre un traspaso, con su lead y hora.',
      seenBy: 'Quien puede ver el lead.',
    },
    sessions: {
      title: 'Sesiones y revisiones',
      what: 'Aquellas en las que estuviste, que abriste o en las que fuiste mediador(a).',
      seenBy: 'Todos en el espacio de trabajo.',
    },
    decisions: {
      title: 'Decisiones de una sesión',
      what: 'Las registradas contigo como mediador(a) y las que te toca cumplir.',
      seenBy: 'Todos en el espacio de trabajo.',
    },
    agreement: {
      title: 'El acuerdo',
      what: 'Versiones y borradores que escribiste o firmaste, y dónde te nombra el acuerdo.',
      seenBy: 'Todos en el espacio de trabajo.',
    },
    setups: {
      title: 'Lo que configuraste o iniciaste',
      what: 'Importaciones, conexiones, webhooks, períodos cerrados, liberaciones y otros trabajos largos, con tu nombre; equipos que diriges.',
      seenBy: 'Administradores; gerentes, lo que ellos mismos pueden iniciar.',
    },
    access: {
      title: 'Lo que necesita el acceso',
      what: 'Claves y códigos de un solo uso, navegadores de los que saliste y respuestas guardadas para que una repetición no haga nada dos veces.',
      seenBy: 'Nadie; un navegador del que saliste: los administradores, en la exportación.',
    },
  },
  kept: (days) => `${days} días.`,
  keptWithLead: (days) =>
    days === null
      ? 'Mientras exista el lead.'
      : `Mientras exista el lead: ${days} días tras su último evento.`,
  keptWhileMember: 'Mientras seas miembro y, después, mientras se cuente tu trabajo.',
  keptForEver: 'Hasta que alguien lo quite.',
  keptUntilUsed: 'Hasta que se use, venza o se revoque.',
  never: [
    'Las páginas que visitas, salvo que hayas registrado algo en ellas.',
    'El texto o el asunto de ningún correo.',
    'Lo que escribes, dónde estás o cómo mueves el mouse.',
  ],
};
