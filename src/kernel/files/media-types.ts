/** A kind of file that may be kept, and how its first bytes look. */
interface MediaType {
  readonly type: string;
  readonly looks: (head: Buffer) => boolean;
}

const begins =
  (...signatures: readonly (string | readonly number[])[]) =>
  (head: Buffer): boolean =>
    signatures.some((one) => {
      const bytes = typeof one === 'string' ? Buffer.from(one, 'latin1') : Buffer.from(one);
      return head.subarray(0, bytes.length).equals(bytes);
    });

const at =
  (offset: number, ...words: readonly string[]) =>
  (head: Buffer): boolean =>
    words.some((word) => head.subarray(offset, offset + word.length).toString('latin1') === word);

const zipped = begins('PK\u0003\u0004', 'PK\u0005\u0006');
const oldOffice = begins([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const film = at(4, 'ftyp');

/** Text of any encoding in use: without control characters, unless it is marked as UTF-16. */
function isText(head: Buffer): boolean {
  if (begins([0xff, 0xfe], [0xfe, 0xff])(head)) return true;
  return !head.some(
    (byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c,
  );
}

const office = 'application/vnd.openxmlformats-officedocument';

const mediaTypes: Readonly<Record<string, MediaType>> = {
  pdf: { type: 'application/pdf', looks: begins('%PDF-') },
  ofd: { type: 'application/ofd', looks: zipped },
  png: { type: 'image/png', looks: begins([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
  jpg: { type: 'image/jpeg', looks: begins([0xff, 0xd8, 0xff]) },
  jpeg: { type: 'image/jpeg', looks: begins([0xff, 0xd8, 0xff]) },
  gif: { type: 'image/gif', looks: begins('GIF87a', 'GIF89a') },
  webp: { type: 'image/webp', looks: at(8, 'WEBP') },
  heic: { type: 'image/heic', looks: at(4, 'ftypheic', 'ftypheix', 'ftypmif1', 'ftypmsf1') },
  docx: { type: `${office}.wordprocessingml.document`, looks: zipped },
  xlsx: { type: `${office}.spreadsheetml.sheet`, looks: zipped },
  pptx: { type: `${office}.presentationml.presentation`, looks: zipped },
  doc: { type: 'application/msword', looks: oldOffice },
  xls: { type: 'application/vnd.ms-excel', looks: oldOffice },
  ppt: { type: 'application/vnd.ms-powerpoint', looks: oldOffice },
  csv: { type: 'text/csv', looks: isText },
  txt: { type: 'text/plain', looks: isText },
  xml: { type: 'application/xml', looks: isText },
  json: { type: 'application/json', looks: isText },
  eml: { type: 'message/rfc822', looks: isText },
  vcf: { type: 'text/vcard', looks: isText },
  ics: { type: 'text/calendar', looks: isText },
  zip: { type: 'application/zip', looks: zipped },
  rar: { type: 'application/vnd.rar', looks: begins('Rar!') },
  '7z': { type: 'application/x-7z-compressed', looks: begins([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]) },
  mp3: {
    type: 'audio/mpeg',
    looks: (head) => begins('ID3')(head) || (head[0] === 0xff && ((head[1] ?? 0) & 0xe0) === 0xe0),
  },
  wav: { type: 'audio/wav', looks: at(8, 'WAVE') },
  amr: { type: 'audio/amr', looks: begins('#!AMR') },
  ogg: { type: 'audio/ogg', looks: begins('OggS') },
  m4a: { type: 'audio/mp4', looks: film },
  mp4: { type: 'video/mp4', looks: film },
  mov: { type: 'video/quicktime', looks: film },
};

/** So many bytes are enough to tell. */
export const headBytes = 4_096;

/**
 * The media type to keep a file under, by its name and checked against its content; never what the sender says.
 * Refuses kinds that could run (programs, pages, drawings with scripts) and content that is not what the name says.
 */
export function mediaTypeOf(
  name: string,
  head: Buffer,
  declared: string,
): { type: string } | { refused: string } {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const known = Object.hasOwn(mediaTypes, ending) ? mediaTypes[ending] : undefined;
  if (!known) return { refused: 'file_type_not_allowed' };
  if (head.length === 0) return { refused: 'empty_file' };
  const telling = /^image\/|^application\/pdf$/.test(declared);
  if (!known.looks(head) || (telling && declared !== known.type)) return { refused: 'not_what_it_says' };
  return { type: known.type };
}
