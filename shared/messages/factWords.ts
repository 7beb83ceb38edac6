/** What happened to a lead, a line per fact: the history of the card and of the console. */
import type { Language } from '../lead/vocabulary.ts';

type Said = (what: string) => string;

export interface FactWords {
  readonly captured: Readonly<Record<'api' | 'import' | 'connector' | 'form' | 'outbound', string>>;
  readonly from: Said;
  readonly changed: Said;
  readonly forgotten: Said;
  readonly newAddress: string;
  readonly goneAddress: string;
  readonly merged: string;
  readonly unmerged: string;
  readonly optedOut: Said;
  readonly optedIn: Said;
  readonly allChannels: string;
  readonly replied: Said;
  readonly away: Said;
  readonly deal: Readonly<Record<'open' | 'won' | 'lost', Said>>;
  readonly entered: (stage: string, cause: string) => string;
  readonly stageSet: Said;
  readonly stageReleased: string;
  readonly handedOff: Said;
  readonly backlogReleased: string;
  readonly owned: Said;
  readonly ownedByNobody: string;
  readonly routed: Said;
  readonly snoozed: (when: string, reason: string) => string;
  readonly resumed: string;
  readonly declared: string;
  readonly seen: string;
  readonly automatic: string;
  readonly scheduled: string;
  readonly attemptWithdrawn: string;
  readonly attemptRefused: string;
  readonly answered: Said;
  readonly corrected: Said;
  readonly returnOn: Said;
  readonly contested: string;
  readonly decided: Readonly<Record<'upheld' | 'overturned', string>>;
  readonly handoffWithdrawn: string;
  readonly nurture: string;
  readonly material: Said;
  readonly warned: Said;
  readonly breached: Said;
  readonly escalated: Said;
  readonly clockCorrected: Said;
}

const en: FactWords = {
  captured: {
    api: 'Arrived from another system',
    import: 'Imported',
    connector: 'Arrived from the CRM',
    form: 'Filled in a form',
    outbound: 'Added by hand',
  },
  from: (source) => `source ${source}`,
  changed: (what) => what,
  forgotten: (field) => `${field}: no longer known`,
  newAddress: 'New address or number',
  goneAddress: 'Address or number removed',
  merged: 'Merged with a duplicate',
  unmerged: 'Merge undone',
  optedOut: (channel) => `Wants no contact: ${channel}`,
  optedIn: (channel) => `May be contacted again: ${channel}`,
  allChannels: 'any channel',
  replied: (channel) => `They replied · ${channel}`,
  away: (channel) => `Out of office · ${channel}`,
  deal: {
    open: (amount) => `Deal open: ${amount}`,
    won: (amount) => `Deal won: ${amount}`,
    lost: (amount) => `Deal lost: ${amount}`,
  },
  entered: (stage, cause) => `${stage} by ${cause}`,
  stageSet: (stage) => `Moved to ${stage} by hand`,
  stageReleased: 'Stage released',
  handedOff: (stage) => `Handed off at ${stage}`,
  backlogReleased: 'Released from the backlog',
  owned: (owner) => `Owner: ${owner}`,
  ownedByNobody: 'No owner any more',
  routed: (owner) => `Routed to ${owner}`,
  snoozed: (when, reason) => `Snoozed until ${when}: ${reason}`,
  resumed: 'Snooze ended',
  declared: 'declared',
  seen: 'seen being sent',
  automatic: 'automatic',
  scheduled: 'scheduled',
  attemptWithdrawn: 'Attempt withdrawn',
  attemptRefused: 'Declared attempt refused',
  answered: (answer) => answer,
  corrected: (answer) => `Answer corrected: ${answer}`,
  returnOn: (when) => `back on ${when}`,
  contested: 'Return contested',
  decided: { upheld: 'Contest decided: the return stands', overturned: 'Contest decided: back to sales' },
  handoffWithdrawn: 'Hand-off withdrawn',
  nurture: 'Nurturing started',
  material: (title) => `Material used: ${title}`,
  warned: (clock) => `At risk: ${clock}`,
  breached: (clock) => `Late: ${clock}`,
  escalated: (clock) => `Escalated: ${clock}`,
  clockCorrected: (clock) => `In time after all: ${clock}`,
};

