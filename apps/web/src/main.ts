// First, so that what components say of their own elements comes later and counts.
import './styles/tokens.css';
import './styles/base.css';
import { prepareLanguage } from './language/language';

await prepareLanguage();
const { start } = await import('./start');
start();
