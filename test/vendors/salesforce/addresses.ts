/** Where a faked org is spoken to, and how it says no. */
export const API = '/services/data/v62.0';
export const LOGIN = 'https://login.salesforce.com';

export function failed(
  status: number,
  errorCode: string,
  message: string,
  fields: readonly string[] = [],
): Response {
  return Response.json([{ message, errorCode, ...(fields.length > 0 ? { fields } : {}) }], { status });
}
