/** Said when the worker no longer knows who this is; the page, loaded again, says how to sign in. */
import type { ConsoleWords } from '../../../shared/messages/console/index.ts';

export function SignedOut({ words }: { readonly words: ConsoleWords }) {
  return (
    <main class="alone">
      <h1>{words.signedOut.title}</h1>
      <p>{words.signedOut.text}</p>
      <a class="button strong" href={location.href} onClick={() => location.reload()}>
        {words.signIn}
      </a>
    </main>
  );
}
