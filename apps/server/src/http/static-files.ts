import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface StaticFile {
  readonly type: string;
  readonly etag: string;
  readonly plain: Buffer;
  readonly br: Buffer | null;
  readonly gzip: Buffer | null;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/**
 * All files under `root`, by their address, with the `.br` and `.gz` that the build laid beside them.
 * They are kept in memory (the whole app weighs about a megabyte): a build that replaces the folder under a running server
 * then takes nothing away from pages that are open, and cannot end the process with a file that is suddenly gone.
 */
export function loadStaticFiles(root: string): ReadonlyMap<string, StaticFile> {
  const contents = new Map<string, Buffer>();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.startsWith('.')) continue;
    const file = path.join(entry.parentPath, entry.name);
    contents.set(`/${path.relative(root, file).split(path.sep).join('/')}`, readFileSync(file));
  }
  const files = new Map<string, StaticFile>();
  for (const [address, plain] of contents) {
    const extension = path.extname(address);
    if (extension === '.br' || extension === '.gz') continue;
    files.set(address, {
      type: TYPES[extension] ?? 'application/octet-stream',
      etag: `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
      plain,
      br: contents.get(`${address}.br`) ?? null,
      gzip: contents.get(`${address}.gz`) ?? null,
    });
  }
  return files;
}
