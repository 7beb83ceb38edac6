/** `npx drizzle-kit generate --config worker/workspace/drizzle.config.ts` after a change of schema.ts. */
import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  driver: 'durable-sqlite',
  schema: './worker/workspace/schema.ts',
  out: './worker/workspace/migrations',
  casing: 'snake_case',
});
