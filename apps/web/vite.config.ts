import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type Rollup } from 'vite';
import { LANGUAGE, languageChunk, PAGE_CHUNKS, START } from './chunks.ts';

const KIB = 1024;
const kept = fileURLToPath(new URL('src/offline/offline.ts', import.meta.url));
/** What parts of the page may weigh, gzip. A build that outgrows one of them fails. */
const BUDGETS: readonly Budget[] = [
  // What it takes to draw a board and to work on it; half of it is React.
  { name: 'First-load JavaScript', from: START, most: 150 * KIB },
  { name: 'The command language', from: LANGUAGE, most: 60 * KIB },
];
const COMPRESSIBLE = /\.(?:js|css|html|svg|webmanifest)$/;

/** The service worker: a script of its own, at an address that stays. */
const WORKER = 'sw';

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);

/** Writes `.br` and `.gz` beside every text file over 1 KiB, so that the server compresses nothing while it serves. */
function precompress(): Plugin {
  return {
    name: 'talkan:precompress',
    apply: 'build',
    async writeBundle({ dir }) {
      if (!dir) return;
      const names = await readdir(dir, { recursive: true });
      await Promise.all(names.filter((name) => COMPRESSIBLE.test(name)).map((name) => compressFile(join(dir, name))));
    },
  };
}

async function compressFile(path: string): Promise<void> {
  const content = await readFile(path);
  if (content.length <= KIB) return;
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
  const [br, gz] = await Promise.all([toBrotli(content, quality), toGzip(content, { level: 9 })]);
  await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gz)]);
}

interface Budget {
  readonly name: string;
  /** The module that it begins with. */
  readonly from: string;
  readonly most: number;
}

function budgets(): Plugin {
  return {
    name: 'talkan:budgets',
    apply: 'build',
    async writeBundle(_options, bundle) {
      for (const { name, from, most } of BUDGETS) {
        const files = filesFor(from, bundle);
        if (files.length === 0) this.error(`${name} has no file in the build.`);
        const sizes = await Promise.all(
          files.map(async (file) => (await toGzip(codeOf(bundle[file]), { level: 9 })).length),
        );
        const total = sizes.reduce((sum, size) => sum + size, 0);
        const sentence = `${name}: ${(total / KIB).toFixed(1)} KB gzip in ${files.length} files`;
        if (total > most) this.error(`${sentence}; the budget is ${most / KIB} KB.`);
        this.info(`${sentence}.`);
      }
    },
  };
}

/** The files that a module comes with. Of one that is loaded later those alone that no other part of the page brings. */
function filesFor(from: string, bundle: Rollup.OutputBundle): readonly string[] {
  const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
  const own = chunks.filter(({ moduleIds }) => moduleIds.includes(from));
  const needsOwn = (chunk: Rollup.OutputChunk) =>
    own.some(({ fileName }) => withImports([chunk], bundle).has(fileName));
  const others = chunks.filter((chunk) => (chunk.isEntry || chunk.isDynamicEntry) && !needsOwn(chunk));
  const elsewhere = withImports(others, bundle);
  return [...withImports(own, bundle)].filter((file) => !elsewhere.has(file));
}

function withImports(chunks: readonly Rollup.OutputChunk[], bundle: Rollup.OutputBundle): ReadonlySet<string> {
  const files = new Set(chunks.map(({ fileName }) => fileName));
  for (const file of files) {
    const chunk = bundle[file];
    if (chunk?.type === 'chunk') for (const imported of chunk.imports) files.add(imported);
  }
  return files;
}

function codeOf(output: Rollup.OutputBundle[string] | undefined): string {
  return output?.type === 'chunk' ? output.code : '';
}

/** Names in the page the file that was built of the script that stands before all others. */
function firstPaint(): Plugin {
  const source = 'src/appearance/first-paint.ts';
  return {
    name: 'talkan:first-paint',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const built = Object.values(bundle).find(
          (output) => output.type === 'chunk' && output.facadeModuleId?.endsWith(source),
        );
        if (built?.type !== 'chunk' || built.imports.length > 0)
          throw new Error(`${source} must be one file that needs no other.`);
        return html.replace(`/${source}`, `/${built.fileName}`);
      },
    },
  };
}

/** Names the build: in the page, by which it knows that the server has another one by now, and in the service worker with all of its files. */
function nameBuild(): Plugin {
  return {
    name: 'talkan:name-build',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const worker = bundle['sw.js'];
      if (worker?.type !== 'chunk') this.error('There is no service worker in the build.');
      const outputs = Object.values(bundle).filter(({ fileName }) => fileName.startsWith('assets/'));
      const names = outputs.map(({ fileName }) => `/${fileName}`);
      const files = JSON.stringify([...names, '/favicon.svg', '/manifest.webmanifest']);
      const page = bundle['index.html'];
      if (page?.type !== 'asset' || typeof page.source !== 'string') this.error('There is no page in the build.');
      const build = createHash('sha256').update(files).update(page.source).digest('base64url').slice(0, 12);
      page.source = page.source.replace('TALKAN_BUILD', build);
      worker.code = worker.code.replaceAll('TALKAN_FILES', files).replaceAll('TALKAN_BUILD', JSON.stringify(build));
    },
  };
}

