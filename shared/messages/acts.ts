/** What is said after somebody did something to a lead from the card, and why it could not be done. */
import type { SnoozeProblem } from '../handoff/snooze.ts';
import type { Language } from '../lead/vocabulary.ts';
import type { CommandKind } from '../protocol/commands.ts';

/** Commands with a line of their own; attempts, answers and fields have theirs in `toast`. */
type Told = Exclude<CommandKind, 'attempt.log' | 'handoff.answer' | 'lead.set' | 'lead.capture'>;

export interface ActWords {
  /** `{name}` is where the lead's name goes, `{what}` the channel, date, stage or person. */
  readonly done: Readonly<Record<Told, string>>;
  readonly optedOutOfAll: string;
  readonly optedInToAll: string;
  readonly toPool: string;
  readonly taken: string;
  readonly proposed: string;
  readonly refused: Readonly<
    Record<SnoozeProblem | 'not_returned' | 'contested' | 'contest_too_late', string>
  > & {
    readonly owned: string;
    readonly nobody: string;
    readonly needsWorkspace: string;
  };
}

const en: ActWords = {
  done: {
    'attempt.withdraw': 'Attempt withdrawn: {name}',
    'attempt.refuse': 'Attempt refused: {name}',
    'reply.log': 'Reply noted ({what}): {name}',
    'handoff.correct': 'Answer corrected: {name}',
    'handoff.contest': 'Return contested: {name}',
    'handoff.decide': 'Contest decided: {name}',
    'lead.optOut': 'Opted out of {what}: {name}',
    'lead.optIn': 'Opted in to {what} again: {name}',
    'lead.snooze': 'Snoozed until {what}: {name}',
    'lead.resume': 'Snooze ended: {name}',
    'stage.set': 'Moved to {what}: {name}',
    'stage.release': 'Stage released: {name}',
    'owner.assign': 'Given to {what}: {name}',
    'nurture.start': 'Nurturing started: {name}',
    'material.use': 'Material noted: {name}',
  },
  optedOutOfAll: 'Wants no contact at all: {name}',
  optedInToAll: 'May be contacted again: {name}',
  toPool: 'Back to the pool: {name}',
  taken: 'Yours now: {name}',
  proposed: 'Proposed for the next session: {what}',
  refused: {
    unknown_reason: 'The agreement does not list this reason. Choose another.',
    past: 'This day has begun already. Choose a later one.',
    too_long: 'This is further ahead than the agreement allows. Choose an earlier day.',
    too_often: 'This lead was snoozed as often as the agreement allows.',
    not_returned: 'This lead was not returned, so there is nothing to contest.',
    contested: 'This return is contested already. The referee decides.',
    contest_too_late: 'The time to contest this return is over. Propose a change instead.',
    owned: 'Somebody owns this lead already. Ask them, or your manager.',
    nobody: 'There is nobody of this name to give it to any more. Choose somebody else.',
    needsWorkspace:
      'The workspace did not answer, and this cannot wait on the device. Try again when it does.',
  },
};

const ptBR: ActWords = {
  done: {
    'attempt.withdraw': 'Tentativa retirada: {name}',
    'attempt.refuse': 'Tentativa recusada: {name}',
    'reply.log': 'Resposta anotada ({what}): {name}',
    'handoff.correct': 'Resposta corrigida: {name}',
    'handoff.contest': 'Devolução contestada: {name}',
    'handoff.decide': 'Contestação decidida: {name}',
    'lead.optOut': 'Não quer mais {what}: {name}',
    'lead.optIn': 'Aceita {what} de novo: {name}',
    'lead.snooze': 'Adiado até {what}: {name}',
    'lead.resume': 'Adiamento encerrado: {name}',
    'stage.set': 'Passou para {what}: {name}',
    'stage.release': 'Etapa liberada: {name}',
    'owner.assign': 'Passou para {what}: {name}',
    'nurture.start': 'Nutrição iniciada: {name}',
    'material.use': 'Material anotado: {name}',
  },
  optedOutOfAll: 'Não quer nenhum contato: {name}',
  optedInToAll: 'Aceita contato de novo: {name}',
  toPool: 'De volta à fila comum: {name}',
  taken: 'Agora é seu: {name}',
  proposed: 'Proposto para a próxima reunião: {what}',
  refused: {
    unknown_reason: 'O acordo não prevê este motivo. Escolha outro.',
    past: 'Este dia já começou. Escolha um dia depois.',
    too_long: 'É mais longe do que o acordo permite. Escolha um dia antes.',
    too_often: 'Este lead já foi adiado tantas vezes quanto o acordo permite.',
    not_returned: 'Este lead não foi devolvido, então não há o que contestar.',
    contested: 'Esta devolução já foi contestada. O mediador decide.',
    contest_too_late: 'O prazo para contestar esta devolução acabou. Proponha uma mudança.',
    owned: 'Este lead já tem responsável. Fale com essa pessoa ou com seu gestor.',
    nobody: 'Essa pessoa não está mais na equipe. Escolha outra.',
    needsWorkspace:
      'O espaço de trabalho não respondeu, e isto não pode esperar no aparelho. Tente mais tarde.',
  },
};

const es: ActWords = {
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

const WORDS: Readonly<Record<Language, ActWords>> = { en, 'pt-BR': ptBR, es };

export function actWords(language: Language): ActWords {
  return WORDS[language];
}

/** Puts the name, and whatever else the line speaks of, in their places. */
export function fillAct(line: string, name: string, what = ''): string {
  return line.replace('{what}', () => what).replace('{name}', () => name);
}
