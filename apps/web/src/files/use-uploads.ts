import type { Id, UploadedFile } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { useEffect, useRef, useState } from 'react';
import { announce } from '../ui/announce';
import { uploadFile } from './upload';
import type { UploadProblem } from './upload-answer';

/** A file on its way. */
export interface ShownUpload {
  readonly id: number;
  readonly file: File;
  /** From 0 to 1. */
  readonly part: number;
  /** Null: it is under way, or waits for its turn. */
  readonly problem: UploadProblem | null;
}

interface Uploads {
  readonly uploads: readonly ShownUpload[];
  readonly add: (files: readonly File[]) => void;
  readonly retry: (id: number) => void;
  /** Cancels it, or puts away one that has failed. */
  readonly cancel: (id: number) => void;
}

let last = 0;

/** Uploads files to a board and tells of each that has arrived. What is still under way when the component goes is cancelled. */
export function useUploads(boardId: Id, onUploaded: (file: UploadedFile) => void): Uploads {
  const [uploads, setUploads] = useState<readonly ShownUpload[]>([]);
  const running = useRef(new Map<number, AbortController>());
  const told = useRef(onUploaded);
  useEffect(() => {
    told.current = onUploaded;
  });
  useEffect(() => {
    const { current } = running;
    return () => {
      for (const controller of current.values()) controller.abort();
    };
  }, []);

  const change = (id: number, fields: Partial<ShownUpload>) =>
    setUploads((all) => all.map((upload) => (upload.id === id ? { ...upload, ...fields } : upload)));
  const remove = (id: number) => setUploads((all) => all.filter((upload) => upload.id !== id));

  async function run(id: number, file: File): Promise<void> {
    const controller = new AbortController();
    running.current.set(id, controller);
    try {
      const { signal } = controller;
      const answer = await uploadFile(boardId, file, { signal, onProgress: (part) => change(id, { part }) });
      if (answer.ok) {
        remove(id);
        announce(t`${file.name} is uploaded.`);
        told.current(answer.file);
      } else {
        change(id, { problem: answer.problem, part: 0 });
        announce(`${file.name}: ${answer.problem.message}`);
      }
    } catch (error) {
      if (!controller.signal.aborted) throw error;
    } finally {
      running.current.delete(id);
    }
  }

  return {
    uploads,
    add(files) {
      const added = files.map((file): ShownUpload => ({ id: (last += 1), file, part: 0, problem: null }));
      setUploads((all) => [...all, ...added]);
      for (const { id, file } of added) void run(id, file);
    },
    retry(id) {
      const upload = uploads.find((each) => each.id === id);
      if (!upload?.problem) return;
      change(id, { problem: null, part: 0 });
      void run(id, upload.file);
    },
    cancel(id) {
      running.current.get(id)?.abort();
      remove(id);
    },
  };
}
