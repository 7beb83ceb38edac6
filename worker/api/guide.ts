/** What one reads before the first request: how to get in, what every answer has in common. Markdown, in `info`. */
import { PROBLEM_TYPES } from '../../shared/protocol/problem.ts';

/** What each kind of problem tells whoever made the request. */
export const MEANINGS: Readonly<Record<keyof typeof PROBLEM_TYPES, string>> = {
  'bad-request': 'No JSON, no such protocol, a header nobody can read.',
  'no-token': 'Nothing says who asks: send `Authorization: Bearer cmb_…`.',
  'bad-token': 'Unknown, expired or revoked. Sign in again; repeating does not help.',
  forbidden: 'The role may not do this, or not to this lead.',
  'not-found': 'Not there, or not for you: both answer the same.',
  'method-not-allowed': '`Allow` names the methods of this address.',
  conflict: 'It cannot be done now, or was done; `code` and `theirs` say what stands there.',
  gone: 'A link or code that was good once, or for a while.',
  'precondition-failed': 'Somebody saved in between; `theirs` is what it says now.',
  'too-large': 'Send less at once; the limit is in the sentence.',
  'unsupported-media-type': 'JSON, unless the route takes a file; never packed (`Content-Encoding`).',
  'invalid-body':
    'Each fault is in `errors`, with a JSON pointer into the body or the name of the parameter.',
  'too-many-requests': 'Wait for `Retry-After` seconds.',
  internal: 'Ours. Try again; it is logged without your data.',
};

const rows = Object.entries(PROBLEM_TYPES)
  .map(([kind, status]) => `| ${status} | \`${kind}\` | ${MEANINGS[kind as keyof typeof PROBLEM_TYPES]} |`)
  .join('\n');

export const GUIDE = `The agreement between marketing and sales as a service: definitions both sides signed, the leads
they are about, and clocks that say who owes what by when.

## First requests

\`\`\`sh
API=https://combinado.example.workers.dev/v1

# once, with the setup token of the deployment: a workspace, its first agreement, its first admin
curl -X POST $API/setup -H "Authorization: Bearer $SETUP_TOKEN" -H 'Content-Type: application/json' \\
  -d '{"workspace": "Acme", "language": "en", "admin": {"name": "Dana"}}'
# → {…, "token": "cmb_…", "link": "https://…/join#…"}   keep the token; the link signs you in to /console, once

TOKEN=cmb_…
curl -H "Authorization: Bearer $TOKEN" $API/me
\`\`\`

## Who asks

* **A token**, \`Authorization: Bearer cmb_<workspace>_<secret>\`: what programs send. The workspace is part of
  it, so no address names one. A person gets a token by signing in (\`/v1/authorize\` and \`/v1/token\`, OAuth
  code with PKCE) or by a pairing code (\`/v1/pair\`); setup gives the first one. A token lasts until its device
  is revoked (\`/v1/devices\`); one that is changed (\`/v1/devices/rotate\`) is given up for good, and a
  copy that comes back signs the device out.
* **The console's cookie**, \`__Host-combinado\`: pages of this worker only.
* Each route says who may call it: \`admin\`, \`manager\`, \`marketer\`, \`sdr\`. An sdr reads own and
  unassigned leads; what is out of one's view answers as if it were not there.

## Errors

Always \`application/problem+json\` (RFC 9457), with a sentence for people in \`detail\`, a code in \`reason\`
where there is more to say, and all faults of a body at once:

\`\`\`json
{
  "type": "urn:combinado:problem:invalid-body",
  "title": "The content is not as expected",
  "status": 422,
  "detail": "See \`errors\` for each field that is not as expected.",
  "errors": [{"pointer": "/leads/0/emails/0", "detail": "this is no e-mail address", "reason": {"code": "no_email"}}]
}
\`\`\`

| status | type: \`urn:combinado:problem:…\` | |
| --- | --- | --- |
${rows}

## What every request may rely on

* **Lists** go on by \`cursor\`: send the one of the last answer until it is \`null\`. It is opaque, and holds
  its place while leads come and go.
* **Repeats.** A write with an \`Idempotency-Key\` (a UUID) is done once within a day and answered as the first
  time; the same key with another body is a \`conflict\`. Signals, attempts and commands have an \`id\` of their own.
* **Saving over somebody.** The draft's \`ETag\` goes back as \`If-Match\`; without one a draft is only begun, never
  saved over.
* **Reading again.** \`If-None-Match\` with an \`ETag\` answers 304 where nothing changed: versions, schemas, the
  address filter, the calendar feed.
* **Parameters** that are not listed, or given twice, are refused: a misspelt filter would be believed.
* **How often.** 600 requests a minute for one device; sign-in, codes and lookups have limits of their own. Beyond
  them: 429 with \`Retry-After\`.
* **Long work** (imports, previews, publishing, restoring) answers with a job: \`GET /v1/jobs/{id}\` tells how far
  it is and \`…/cancel\` stops it. A report that is still added up answers 202; ask again after \`Retry-After\`.
* **Times** are milliseconds since 1970, days are \`YYYY-MM-DD\`. A deal's amount is in its currency; reports add up in cents.
* **Sizes.** JSON up to 2 MiB, 500 leads or 1,000 signals at once; files stream, so they may be of any size.

## Webhooks out

Signed by [Standard Webhooks](https://www.standardwebhooks.com): \`webhook-id\`, \`webhook-timestamp\`,
\`webhook-signature\`. At least once: a repeat has the same \`webhook-id\`. What is not answered by a 2xx is tried for
five days with growing pauses, then listed at \`GET /v1/admin/outbox?state=dead\`.
`;