const ptBR: FactWords = {
  captured: {
    api: 'Chegou de outro sistema',
    import: 'Importado',
    connector: 'Chegou do CRM',
    form: 'Preencheu um formulário',
    outbound: 'Incluído à mão',
  },
  from: (source) => `origem ${source}`,
  changed: (what) => what,
  forgotten: (field) => `${field}: não se sabe mais`,
  newAddress: 'Novo endereço ou número',
  goneAddress: 'Endereço ou número removido',
  merged: 'Unido a um duplicado',
  unmerged: 'União desfeita',
  optedOut: (channel) => `Não quer contato: ${channel}`,
  optedIn: (channel) => `Aceita contato de novo: ${channel}`,
  allChannels: 'nenhum canal',
  replied: (channel) => `Respondeu · ${channel}`,
  away: (channel) => `Ausente · ${channel}`,
  deal: {
    open: (amount) => `Negócio aberto: ${amount}`,
    won: (amount) => `Negócio ganho: ${amount}`,
    lost: (amount) => `Negócio perdido: ${amount}`,
  },
  entered: (stage, cause) => `${stage} por ${cause}`,
  stageSet: (stage) => `Movido à mão para ${stage}`,
  stageReleased: 'Etapa liberada',
  handedOff: (stage) => `Passagem para vendas em ${stage}`,
  backlogReleased: 'Saiu do estoque',
  owned: (owner) => `Responsável: ${owner}`,
  ownedByNobody: 'Ficou sem responsável',
  routed: (owner) => `Distribuído para ${owner}`,
  snoozed: (when, reason) => `Adiado até ${when}: ${reason}`,
  resumed: 'Adiamento encerrado',
  declared: 'declarado',
  seen: 'envio visto',
  automatic: 'automático',
  scheduled: 'agendado',
  attemptWithdrawn: 'Tentativa desfeita',
  attemptRefused: 'Tentativa declarada recusada',
  answered: (answer) => answer,
  corrected: (answer) => `Devolutiva corrigida: ${answer}`,
  returnOn: (when) => `retoma em ${when}`,
  contested: 'Devolução contestada',
  decided: {
    upheld: 'Contestação decidida: a devolução vale',
    overturned: 'Contestação decidida: volta para vendas',
  },
  handoffWithdrawn: 'Passagem retirada',
  nurture: 'Nutrição iniciada',
  material: (title) => `Material usado: ${title}`,
  warned: (clock) => `Vencendo: ${clock}`,
  breached: (clock) => `Vencido: ${clock}`,
  escalated: (clock) => `Escalado: ${clock}`,
  clockCorrected: (clock) => `No prazo, afinal: ${clock}`,
};

const es: FactWords = {
  captured: {
    api: 'Llegó de otro sistema',
    import: 'Importado',
    connector: 'Llegó del CRM',
    form: 'Completó un formulario',
    outbound: 'Agregado a mano',
  },
  from: (source) => `origen ${source}`,
  changed: (what) => what,
  forgotten: (field) => `${field}: ya no se sabe`,
  newAddress: 'Nueva dirección o número',
  goneAddress: 'Dirección o número eliminado',
  merged: 'Unido a un duplicado',
  unmerged: 'Unión deshecha',
  optedOut: (channel) => `No quiere contacto: ${channel}`,
  optedIn: (channel) => `Acepta contacto de nuevo: ${channel}`,
  allChannels: 'ningún canal',
  replied: (channel) => `Respondió · ${channel}`,
  away: (channel) => `Ausente · ${channel}`,
  deal: {
    open: (amount) => `Negocio abierto: ${amount}`,
    won: (amount) => `Negocio ganado: ${amount}`,
    lost: (amount) => `Negocio perdido: ${amount}`,
  },
  entered: (stage, cause) => `${stage} por ${cause}`,
  stageSet: (stage) => `Movido a mano a ${stage}`,
  stageReleased: 'Etapa liberada',
  handedOff: (stage) => `Traspaso a ventas en ${stage}`,
  backlogReleased: 'Salió de pendientes',
  owned: (owner) => `Responsable: ${owner}`,
  ownedByNobody: 'Quedó sin responsable',
  routed: (owner) => `Asignado a ${owner}`,
  snoozed: (when, reason) => `Pospuesto hasta ${when}: ${reason}`,
  resumed: 'Fin de la pausa',
  declared: 'declarado',
  seen: 'envío visto',
  automatic: 'automático',
  scheduled: 'programado',
  attemptWithdrawn: 'Intento retirado',
  attemptRefused: 'Intento declarado rechazado',
  answered: (answer) => answer,
  corrected: (answer) => `Respuesta de ventas corregida: ${answer}`,
  returnOn: (when) => `vuelve el ${when}`,
  contested: 'Devolución impugnada',
  decided: {
    upheld: 'Impugnación decidida: la devolución vale',
    overturned: 'Impugnación decidida: vuelve a ventas',
  },
  handoffWithdrawn: 'Traspaso retirado',
  nurture: 'Nutrición iniciada',
  material: (title) => `Material usado: ${title}`,
  warned: (clock) => `Por vencer: ${clock}`,
  breached: (clock) => `Vencido: ${clock}`,
  escalated: (clock) => `Escalado: ${clock}`,
  clockCorrected: (clock) => `A tiempo, al final: ${clock}`,
};

const WORDS: Readonly<Record<Language, FactWords>> = { en, 'pt-BR': ptBR, es };

export function factWords(language: Language): FactWords {
  return WORDS[language];
}
