import { useMarkdown } from './load-markdown';
import styles from './markdown.module.css';
import { useMeaning } from './use-meaning';

interface MarkdownViewProps {
  readonly text: string;
  /** Takes the source with one box the other way round; without it boxes cannot be ticked. */
  readonly onTick?: ((source: string) => void) | undefined;
}

/** A text in Markdown, to be read. Until what draws it is there, it is shown as it was typed. */
export function MarkdownView({ text, onTick }: MarkdownViewProps) {
  const markdown = useMarkdown();
  const meaning = useMeaning();
  if (!markdown) return <div className={styles['plain']}>{text}</div>;
  return <markdown.MarkdownText text={text} meaning={meaning} onTick={onTick} />;
}
