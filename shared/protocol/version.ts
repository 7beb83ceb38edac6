/**
 * Version of everything under `protocol/`, sent as `Combinado-Protocol` with each request (SYN8).
 * Raise it whenever the schema hash in `test/shared/protocol.test.ts` changes, and add a line here.
 *
 * 1  2026-11  first: setup, members, definitions, leads, signals, push, pull, socket.
 * 2  2026-11  what versions say of sites, in a pull beside their bodies; hours of a team.
 * 3  2026-11  what the sides say about hand-offs: a command, and its facts in a pull beside the others;
 *             the first admin's link, who is in a new team; a route may name a person, which pulls leave out;
 *             which company a lead is of, and that company's leads outside the member's view; why
 *             something was refused, as a code beside its sentence.
 */
export const PROTOCOL = 3;
export const PROTOCOL_HEADER = 'Combinado-Protocol';
