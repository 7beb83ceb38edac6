/** Put into one page when the person asks to teach its site; leaves nothing behind when they are done (OVR5). */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { ask } from '../messages.ts';
import { teach } from '../page/teach.ts';

declare global {
  /** In our own isolated world: the lesson already under way in this page. */
  var combinadoLesson: AbortController | undefined;
}

export default defineUnlistedScript(() => {
  globalThis.combinadoLesson?.abort();
  const lesson = new AbortController();
  globalThis.combinadoLesson = lesson;
  void teach(ask, lesson.signal);
});
