/** Bytes of a file as text, whoever wrote it: UTF-8, UTF-16 with or without a mark, else Windows-1252. */

/** Enough to tell an encoding by. */
const LOOK_BYTES = 64 * 1024;

export interface Decoded {
  readonly encoding: string;
  readonly text: AsyncIterable<string>;
}

/** @param stated `charset` of the content type */
export async function decode(body: ReadableStream<Uint8Array>, stated?: string): Promise<Decoded> {
  const reader = body.getReader();
  const first: Uint8Array[] = [];
  let length = 0;
  while (length < LOOK_BYTES) {
    const { done, value } = await reader.read();
    if (done) break;
    first.push(value);
    length += value.byteLength;
  }
  const start = joined(first, length);
  const encoding = encodingOf(start, stated);
  return { encoding, text: textFrom(start, reader, encoding) };
}

async function* textFrom(
  start: Uint8Array,
  reader: ReadableStreamDefaultReader<Uint8Array>,
  encoding: string,
): AsyncGenerator<string> {
  // Takes the byte order mark away by itself.
  const decoder = new TextDecoder(encoding);
  for (let at = 0; at < start.byteLength; at += LOOK_BYTES)
    yield decoder.decode(start.subarray(at, at + LOOK_BYTES), { stream: true });
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    for (let at = 0; at < value.byteLength; at += LOOK_BYTES)
      yield decoder.decode(value.subarray(at, at + LOOK_BYTES), { stream: true });
  }
  yield decoder.decode();
}

function encodingOf(start: Uint8Array, stated: string | undefined): string {
  const [a, b] = start;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (isKnown(stated)) return stated;
  const looked = start.subarray(0, 1_000);
  // Latin letters in UTF-16 leave every other byte empty.
  const empty = (parity: number) => looked.filter((byte, at) => at % 2 === parity && byte === 0).length;
  if (empty(1) > looked.length / 4) return 'utf-16le';
  if (empty(0) > looked.length / 4) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(start, { stream: true });
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

function isKnown(encoding: string | undefined): encoding is string {
  if (encoding === undefined) return false;
  try {
    return new TextDecoder(encoding).encoding !== '';
  } catch {
    return false;
  }
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}
