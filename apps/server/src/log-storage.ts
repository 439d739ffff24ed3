import type { Services } from '@talkan/api/context';
import type { Log } from './log.js';

/** Writes down when nothing can be saved any more, and when it can again; also what was so before anybody listened. */
export function logStorage({ storage }: Services, log: Log): void {
  const tell = ({ status, message, details }: ReturnType<typeof storage.state>) => {
    if (message !== null) log.warn({ storage: status, details }, message);
    else if (status === 'ok') log.info({ storage: status }, 'Changes are saved.');
  };
  if (storage.state().message !== null) tell(storage.state());
  storage.listen(tell);
}
