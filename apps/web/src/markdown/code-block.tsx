import { t } from '@talkan/words/words';
import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { announce } from '../ui/announce';
import { IconButton } from '../ui/button';
import styles from './markdown.module.css';

/** Code as it was written, with a button that copies it. */
export function CodeBlock({ at, text, language }: { at: number; text: string; language: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      announce(t`Code copied.`);
    } catch {
      // Plain http has no clipboard, and whoever has one may not lend it.
      announce(t`Your browser does not let this page copy. Select the code and copy it yourself.`);
    }
  };
  return (
    <figure className={styles['code']} data-at={at}>
      {language !== '' && <figcaption>{language}</figcaption>}
      {/* It is scrolled by keys, too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0} aria-label={t`Code`}>
        <code>{text}</code>
      </pre>
      <IconButton label={copied ? t`Code copied` : t`Copy code`} className={styles['copy']} onClick={() => void copy()}>
        {copied ? <Check size={14} aria-hidden="true" /> : <Copy size={14} aria-hidden="true" />}
      </IconButton>
    </figure>
  );
}
