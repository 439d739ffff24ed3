import { STATUS_CODES } from 'node:http';
import { z } from 'zod';
import { routes, type Route } from './routes.js';
import { problemAnswer } from './schemas.js';

const signIn = `TOKEN=$(curl -s http://127.0.0.1:3000/api/auth/login \\
  -H 'content-type: application/json' \\
  -d '{"username":"user","password":"password"}' | sed 's/.*"token":"\\([^"]*\\)".*/\\1/')
curl http://127.0.0.1:3000/api/board -H "authorization: Bearer $TOKEN"`;

/** The REST calls for people: one page that needs no script. */
export function createDocsPage(): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Talkan’s REST calls</title>
<link rel="stylesheet" href="/api/docs.css">
</head>
<body>
<header>
<h1>Talkan’s REST calls</h1>
<p>JSON in, JSON out. Sign in, then send the token with every call. Programs read the same as <a href="/api/openapi.json">openapi.json</a>.</p>
<pre><code>${escapeHtml(signIn)}</code></pre>
<nav aria-label="Calls"><ul>${routes.map(linkTo).join('')}</ul></nav>
</header>
<main>
${routes.map(sectionOf).join('\n')}
<section id="problems">
<h2>When a call fails</h2>
<p>The answer says why: a word for programs, a sentence for people.</p>
${schemaBlock('Answer', problemAnswer, 'output')}
</section>
</main>
</body>
</html>
`;
}

function linkTo(route: Route): string {
  return `<li><a href="#${anchorOf(route)}"><b>${route.method}</b> ${route.path}</a> ${escapeHtml(route.summary)}</li>`;
}

function sectionOf(route: Route): string {
  const statuses = route.failures.toSorted((a, b) => a - b).map((status) => `${status} ${STATUS_CODES[status] ?? ''}`);
  return `<section id="${anchorOf(route)}">
<h2>${escapeHtml(route.summary)}</h2>
<p><code><b>${route.method}</b> ${route.path}</code>${route.signedIn ? '' : ' · without a token'}</p>
<p>${prose(route.description)}</p>
${route.query === undefined ? '' : schemaBlock('Ask', route.query, 'input')}
${route.input === null ? '' : schemaBlock('Send', route.input, 'input')}
${schemaBlock('Answer', route.output, 'output')}
<p>May fail with ${escapeHtml(statuses.join(', '))}.</p>
</section>`;
}

function schemaBlock(title: string, schema: z.ZodType, io: 'input' | 'output'): string {
  const { $schema: _, ...shape } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return `<details><summary>${title}</summary><pre><code>${escapeHtml(JSON.stringify(shape, null, 2))}</code></pre></details>`;
}

function anchorOf({ method, path }: Route): string {
  return `${method}${path}`.toLowerCase().replaceAll('/', '-');
}

function prose(text: string): string {
  return escapeHtml(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

export const docsStylesheet = `:root { color-scheme: light dark; --ink: light-dark(#1f2328, #e6e6e6); --soft: light-dark(#59636e, #a0a7ae);
  --paper: light-dark(#fbfaf8, #17181a); --panel: light-dark(#fff, #1f2123); --line: light-dark(#dedbd5, #34373a); --link: light-dark(#0b57d0, #8ab4f8); }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 52rem; padding: 2rem 1rem 4rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, sans-serif; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.2rem; margin: 0 0 .25rem; }
a { color: var(--link); }
code, pre { font: .875rem/1.5 ui-monospace, monospace; }
pre { overflow-x: auto; margin: .5rem 0; padding: .75rem; background: var(--panel); border: 1px solid var(--line); border-radius: .5rem; }
nav ul { list-style: none; margin: 1rem 0; padding: 0; }
nav li { padding: .2rem 0; color: var(--soft); }
section { margin-top: 1.5rem; padding-top: 1.25rem; border-top: 1px solid var(--line); }
summary { cursor: pointer; padding: .35rem 0; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
`;
