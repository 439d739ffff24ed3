import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { AttachmentList } from './attachment-list';
import type { ShownAttachment } from './attachment-row';
import { usePastedFiles } from './pasted';
import { useUploads, type ShownUpload } from './use-uploads';

const nothing = () => {};
const handlers = { onAdd: nothing, onRemove: nothing, onRetry: nothing, onCancel: nothing };
const photo: ShownAttachment = {
  id: 'f1',
  name: 'photo.png',
  size: 2048,
  type: 'image/png',
  width: 10,
  height: 10,
  addedAt: '2026-11-24T14:02:00.000Z',
};
const page = { ...photo, id: 'f2', name: '<b>page</b>.html', type: 'text/plain', width: null, height: null };

interface Shown {
  readonly attachments?: readonly ShownAttachment[];
  readonly uploads?: readonly ShownUpload[];
  readonly canEdit?: boolean;
}
const draw = ({ attachments = [], uploads = [], canEdit = true }: Shown) =>
  renderToStaticMarkup(
    <AttachmentList
      picker={{ current: null }}
      boardId="board-1"
      attachments={attachments}
      uploads={uploads}
      canEdit={canEdit}
      {...handlers}
    />,
  );

/** As a card has it. */
function Card() {
  const { uploads, add, retry, cancel } = useUploads('board-1', nothing);
  const onPaste = usePastedFiles(add);
  const ways = { onAdd: add, onRemove: nothing, onRetry: retry, onCancel: cancel };
  return (
    <div onPaste={onPaste}>
      <AttachmentList
        picker={{ current: null }}
        boardId="board-1"
        attachments={[photo]}
        uploads={uploads}
        canEdit
        {...ways}
      />
    </div>
  );
}

describe('the list of files', () => {
  it('begins with nothing on its way', () => {
    const html = renderToStaticMarkup(<Card />);
    expect(html).toContain('photo.png');
    expect(html).not.toContain('progress');
  });

  it('is not there where there is nothing, and nothing can be added', () => {
    expect(draw({ canEdit: false })).toBe('');
    expect(draw({})).toContain('Attach files');
  });

  it('opens pictures in a tab of their own, and downloads all else', () => {
    const html = draw({ attachments: [photo, page] });
    expect(html).toContain('src="/files/board-1/f1/thumbnail"');
    expect(html).toContain('href="/files/board-1/f1/photo.png" target="_blank" rel="noopener"');
    expect(html).not.toContain('/files/board-1/f2/thumbnail');
    expect(html).toContain('download="&lt;b&gt;page&lt;/b&gt;.html"');
    expect(html).toContain('2 KB');
  });

  it('lets those who may only look download and nothing else', () => {
    const html = draw({ attachments: [photo], canEdit: false });
    expect(html).toContain('Download photo.png');
    expect(html).not.toMatch(/Remove|Attach/);
  });

  it('says how far an upload is, or what is in its way', () => {
    const file = new File(['1234'], 'plan.pdf');
    const failed = { message: 'The file is too large: at most 25 MB can be uploaded.', canRetry: false };
    const uploads = [
      { id: 1, file, part: 0.42, problem: null },
      { id: 2, file, part: 0, problem: failed },
      { id: 3, file, part: 0, problem: { message: 'Talkan cannot be reached.', canRetry: true } },
    ];
    const html = draw({ uploads });
    expect(html).toContain('42 % of 4 bytes');
    expect(html).toContain('Cancel uploading plan.pdf');
    expect(html).toContain(failed.message);
    expect(html.match(/Try to upload plan\.pdf again/g)).toHaveLength(2);
  });
});
