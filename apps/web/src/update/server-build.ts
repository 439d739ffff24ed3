import { createSignal } from '../ui/signal';

export const BUILD_HEADER = 'x-talkan-build';

/** The build that the server's last answer came from; `null` before the first one. */
export const serverBuild = createSignal<string | null>(null);

/** How often a part of this page could not be had. */
export const missingParts = createSignal(0);

/** `fetch`, which notices by each answer whether the server was updated meanwhile. */
export async function fetchNoticing(input: RequestInfo | URL, init?: object): Promise<Response> {
  const response = await fetch(input, init);
  const build = response.headers.get(BUILD_HEADER);
  if (build !== null) serverBuild.set(build);
  return response;
}