/** What needs more of tRPC's client than a board does, by what its copy is called. */
const OWN_CLIENTS = { live: '/src/sync/live/live.ts', stream: '/src/chat/stream-client.ts' };
const COPY = /\?(?:live|stream)$/;

/**
 * tRPC's client is one module, and a module is in one file: what only the live feed and the assistant need of it would be loaded with the
 * board. So each of them has a copy, from which everything else is shaken.
 */
function clientsApart(): Plugin {
  return {
    name: 'talkan:clients-apart',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer) {
      const name = Object.entries(OWN_CLIENTS).find(([, path]) => importer?.endsWith(path))?.[0];
      if (source !== '@trpc/client' || name === undefined) return null;
      const resolved = await this.resolve(source, importer, { skipSelf: true });
      return resolved && `${resolved.id}?${name}`;
    },
    load: (id) => (COPY.test(id) ? readFile(id.replace(COPY, ''), 'utf8') : null),
  };
}

/** What of react-query this page uses through tRPC, and what it does not: the bridge between them names all there is. */
const QUERY_USED = ['QueryClient', 'hashKey', 'queryOptions', 'skipToken', 'useQuery'];
const QUERY_UNUSED = [
  'infiniteQueryOptions',
  'useInfiniteQuery',
  'useMutation',
  'usePrefetchInfiniteQuery',
  'usePrefetchQuery',
  'useQueries',
  'useSuspenseInfiniteQuery',
  'useSuspenseQueries',
  'useSuspenseQuery',
];
const QUERY_BRIDGE = '\0talkan:react-query';

/** Leaves out of the page what nobody calls: whoever does is told to add it to what is used. */
function queriesAlone(): Plugin {
  return {
    name: 'talkan:queries-alone',
    apply: 'build',
    enforce: 'pre',
    resolveId: (source, importer) =>
      source === '@tanstack/react-query' && importer?.includes('/@trpc/react-query/') ? QUERY_BRIDGE : null,
    load: (id) =>
      id === QUERY_BRIDGE
        ? `export { ${QUERY_USED.join(', ')} } from '@tanstack/react-query';
const none = () => { throw new Error('Not in the page: see queriesAlone in vite.config.ts.'); };
export { ${QUERY_UNUSED.map((name) => `none as ${name}`).join(', ')} };`
        : null,
  };
}

/** Has the browser fetch what draws the page while it is still asking for the language, and what reads the board that it has kept. */
function preloadStart(): Plugin {
  return {
    name: 'talkan:preload-start',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const chunks = [START, kept].map((id) => {
          const chunk = Object.values(bundle).find(
            (output) => output.type === 'chunk' && output.moduleIds.includes(id),
          );
          if (chunk?.type !== 'chunk') throw new Error(`There is no file in the build with ${id}.`);
          return chunk;
        });
        const attrs = { rel: 'modulepreload', crossorigin: true };
        // With what they import: it would be found out about only when they are there.
        return [...withImports(chunks, bundle)]
          .filter((file) => !html.includes(file))
          .map((file) => ({ tag: 'link', attrs: { ...attrs, href: `/${file}` }, injectTo: 'head' }));
      },
    },
  };
}

const api = `http://127.0.0.1:${process.env['PORT'] ?? '3000'}`;

export default defineConfig({
  plugins: [
    react(),
    preloadStart(),
    clientsApart(),
    firstPaint(),
    queriesAlone(),
    nameBuild(),
    precompress(),
    budgets(),
  ],
  // The domain is read from its source, in dev and build alike; the API is known by its types alone.
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: {
    target: 'es2024',
    // The page's policy allows no data: URLs.
    assetsInlineLimit: 0,
    // Parts that come later are in the worker's cache by then, and what would ask for all that they need weighs more than it saves.
    modulePreload: false,
    reportCompressedSize: false,
    // All of it with the page: a style sheet that could not be had is never asked for again, and the part that comes later stands there bare.
    cssCodeSplit: false,
    rolldownOptions: {
      input: { index: 'index.html', look: 'src/appearance/first-paint.ts', [WORKER]: 'worker/sw.ts' },
      output: {
        entryFileNames: ({ name }) => (name === WORKER ? 'sw.js' : 'assets/[name]-[hash].js'),
        codeSplitting: {
          groups: [
            ...PAGE_CHUNKS,
            // What other parts of the page share with it stays theirs.
            { name: languageChunk, includeDependenciesRecursively: false },
          ],
        },
      },
    },
  },
  // The page's own host is passed on: the server compares it with the origin that a sign-in comes from.
  server: { proxy: { '/trpc': { target: api }, '/api': { target: api }, '/files': { target: api } } },
});
