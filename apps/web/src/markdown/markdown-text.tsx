import { t } from '@talkan/words/words';
import { useMemo, useState } from 'react';
import { Button } from '../ui/button';
import { BlockView } from './block-view';
import { MeaningContext, type Meaning } from './context';
import { beginningOf, tick } from './lines';
import styles from './markdown.module.css';
import { parseMarkdown } from './parse';

export interface MarkdownTextProps {
  readonly text: string;
  readonly meaning: Omit<Meaning, 'onTick'>;
  /** Takes the source with one box the other way round; without it boxes cannot be ticked. */
  readonly onTick?: ((source: string) => void) | undefined;
}

/** A text in Markdown as it is meant. Of a very long one the beginning, until somebody asks for all. */
export function MarkdownText({ text, meaning, onTick }: MarkdownTextProps) {
  const [whole, setWhole] = useState(false);
  const shown = whole ? text : beginningOf(text);
  const blocks = useMemo(() => parseMarkdown(shown), [shown]);
  const value = useMemo(
    () => ({ ...meaning, onTick: onTick ? (at: number) => onTick(tick(text, at)) : null }),
    [meaning, onTick, text],
  );
  return (
    <MeaningContext value={value}>
      <div className={styles['text']}>
        {blocks.map((block) => (
          <BlockView key={block.at} block={block} />
        ))}
      </div>
      {shown.length < text.length && (
        <div className={styles['more']}>
          <Button onClick={() => setWhole(true)}>{t`Show all`}</Button>
        </div>
      )}
    </MeaningContext>
  );
}
