/** Pipedrive numbers what it keeps, its leads alone by UUIDs. */
import { UUID } from '../uuid.ts';

export const isLeadId = (id: string): boolean => UUID.test(id);
