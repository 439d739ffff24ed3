import type { ServerResponse } from 'node:http';
import { sendText } from '../http/problem.js';
import { createDocsPage, docsStylesheet } from './docs-page.js';
import { createOpenApi } from './openapi.js';

type Page = (res: ServerResponse) => void;

/** The pages about the REST calls, open to everybody, by their address. Each is made when it is first asked for. */
export const pages: ReadonlyMap<string, Page> = new Map<string, Page>([
  ['/api', toDocs],
  ['/api/', toDocs],
  [
    '/api/openapi.json',
    textPage('application/json; charset=utf-8', () => `${JSON.stringify(createOpenApi(), null, 2)}\n`),
  ],
  ['/api/docs', textPage('text/html; charset=utf-8', createDocsPage)],
  ['/api/docs.css', textPage('text/css; charset=utf-8', () => docsStylesheet)],
]);

function toDocs(res: ServerResponse): void {
  res.setHeader('location', '/api/docs');
  sendText(res, 302, { type: 'text/plain; charset=utf-8', body: 'The calls are described at /api/docs.\n' });
}

function textPage(type: string, make: () => string): Page {
  let body: string | undefined;
  return (res) => {
    body ??= make();
    res.setHeader('cache-control', 'no-cache');
    sendText(res, 200, { type, body });
  };
}
