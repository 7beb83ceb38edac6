export { en as words } from '../../../../shared/messages/console/en.ts';
export { en as today } from '../../../../shared/messages/consoleToday/en.ts';
export { en as messages } from '../../../../shared/messages/en.ts';
