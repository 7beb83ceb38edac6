/**
 * What an integrator starts from, on the real worker: the document is valid OpenAPI 3.1, and `/docs`
 * shows it in a real browser, with nothing from elsewhere and nothing its policy forbids.
 */
import { chromium } from '@playwright/test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, onTestFinished, test } from 'vitest';
import { needsBrowser, openWorkspace } from '../support/journey.ts';

test('the document is valid OpenAPI 3.1, and a browser reads it under /docs', async (context) => {
  const { executable } = needsBrowser(context);
  const { origin } = await openWorkspace(context);
  const document = (await (await fetch(`${origin}/v1/openapi.json`)).json()) as { openapi: string };
  expect(document.openapi).toBe('3.1.0');
  const validator = new Validator();
  expect(await validator.validate(document)).toMatchObject({ valid: true });

  const browser = await chromium.launch({ executablePath: executable, args: ['--no-sandbox'] });
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && url.protocol !== 'data:') elsewhere.push(request.url());
  });
  await page.goto(`${origin}/docs#/devices%20in%20sync/postSyncPush`);
  await page.getByText('Push commands of an outbox, in order').first().waitFor();
  await page.getByText('Request body').first().waitFor();
  await page.getByText('clientId').first().waitFor();
  expect({ complaints, elsewhere }).toEqual({ complaints: [], elsewhere: [] });
}, 120_000);
