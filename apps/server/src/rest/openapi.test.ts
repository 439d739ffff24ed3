import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../config-schema.js';
import { startTestServer, type TestServer } from '../testing.js';
import { createOpenApi } from './openapi.js';
import { routes } from './routes.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

describe('the description of the REST calls', () => {
  it('stands in docs/openapi.json as it is served (`npx vitest run apps/server -u` writes it anew)', async () => {
    const answer = await fetch(`${server.url}/api/openapi.json`);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    await expect(await answer.text()).toMatchFileSnapshot(path.join(projectRoot, 'docs', 'openapi.json'));
  });

  it('has every call', () => {
    const described = Object.entries(createOpenApi()['paths'] ?? {}).flatMap(([address, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${address}`),
    );
    expect(described.toSorted()).toEqual(routes.map(({ method, path: address }) => `${method} ${address}`).toSorted());
  });

  it('is a page without scripts for people', async () => {
    const answer = await fetch(`${server.url}/api/docs`);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const html = await answer.text();
    expect(html).not.toMatch(/<script|style=|javascript:/);
    for (const route of routes) expect(html).toContain(`<b>${route.method}</b> ${route.path}`);
    const stylesheet = await fetch(`${server.url}/api/docs.css`);
    expect(stylesheet.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect((await fetch(`${server.url}/api`)).url).toBe(`${server.url}/api/docs`);
  });
});
