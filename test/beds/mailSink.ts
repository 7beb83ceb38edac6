/**
 * The bed's outgoing server: accepts every mail, sends none on, and writes each one really sent as a
 * line of `sent.log`, which is the truth the journeys compare attempts with.
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { SMTPServer } from 'smtp-server';
import * as z from 'zod';

const Sent = z.object({ at: z.number(), from: z.string(), to: z.array(z.string()), subject: z.string() });
export type Sent = z.infer<typeof Sent>;

/** Listens on loopback until aborted. @param log file of JSON lines, one per mail. */
export async function startMailSink(port: number, log: string, signal: AbortSignal): Promise<void> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const subject = /^Subject: (.*)$/m.exec(Buffer.concat(chunks).toString('utf8'))?.[1]?.trim() ?? '';
        const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
        const to = session.envelope.rcptTo.map((recipient) => recipient.address);
        appendFileSync(log, `${JSON.stringify({ at: Date.now(), from, to, subject } satisfies Sent)}\n`);
        done();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  signal.addEventListener('abort', () => server.close(() => undefined), { once: true });
}

/** Mails really sent so far, oldest first. */
export function sentMails(log: string): Sent[] {
  if (!existsSync(log)) return [];
  const lines = readFileSync(log, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => Sent.parse(JSON.parse(line)));
}
