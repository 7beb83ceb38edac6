import type { ActWords } from './words.ts';

export const es: ActWords = {
  done: {
    'attempt.withdraw': 'Intento retirado: {name}',
    'attempt.refuse': 'Intento rechazado: {name}',
    'reply.log': 'Respuesta anotada ({what}): {name}',
    'handoff.correct': 'Respuesta corregida: {name}',
    'handoff.contest': 'Devolución impugnada: {name}',
    'handoff.decide': 'Impugnación decidida: {name}',
    'lead.optOut': 'No quiere más {what}: {name}',
    'lead.optIn': 'Acepta {what} de nuevo: {name}',
    'lead.snooze': 'Pospuesto hasta {what}: {name}',
    'lead.resume': 'Ya no está pospuesto: {name}',
    'stage.set': 'Pasó a {what}: {name}',
    'stage.release': 'Etapa liberada: {name}',
    'owner.assign': 'Pasó a {what}: {name}',
    'nurture.start': 'Nutrición iniciada: {name}',
    'material.use': 'Material anotado: {name}',
  },
  optedOutOfAll: 'No quiere ningún contacto: {name}',
  optedInToAll: 'Acepta contacto de nuevo: {name}',
  toPool: 'De vuelta a la bolsa común: {name}',
  taken: 'Ahora es tuyo: {name}',
  proposed: 'Propuesto para la próxima sesión: {what}',
  refused: {
    unknown_reason: 'El acuerdo no prevé este motivo. Elige otro.',
    past: 'Ese día ya empezó. Elige uno posterior.',
    too_long: 'Es más lejos de lo que permite el acuerdo. Elige un día anterior.',
    too_often: 'Este lead ya se pospuso tantas veces como permite el acuerdo.',
    not_returned: 'Este lead no fue devuelto, así que no hay nada que impugnar.',
    contested: 'Esta devolución ya fue impugnada. Decide el mediador.',
    contest_too_late: 'El plazo para impugnar esta devolución terminó. Propón un cambio.',
    owned: 'Este lead ya tiene responsable. Habla con esa persona o con tu gerente.',
    nobody: 'Esa persona ya no está en el equipo. Elige otra.',
    needsWorkspace:
      'El espacio de trabajo no respondió, y esto no puede esperar en el dispositivo. Inténtalo más tarde.',
  },
};
