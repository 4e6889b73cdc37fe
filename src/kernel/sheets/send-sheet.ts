import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { mediaTypes, type SheetFormat } from './write-sheet.ts';

/** Answers with a file to be saved; its name may be Chinese (RFC 6266). */
export function sendSheet(
  reply: FastifyReply,
  stream: Readable,
  name: string,
  format: SheetFormat,
): FastifyReply {
  const full = `${name}.${format}`;
  const plain = full.replace(/[^\w.-]+/g, '_');
  return reply
    .header('content-type', mediaTypes[format])
    .header(
      'content-disposition',
      `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(full)}`,
    )
    .header('x-content-type-options', 'nosniff')
    .send(stream);
}
