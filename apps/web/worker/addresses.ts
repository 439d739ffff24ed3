/** Who answers a request of a page's: the server itself, or this worker. */
type Kind = 'page' | 'asset' | 'server';

/** As the server sorts addresses: pages are those that belong to no door of programs and have no file's ending. */
export function kindOf({ mode, pathname }: { readonly mode: string; readonly pathname: string }): Kind {
  // Vite puts a hash of the content into every name under assets/: they never change.
  if (pathname.startsWith('/assets/')) return 'asset';
  if (mode !== 'navigate' || pathname.slice(pathname.lastIndexOf('/')).includes('.')) return 'server';
  return DOORS.some((door) => pathname === door || pathname.startsWith(`${door}/`)) ? 'server' : 'page';
}

/** What belongs to programs, and must be asked of the server each time. */
export const DOORS: readonly string[] = ['/trpc', '/api', '/files', '/mcp', '/healthz', '/readyz'];
