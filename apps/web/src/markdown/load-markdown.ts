import { useLoaded } from '../ui/use-loaded';

type Part = Awaited<ReturnType<typeof fetchMarkdown>>;

const fetchMarkdown = () => import('./markdown-text');

let loaded: Part | null = null;

async function loadMarkdown(): Promise<Part> {
  loaded = await fetchMarkdown();
  return loaded;
}

/** What draws Markdown. It comes after the page; once it is there, it is there at the first drawing of everything. */
export function useMarkdown(): Part | null {
  const part = useLoaded(loadMarkdown);
  return loaded ?? part;
}
