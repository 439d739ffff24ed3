import { useState, type DragEvent } from 'react';

type Handler = (event: DragEvent) => void;

interface DropZone {
  readonly isOver: boolean;
  /** For the element that files can be dropped on. */
  readonly handlers: Readonly<Record<'onDragOver' | 'onDragLeave' | 'onDrop', Handler>>;
}

/** Takes files that are dropped; cards, and text that is dragged, are none. */
export function useDropZone(onFiles: (files: readonly File[]) => void): DropZone {
  const [isOver, setIsOver] = useState(false);
  const withFiles = (handle: Handler): Handler => {
    return (event) => {
      if (!event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      handle(event);
    };
  };
  return {
    isOver,
    handlers: {
      onDragOver: withFiles((event) => {
        event.dataTransfer.dropEffect = 'copy';
        setIsOver(true);
      }),
      onDragLeave: withFiles(({ currentTarget, relatedTarget }) => {
        // From one child to the next it is still over it.
        const isWithin = relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
        if (!isWithin) setIsOver(false);
      }),
      onDrop: withFiles(({ dataTransfer }) => {
        setIsOver(false);
        onFiles([...dataTransfer.files]);
      }),
    },
  };
}
