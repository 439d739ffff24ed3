import { fileURLToPath } from 'node:url';
import type { Rolldown } from 'vite';

/** A file of the build and the modules that it begins with: all that they need is in it, as far as no file before it has that. */
interface Chunk {
  readonly name: string;
  readonly roots: readonly string[];
}

const moduleAt = (path: string) => fileURLToPath(new URL(`src/${path}`, import.meta.url));

/** Finds the language of the page, and has what draws it fetched. */
const ENTRY = moduleAt('main.ts');
/** Draws the page. */
export const START = moduleAt('start.tsx');
/** The typed command language. */
export const LANGUAGE = moduleAt('command/language.ts');

/**
 * Left to itself the bundler cuts up what is loaded together by which of the parts that are loaded later share what: a hundred files for one
 * board, where a browser asks for six at a time, that compress worse. So what is wanted at one time is one file.
 */
const CHUNKS: readonly Chunk[] = [
  // Nothing else of the page may run until the language is known.
  { name: 'before', roots: [ENTRY] },
  { name: 'first', roots: [START] },
  // What works on the board that stands there.
  {
    name: 'hand',
    roots: [
      'auth/account-menu.tsx',
      'board/card-menu.tsx',
      'board/column-actions.tsx',
      'board/drag/hand.ts',
      'fields/front.ts',
      'filter/filter-bar.tsx',
      'keys/board-keys.tsx',
      'notices/bell.tsx',
      'selection/choosing.tsx',
      'shell/board-tools.tsx',
    ].map(moduleAt),
  },
  { name: 'chat', roots: [moduleAt('chat/chat-panel.tsx')] },
  { name: 'card', roots: ['card/card-sheet.tsx', 'comments/card-activity.tsx'].map(moduleAt) },
];

const ICON = /\/lucide-react\/dist\/esm\/icons\/(?<name>[\w-]+)\.m?js$/;
const NAMES_ICONS = /import\s*\{(?<names>[^}]*)\}\s*from\s*['"]lucide-react['"]/g;
/** The client of the server: which parts of it belong together it knows best itself. */
const CLIENT = /\/@trpc\//;

/** What the bundler is told of all of them: a file before another takes what both need. */
export const PAGE_CHUNKS = CHUNKS.map((chunk, index) => ({
  name: (id: string, context: Rolldown.ChunkingContext) => (isIn(chunk, id, context) ? chunk.name : null),
  priority: CHUNKS.length - index,
}));

function isIn({ roots }: Chunk, id: string, context: Rolldown.ChunkingContext): boolean {
  if (CLIENT.test(id)) return false;
  const icon = ICON.exec(id)?.groups?.['name'];
  return roots.some((root) => {
    const { modules, icons } = neededBy(root, context);
    return icon === undefined ? modules.has(id) : icons.has(icon);
  });
}

/** Keeps the command language in one file with what questions and dates share with it, which come after it. */
export function languageChunk(id: string, context: Rolldown.ChunkingContext): string | null {
  const isOwn = /\/(?:board|web)\/src\/command\//.test(id);
  return isOwn && neededBy(LANGUAGE, context).modules.has(id) ? 'language' : null;
}

interface Needed {
  readonly modules: ReadonlySet<string>;
  /** By the names of their files: the one module that names all icons would bring all along. */
  readonly icons: ReadonlySet<string>;
}

/** What a module needs to run, itself included; known from the first question on. */
const known = new Map<string, Needed>();

function neededBy(from: string, context: Rolldown.ChunkingContext): Needed {
  const before = known.get(from);
  if (before) return before;
  const modules = new Set([from]);
  const icons = new Set<string>();
  for (const id of modules) {
    const info = context.getModuleInfo(id);
    for (const imported of info?.importedIds ?? []) if (!imported.includes('/lucide-react/')) modules.add(imported);
    for (const name of iconsNamedIn(info?.code ?? '')) icons.add(name);
  }
  const needed = { modules, icons };
  known.set(from, needed);
  return needed;
}

/** `import { Undo2 as Back } from 'lucide-react'`: undo-2. */
function iconsNamedIn(code: string): readonly string[] {
  return [...code.matchAll(NAMES_ICONS)].flatMap(({ groups }) =>
    (groups?.['names'] ?? '').split(',').map((name) => fileOf(name.trim().replace(/\s+as\s.*$/, ''))),
  );
}

function fileOf(icon: string): string {
  return icon.replaceAll(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Za-z])(?=\d)/g, '-').toLowerCase();
}
