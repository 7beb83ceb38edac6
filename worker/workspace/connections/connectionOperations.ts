/** What each route about connections asks of the workspace. */
import { listLetters, retryLetter } from './connectionLetters.ts';
import { previewConnection } from './connectionPreview.ts';
import { mappingFor } from './connectionProposal.ts';
import { authorizeConnection, beginConnection, giveAccess } from './connectionAccess.ts';
import {
  agreeMapping,
  endConnection,
  listConnections,
  pauseConnection,
  readConnection,
  resumeConnection,
} from './connections.ts';

export const CONNECTION_OPERATIONS = {
  'GET /v1/connections': listConnections,
  'POST /v1/connections': beginConnection,
  'GET /v1/connections/callback': giveAccess,
  'GET /v1/connections/:id': readConnection,
  'DELETE /v1/connections/:id': endConnection,
  'POST /v1/connections/:id/authorize': authorizeConnection,
  'GET /v1/connections/:id/fields': mappingFor,
  'PUT /v1/connections/:id/mapping': agreeMapping,
  'POST /v1/connections/:id/preview': previewConnection,
  'POST /v1/connections/:id/pause': pauseConnection,
  'POST /v1/connections/:id/resume': resumeConnection,
  'GET /v1/connections/:id/letters': listLetters,
  'POST /v1/connections/:id/letters/:letter/retry': retryLetter,
} as const;
