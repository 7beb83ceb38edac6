/** The rules behind `date-holidays`, which its own types leave out. */
declare module 'date-holidays/data' {
  interface Place {
    readonly zones?: readonly string[];
    readonly days?: Readonly<Record<string, unknown>>;
    readonly states?: Readonly<Record<string, Place>>;
    readonly regions?: Readonly<Record<string, Place>>;
  }
  export const data: { readonly version: string; readonly holidays: Readonly<Record<string, Place>> };
}
