/** How vendors number what they number by UUID (RFC 9562 §4), in either case. */
export const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
