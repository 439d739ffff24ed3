// First, so that what components say of their own elements comes later and counts.
import './styles/tokens.css';
import './styles/base.css';
import './styles/touch.css';
import { prepareLanguage } from './language/language';

async function open(): Promise<void> {
  await prepareLanguage();
  const { start } = await import('./start');
  start();
}

// Nothing waits at the top: what is fetched here takes from this file, and would wait for it in turn.
void open();
