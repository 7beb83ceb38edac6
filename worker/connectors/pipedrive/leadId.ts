/** Leads alone are numbered by UUIDs over there. */
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const isLeadId = (id: string): boolean => UUID.test(id);
