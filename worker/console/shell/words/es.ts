export { es as words } from '../../../../shared/messages/console/es.ts';
export { es as today } from '../../../../shared/messages/consoleToday/es.ts';
export { es as messages } from '../../../../shared/messages/es.ts';
