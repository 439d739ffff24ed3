import type { ServerResponse } from 'node:http';
import { sendText } from '../http/problem.js';
import { createDocsPage, docsStylesheet } from './docs-page.js';
import { createOpenApi } from './openapi.js';

type Page = (res: ServerResponse) => void;

let made: ReadonlyMap<string, Page> | null = null;

/** The pages about the REST calls, open to everybody, made when the first one is asked for. */
export function pages(): ReadonlyMap<string, Page> {
  made ??= makePages();
  return made;
}

function makePages(): ReadonlyMap<string, Page> {
  const document = createOpenApi();
  const toDocs: Page = (res) => {
    res.setHeader('location', '/api/docs');
    sendText(res, 302, { type: 'text/plain; charset=utf-8', body: 'The calls are described at /api/docs.\n' });
  };
  return new Map<string, Page>([
    ['/api', toDocs],
    ['/api/', toDocs],
    ['/api/openapi.json', textPage('application/json; charset=utf-8', `${JSON.stringify(document, null, 2)}\n`)],
    ['/api/docs', textPage('text/html; charset=utf-8', createDocsPage())],
    ['/api/docs.css', textPage('text/css; charset=utf-8', docsStylesheet)],
  ]);
}

function textPage(type: string, body: string): Page {
  return (res) => {
    res.setHeader('cache-control', 'no-cache');
    sendText(res, 200, { type, body });
  };
}
