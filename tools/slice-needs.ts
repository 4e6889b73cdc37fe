/** One slice's need for one thing that its kind of file may not have elsewhere. */
export interface Exception {
  readonly slice: string;
  readonly kind: string;
  readonly may: readonly string[];
  readonly why: string;
}

export const EXCEPTIONS: readonly Exception[] = [
  {
    slice: 'capture',
    kind: 'commands',
    may: [
      'own commands',
      'kernel/http',
      'kernel/mail-box',
      'kernel/proof-of-work',
      'kernel/public-url',
      'kernel/sealing',
      'kernel/secrets',
      'kernel/system-step',
      'kernel/visit',
      'kernel/visit-limits',
      'kernel/web-hooks',
    ],
    why: 'What comes from outside comes before there is an actor: it is admitted, proven or checked by its signature first, and the work is then done for the organisation whose address it was sent to.',
  },
  {
    slice: 'capture',
    kind: 'routes',
    may: ['kernel/visit'],
    why: 'A visitor of a public form is nobody yet.',
  },
  {
    slice: 'capture',
    kind: 'queries',
    may: ['kernel/public-url'],
    why: 'The address of a form and its code for other pages are shown to who made it.',
  },
  {
    slice: 'identity',
    kind: 'commands',
    may: [
      'own commands',
      'own queries',
      'kernel/access-stamp',
      'kernel/db',
      'kernel/mail',
      'kernel/one-time-codes',
      'kernel/public-url',
      'kernel/secrets',
      'kernel/visit',
    ],
    why: 'Signing in is made of steps that several commands share (try, prove, open a session), happens before there is an actor, and counts a failed try although the request is refused: so it opens transactions of its own.',
  },
  {
    slice: 'identity',
    kind: 'queries',
    may: [
      'kernel/custom-field-source',
      'kernel/http',
      'kernel/secrets',
      'kernel/session-cookie',
      'kernel/system-step',
      'npm fastify',
    ],
    why: 'It answers the one question that comes before every other: who is calling, by cookie or by key, and what may he do.',
  },
  {
    slice: 'identity',
    kind: 'routes',
    may: ['kernel/values/', 'kernel/fields', 'kernel/registry', 'kernel/session-cookie', 'kernel/visit'],
    why: 'Signing in and out sets and clears the cookie.',
  },
  {
    slice: 'identity',
    kind: 'demo',
    may: ['kernel/registry', 'kernel/secrets'],
    why: 'The people of the demo company have roles and passwords.',
  },
  {
    slice: 'identity',
    kind: 'public',
    may: ['own demo'],
    why: 'The demo rows of every later slice belong to the people of the demo company.',
  },
  {
    slice: 'duplicates',
    kind: 'store',
    may: ['kernel/files/'],
    why: 'Files hang on records of every slice; a merge takes them along.',
  },
  {
    slice: 'transfer',
    kind: 'commands',
    may: [
      'kernel/db',
      'kernel/files',
      'kernel/http',
      'kernel/list-contract',
      'kernel/lists',
      'kernel/sheets/',
      'kernel/slice',
      'kernel/visit',
      'node *',
    ],
    why: 'A file is a stream of bytes before it is rows: it is received, sniffed and read as it comes, and an export is read page by page, through the list it shows, while it is sent.',
  },
  {
    slice: 'transfer',
    kind: 'queries',
    may: ['kernel/importing'],
    why: 'It shows which objects can be imported, as their slices registered them.',
  },
  {
    slice: 'transfer',
    kind: 'store',
    may: ['kernel/conditions/', 'kernel/http', 'kernel/importing', 'kernel/outbox'],
    why: 'It judges and writes whole batches for whatever object the file holds, through what that slice registered; an export keeps the condition it was asked with, and a download reads in many short transactions.',
  },
  {
    slice: 'recycling',
    kind: 'store',
    may: ['kernel/conditions/'],
    why: 'Which rule fits which of half a million leads is one statement: the conditions of the rules become part of it.',
  },
  {
    slice: 'recycling',
    kind: 'commands',
    may: ['kernel/mail', 'kernel/public-url'],
    why: 'The digest of what is about to go reaches by mail who wants it there.',
  },
  {
    slice: 'analytics',
    kind: 'model',
    may: ['kernel/conditions/'],
    why: 'A figure is named together with the condition of its rows.',
  },
  {
    slice: 'audit',
    kind: 'commands',
    may: ['kernel/chain'],
    why: 'The chain is verified every night, and its auditors hear of it.',
  },
  {
    slice: 'audit',
    kind: 'queries',
    may: ['kernel/chain'],
    why: 'The chain is verified by whom it is for.',
  },
  {
    slice: 'customfields',
    kind: 'commands',
    may: ['kernel/access-stamp', 'kernel/custom-values'],
    why: 'A new field must be known to everybody with the next request, and its values live in tables of every slice.',
  },
  {
    slice: 'search',
    kind: 'store',
    may: ['kernel/lists/'],
    why: 'It reads records of every slice by the expressions of their catalogue.',
  },
  {
    slice: 'search',
    kind: 'checks',
    may: ['own store', 'kernel/lists/'],
    why: 'The check holds documents against the very expressions they are made by.',
  },
  {
    slice: 'scoring',
    kind: 'model',
    may: ['kernel/conditions/'],
    why: 'A class rule is a class together with the condition of its leads.',
  },
  {
    slice: 'scoring',
    kind: 'store',
    may: ['kernel/conditions/'],
    why: 'Half a million leads are held against the rules where they lie: the conditions become part of the statement that reads them.',
  },
  {
    slice: 'scoring',
    kind: 'commands',
    may: ['kernel/aside'],
    why: 'Learning the model takes longer than a request may wait: it is computed on a thread of its own.',
  },
];
