/** Plain JSON, as a cursor and an account's particulars are kept. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
