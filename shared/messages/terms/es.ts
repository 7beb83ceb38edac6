/** Palabras y formatos que comparten todas las superficies y avisos. */
import type { Target } from '../../definitions/policy.ts';
import { formatOf } from '../format.ts';
import type { Terms } from './en.ts';

const format = formatOf('es');
const { plural, number } = format;

export const es: Terms = {
  language: format.language,
  format,
  time: {
    today: 'hoy',
    tomorrow: 'mañana',
    yesterday: 'ayer',
    at: (day: string, time: string) => `${day} ${time.startsWith('01') ? 'a la' : 'a las'} ${time}`,
    ago: (duration: string) => `hace ${duration}`,
  },
  words: {
    channels: {
      call: 'Llamada',
      email: 'Correo',
      whatsapp: 'WhatsApp',
      linkedin: 'LinkedIn',
      sms: 'SMS',
      meeting: 'Reunión',
      other: 'Otro',
    },
    outcomes: {
      sent: 'Enviado',
      no_answer: 'No contestó',
      left_message: 'Dejó mensaje',
      bounced: 'Correo rebotado',
      wrong_person: 'Contacto equivocado',
      refused: 'No quiere contacto',
      replied: 'Respondió',
      connected: 'Conversó',
      meeting_booked: 'Reunión agendada',
    },
    answers: {
      accepted: 'Aceptado',
      recycled: 'Devuelto a nutrición',
      disqualified: 'Descartado',
    },
    clocks: {
      assignment: 'Asignar responsable',
      first_response: 'Primera respuesta',
      acceptance: 'Aceptar o devolver',
      cadence: 'Próximo intento',
      reply: 'Responder al lead',
      stage_time: 'Tiempo en la etapa',
      return_to_nurture: 'Vuelta a nutrición',
      brief_completion: 'Completar el resumen',
      contest_answer: 'Decidir la impugnación',
    },
    /** What a person asked to be recorded, when it was turned down. */
    commands: {
      attempt: 'Intento',
      withdraw: 'Deshacer',
      answer: 'Respuesta de ventas',
      set: 'Respuesta guardada',
      other: 'Registro',
    },
    levels: {
      account: 'cuenta',
      segment: (label: string) => `segmento ${label}`,
      default: 'general',
    },
    unknown: 'no se sabe',
    none: 'ninguna aún',
    yes: 'sí',
    no: 'no',
    unnamed: 'Sin nombre',
  },
  target: (target: Target): string => {
    if ('minutes' in target) return `${number(target.minutes)} min`;
    if ('hours' in target) return `${number(target.hours)} h`;
    if ('businessMinutes' in target)
      return plural(target.businessMinutes, { one: '# min hábil', other: '# min hábiles' });
    if ('businessHours' in target)
      return plural(target.businessHours, { one: '# h hábil', other: '# h hábiles' });
    return plural(target.businessDays, { one: '# día hábil', other: '# días hábiles' });
  },
  criterion: {
    field: {
      is: (label: string, wanted: string) => `${label}: ${wanted}`,
      isNot: (label: string, wanted: string) => `${label}: excepto ${wanted}`,
      in: (label: string, wanted: string) => `${label}: ${wanted}`,
      inList: (label: string, wanted: string) => `${label}: en la lista ${wanted}`,
      atLeast: (label: string, wanted: string) => `${label}: ${wanted} o más`,
      atMost: (label: string, wanted: string) => `${label}: hasta ${wanted}`,
      between: (label: string, wanted: string) => `${label}: ${wanted}`,
      contains: (label: string, wanted: string) => `${label}: contiene “${wanted}”`,
      startsWith: (label: string, wanted: string) => `${label}: empieza con “${wanted}”`,
      endsWith: (label: string, wanted: string) => `${label}: termina con “${wanted}”`,
      known: (label: string, _wanted: string) => label,
    },
    range: (from: string, to: string) => `de ${from} a ${to}`,
    emailDomain: 'Dominio del correo',
    score: 'Puntaje',
    fit: 'Perfil',
    engagement: 'Interés',
    segment: 'Segmento',
    persona: 'Persona',
    product: 'Producto',
    stageIs: 'Etapa',
    stageWas: 'Ya estuvo en',
    signal: (label: string, times: number) => (times > 1 ? `${label} ×${times}` : label),
    withinDays: (n: number) => plural(n, { one: 'en el último día', other: 'en los últimos # días' }),
    attempts: (what: string, times: number) => (times > 1 ? `${what} ×${times}` : what),
    anyAttempt: 'Un intento',
    account: (what: string, n: number) => `Cuenta: ${n} × ${what}`,
    not: (what: string) => `No: ${what}`,
    gap: (points: number, rules: string) => (rules ? `faltan ${points}: ${rules}` : `faltan ${points}`),
    question: (label: string) => `¿Cuál es: ${label}?`,
  },
};
