import { t } from '@talkan/words/words';
import { memo, use, useId, type ReactNode } from 'react';
import { classNames } from '../ui/class-names';
import { CodeBlock } from './code-block';
import { MeaningContext } from './context';
import { Inlines } from './inline-view';
import styles from './markdown.module.css';
import type { Block, Cell, Item, Task } from './tree';

/** One of a text's parts. `data-at` leads back from the screen to the source. */
export const BlockView = memo(function BlockView({ block }: { block: Block }): ReactNode {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p dir="auto" data-at={block.at}>
          <Inlines parts={block.children} />
        </p>
      );
    case 'heading':
      return <Heading block={block} />;
    case 'code':
      return <CodeBlock at={block.at} text={block.text} language={block.language} />;
    case 'quote':
      return (
        <blockquote data-at={block.at}>
          <Blocks blocks={block.children} />
        </blockquote>
      );
    case 'list':
      return <List block={block} />;
    case 'table':
      return <Table block={block} />;
    case 'rule':
      return <hr />;
    case 'plain':
      return (
        <div dir="auto" className={styles['plain']} data-at={block.at}>
          {block.text}
        </div>
      );
  }
});

function Blocks({ blocks, tight = false }: { blocks: readonly Block[]; tight?: boolean }): ReactNode {
  return blocks.map((block, index) =>
    tight && block.kind === 'paragraph' ? (
      // A text is drawn anew as a whole.
      // oxlint-disable-next-line react/no-array-index-key
      <span key={index} dir="auto" data-at={block.at} className={styles['line']}>
        <Inlines parts={block.children} />
      </span>
    ) : (
      // oxlint-disable-next-line react/no-array-index-key
      <BlockView key={index} block={block} />
    ),
  );
}

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;

/** The card's number is the page's second level: what its text has as titles comes below that. */
function Heading({ block }: { block: Of<'heading'> }) {
  const Tag = (['h3', 'h4', 'h5'] as const)[block.level - 1] ?? 'h6';
  return (
    <Tag dir="auto" data-at={block.at}>
      <Inlines parts={block.children} />
    </Tag>
  );
}

function List({ block }: { block: Of<'list'> }) {
  const Tag = block.start === null ? 'ul' : 'ol';
  return (
    <Tag data-at={block.at} start={block.start === null || block.start === 1 ? undefined : block.start}>
      {block.items.map((item) => (
        <ItemView key={item.at} item={item} tight={block.tight} />
      ))}
    </Tag>
  );
}

function ItemView({ item, tight }: { item: Item; tight: boolean }) {
  const [first, ...rest] = item.children;
  const nameId = useId();
  if (!item.task) {
    return (
      <li data-at={item.at}>
        <Blocks blocks={item.children} tight={tight} />
      </li>
    );
  }
  return (
    <li data-at={item.at} className={classNames(styles['task'], item.task.done && styles['ticked'])}>
      <Box task={item.task} nameId={nameId} />
      <span id={nameId} className={styles['name']}>
        {first && <Blocks blocks={[first]} tight />}
      </span>
      {rest.length > 0 && (
        <div className={styles['rest']}>
          <Blocks blocks={rest} tight={tight} />
        </div>
      )}
    </li>
  );
}

function Box({ task, nameId }: { task: Task; nameId: string }) {
  const onTick = use(MeaningContext)?.onTick;
  return (
    <span className={styles['box']}>
      <input
        type="checkbox"
        checked={task.done}
        disabled={!onTick}
        aria-labelledby={nameId}
        onChange={() => onTick?.(task.at)}
      />
    </span>
  );
}

function Table({ block: { at, head, rows } }: { block: Of<'table'> }) {
  return (
    // It is scrolled by keys, too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles['table']} data-at={at} tabIndex={0} aria-label={t`Table`}>
      <table>
        <thead>
          <Row cells={head} tag="th" />
        </thead>
        {rows.length > 0 && (
          <tbody>
            {rows.map((cells, index) => (
              // oxlint-disable-next-line react/no-array-index-key
              <Row key={index} cells={cells} tag="td" />
            ))}
          </tbody>
        )}
      </table>
    </section>
  );
}

function Row({ cells, tag: Tag }: { cells: readonly Cell[]; tag: 'th' | 'td' }) {
  return (
    <tr>
      {cells.map(({ align, children }, index) => (
        // oxlint-disable-next-line react/no-array-index-key
        <Tag key={index} dir="auto" className={align ? styles[align] : undefined}>
          <Inlines parts={children} />
        </Tag>
      ))}
    </tr>
  );
}
