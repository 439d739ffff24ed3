import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type Rolldown, type Rollup } from 'vite';

const KIB = 1024;
/** What it takes to draw a board and to work on it, gzip. A build that outgrows it fails; half of it is React. */
const FIRST_LOAD_BUDGET = 146 * KIB;
const entry = fileURLToPath(new URL('src/main.tsx', import.meta.url));
/** Fetched one after the other as soon as the board is drawn. */
const FETCHED_SOON = /\/src\/(?:shell\/board-(?:tools|menu)|undo\/)/;
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

function firstLoadBudget(): Plugin {
  return {
    name: 'talkan:first-load-budget',
    apply: 'build',
    async writeBundle(_options, bundle) {
      const names = firstLoadChunks(bundle);
      const sizes = await Promise.all(names.map(async (name) => (await toGzip(codeOf(bundle[name]))).length));
      const total = sizes.reduce((sum, size) => sum + size, 0);
      const sentence = `First-load JavaScript: ${(total / KIB).toFixed(1)} KB gzip in ${names.length} files`;
      if (total > FIRST_LOAD_BUDGET) this.error(`${sentence}; the budget is ${FIRST_LOAD_BUDGET / KIB} KB.`);
      this.info(`${sentence}.`);
    },
  };
}

function firstLoadChunks(bundle: Rollup.OutputBundle): string[] {
  const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
  const queue = chunks.filter((chunk) => chunk.moduleIds.includes(entry));
  const names = new Set(queue.map((chunk) => chunk.fileName));
  for (const name of names) {
    const chunk = bundle[name];
    if (chunk?.type === 'chunk') for (const imported of chunk.imports) names.add(imported);
  }
  return [...names];
}

function codeOf(output: Rollup.OutputBundle[string] | undefined): string {
  return output?.type === 'chunk' ? output.code : '';
}

/** Tells the service worker the files of its build. */
function fillWorker(): Plugin {
  return {
    name: 'talkan:fill-worker',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const worker = bundle['sw.js'];
      if (worker?.type !== 'chunk') this.error('There is no service worker in the build.');
      const outputs = Object.values(bundle).filter(({ fileName }) => fileName.startsWith('assets/'));
      const first = outputs.find((output) => output.type === 'chunk' && output.moduleIds.includes(entry));
      if (!first) this.error('There is no file with the entry of the page in the build.');
      const names = [first, ...outputs.filter((output) => output !== first)].map(({ fileName }) => `/${fileName}`);
      const files = JSON.stringify([...names, '/favicon.svg', '/manifest.webmanifest']);
      const build = createHash('sha256')
        .update(files)
        .update(sourceOf(bundle['index.html']))
        .digest('base64url')
        .slice(0, 12);
      worker.code = worker.code.replaceAll('TALKAN_FILES', files).replaceAll('TALKAN_BUILD', JSON.stringify(build));
    },
  };
}

function sourceOf(output: Rollup.OutputBundle[string] | undefined): string | Uint8Array {
  return output?.type === 'asset' ? output.source : '';
}

const LIVE_COPY = '?live';

/**
 * tRPC's client is one module, and a module is in one file: what only the live feed needs of it would be loaded with the board. So the
 * live feed has a copy, from which everything else is shaken.
 */
function liveClientApart(): Plugin {
  return {
    name: 'talkan:live-client-apart',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (source !== '@trpc/client' || !importer?.endsWith('/src/sync/live/live.ts')) return null;
      const resolved = await this.resolve(source, importer, { skipSelf: true });
      return resolved && `${resolved.id}${LIVE_COPY}`;
    },
    load: (id) => (id.endsWith(LIVE_COPY) ? readFile(id.slice(0, -LIVE_COPY.length), 'utf8') : null),
  };
}

/** What is needed before anything can be drawn; known from the first question on. */
let firstModules: ReadonlySet<string> | undefined;

function findFirstModules(context: Rolldown.ChunkingContext): ReadonlySet<string> {
  const found = new Set([entry]);
  for (const id of found) for (const imported of context.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  return found;
}

/**
 * Keeps what the first paint needs in one file. Left to itself the bundler cuts it up by which of the parts that are loaded later share what,
 * into a dozen files that are loaded together all the same and compress worse. Icons and tRPC are left to it: a file that
 * names all of theirs would bring all along.
 */
function firstLoadChunk(id: string, context: Rolldown.ChunkingContext): string | null {
  // In the assistant's panel, which is fetched at once, and in what is fetched after it.
  if (id.includes('/icons/undo-2.')) return 'first';
  if (/\/(?:lucide-react|@trpc)\//.test(id)) return null;
  firstModules ??= findFirstModules(context);
  if (firstModules.has(id)) return 'first';
  return FETCHED_SOON.test(id) ? 'soon' : null;
}

const api = `http://127.0.0.1:${process.env['PORT'] ?? '3000'}`;

export default defineConfig({
  plugins: [react(), liveClientApart(), fillWorker(), precompress(), firstLoadBudget()],
  // The domain is read from its source, in dev and build alike; the API is known by its types alone.
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: {
    target: 'es2024',
    // The page's policy allows no data: URLs.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // All of it with the page: a style sheet that could not be had is never asked for again, and the part that comes later stands there bare.
    cssCodeSplit: false,
    rolldownOptions: {
      input: { index: 'index.html', [WORKER]: 'worker/sw.ts' },
      output: {
        entryFileNames: ({ name }) => (name === WORKER ? 'sw.js' : 'assets/[name]-[hash].js'),
        codeSplitting: { groups: [{ name: firstLoadChunk }] },
      },
    },
  },
  // The page's own host is passed on: the server compares it with the origin that a sign-in comes from.
  server: { proxy: { '/trpc': { target: api }, '/api': { target: api }, '/files': { target: api } } },
});
