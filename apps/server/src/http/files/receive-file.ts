import { uploadFile } from '@talkan/api/files/upload';
import type { Id } from '@talkan/board/model';
import { allowUpload } from '../deadline.js';
import { sendJson, sendProblem } from '../problem.js';
import { discard } from '../body.js';
import type { FileCall } from './files-door.js';

const LONGEST_NAME = 1_000;

/**
 * Takes the body in as a file of this board.
 * @throws what `uploadFile` does
 */
export async function receiveFile({ req, res, services, session }: FileCall, boardId: Id): Promise<void> {
  const name = nameIn(req.url ?? '');
  if (name === null) {
    await discard(req, res);
    sendProblem(res, {
      status: 400,
      message: `Say what the file is called, with at most ${LONGEST_NAME} characters: POST /files/<board>?name=plan.pdf`,
    });
    return;
  }
  const declared = req.headers['content-length'];
  const upload = { boardId, userId: session.user.id, name, source: req };
  const file = await uploadFile(services, {
    ...upload,
    declared: declared === undefined ? null : Number(declared),
    // Only now is it known that they may: until then a body has the time of any other.
    admitted: () => {
      allowUpload(req);
      if (req.headers.expect?.toLowerCase() === '100-continue') res.writeContinue();
    },
  });
  sendJson(res, 201, file);
}

/** The name of the query; null: there is none. */
function nameIn(url: string): string | null {
  const at = url.indexOf('?');
  const name = at === -1 ? null : new URLSearchParams(url.slice(at + 1)).get('name');
  return name === null || name === '' || name.length > LONGEST_NAME ? null : name;
}
