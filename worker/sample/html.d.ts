/** Pages that wrangler puts into the worker as text. */
declare module '*.html' {
  const text: string;
  export default text;
}
