import { ASSISTANT_SETTINGS_PATH } from '../assistant-settings/path';
import { isHome } from '../home/paths';
import { NOTICES_PATH } from '../notices/path';

/** A page that belongs to no board. */
export type OwnPage = 'home' | 'notices' | 'assistant-settings';

/** `null`: it may be a board's address. */
export function pageAt(address: string): OwnPage | null {
  if (isHome(address)) return 'home';
  if (address === NOTICES_PATH) return 'notices';
  return address === ASSISTANT_SETTINGS_PATH ? 'assistant-settings' : null;
}
