export { ptBR as words } from '../../../../shared/messages/console/pt-BR.ts';
export { ptBR as today } from '../../../../shared/messages/consoleToday/pt-BR.ts';
export { ptBR as messages } from '../../../../shared/messages/pt-BR.ts';
