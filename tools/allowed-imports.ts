/**
 * Who may import whom. This one table is the configuration of check-arrows (dependency-cruiser)
 * and of check-rooms (which files a slice may hold at all). Needs of single slices stand in slice-needs.ts. To allow
 * a new arrow, add a word here and the reason beside it; ARCHITECTURE.md tells how such a change is decided.
 *
 * The words of `may`:
 * - `kernel/x`: that file of the technical ground and the folder of the same name; `kernel/x/`: the folder alone; `ui`;
 * - `own x`: the file or folder of the same slice (`own *` is the whole slice, `own x-*` every file that begins so);
 * - `any x`: that file of every slice, upstream or downstream;
 * - `up x`: that file of an upstream slice only, in the order of src/app/order.json;
 * - `npm x`: a package; `npm *`: every package; `node x`: a module of Node; `node *`: all of them.
 */
export interface Room {
  readonly kind: string;
  /** Regular expression of the paths inside a slice. */
  readonly files: string;
  readonly may: readonly string[];
  /** What somebody who drew a forbidden arrow should do instead. */
  readonly mend: string;
}

const NAME = '[a-z0-9-]+';
/** The parts of the kernel that browser and server share. */
const SHARED_GROUND = [
  'kernel/contract',
  'kernel/list-contract',
  'kernel/bulk-contract',
  'kernel/field-schemas',
  'kernel/fields',
  'kernel/lists-filter-url',
  'kernel/http/refusal-words',
];
/** The field catalogue is plain data and types, as harmless as a value. */
const VALUES = ['kernel/values/', 'kernel/fields'];
/** Who acts, when, and in which transaction; what the contract promised. */
const STEP = ['kernel/command', 'kernel/access', 'kernel/contract'];
/** What this product consists of: its objects, lists and permissions. Asked, never changed. */
const PRODUCT = ['kernel/registry'];
/** One record of any declared object: who sees it, its values, what changed. */
const RECORDS = ['kernel/records', 'kernel/read-row', 'kernel/changes'];
/** What a screen is made of. The grid and the charts are heavy: they are wrapped and loaded lazily in `ui`. */
const SCREEN_PACKAGES = ['npm react', 'npm antd', 'npm @tanstack/*', 'npm lucide-react', 'npm dayjs'];

export const ROOMS: readonly Room[] = [
  {
    kind: 'model',
    files: 'model\\.ts',
    may: [...VALUES, 'any model'],
    mend: 'A model only names nouns and closed lists; move behaviour to rules/.',
  },
  {
    kind: 'fields',
    // Over 300 lines a catalogue is split by topic: fields/place.ts and so on; fields.ts puts it together.
    files: `fields(?:\\.ts|/${NAME}\\.ts)`,
    may: [...VALUES, 'any model', 'own fields'],
    mend: 'A field list is data; what has to be computed belongs to rules/ or queries.ts.',
  },
  {
    kind: 'rules',
    files: `rules/${NAME}\\.ts`,
    may: [...VALUES, 'kernel/conditions/', 'any model', 'own rules', 'own fields'],
    mend: 'A rule decides on plain values: let the command load them and pass them in.',
  },
  {
    kind: 'contract',
    files: `contract(?:\\.ts|/${NAME}\\.ts)`,
    // field-schemas turns the catalogue into zod shapes, so that no field is described twice.
    may: [
      ...SHARED_GROUND,
      'kernel/values/',
      'kernel/conditions/',
      'any model',
      'own contract',
      'own fields',
      'npm zod',
    ],
    mend: 'The contract is read by the browser: shapes and words only.',
  },
  {
    kind: 'events',
    files: 'events\\.ts',
    // fact() gives the name its type; the announcing itself is done by commands.
    may: [...VALUES, 'kernel/outbox', 'any model'],
    mend: 'A fact is a name and plain values.',
  },
  {
    kind: 'store',
    files: `store(?:\\.ts|/${NAME}\\.ts)`,
    may: [
      ...VALUES,
      ...STEP,
      ...PRODUCT,
      ...RECORDS,
      'kernel/db',
      'any model',
      'own fields',
      'own store',
      // The table of states is asked in SQL as well: which of them are open.
      'own rules',
      'up public',
      'npm kysely',
    ],
    mend: 'The store speaks SQL for deciding and nothing else.',
  },
  {
    kind: 'queries',
    files: `queries(?:\\.ts|/${NAME}\\.ts)`,
    may: [
      ...VALUES,
      ...STEP,
      ...PRODUCT,
      ...RECORDS,
      'kernel/db',
      'kernel/lists',
      'kernel/list-contract',
      'kernel/conditions/',
      'any model',
      'own contract',
      'own fields',
      // Which states are open, what may be done next: a rule answers for the screen as it does for a command.
      'own rules',
      'own queries',
      // What a command loads to decide by may be shown as well, rather than asked for in two ways.
      'own store',
      'up public',
      'npm kysely',
    ],
    mend: 'A query shows; deciding is for commands/ and rules/.',
  },
  {
    kind: 'commands',
    files: `commands/${NAME}\\.ts`,
    may: [
      ...VALUES,
      ...STEP,
      ...PRODUCT,
      ...RECORDS,
      'kernel/outbox',
      'kernel/jobs',
      'kernel/bulk',
      // An import brings the same change for a thousand records: found, judged and written together.
      'kernel/importing',
      'kernel/changes-many',
      // Before a record comes in, later slices may say that it is here already.
      'kernel/arrivals',
      'any model',
      'own contract',
      'own events',
      'own fields',
      'own rules',
      'own store',
      'up public',
    ],
    mend: 'Lock, load, decide, save, announce: SQL goes to store.ts, a choice to rules/, other slices by public.ts. Commands never call commands.',
  },
  {
    kind: 'routes',
    files: 'routes\\.ts',
    may: ['kernel/http', 'kernel/lists', 'kernel/bulk', 'own contract', 'own commands', 'own queries'],
    mend: 'A route only binds a contract to a command or a query.',
  },
  {
    kind: 'jobs',
    files: 'jobs\\.ts',
    may: [...VALUES, 'kernel/jobs', 'kernel/log', 'any model', 'own commands', 'own queries'],
    mend: 'A job wakes up and calls a command.',
  },
  {
    kind: 'reactions',
    files: 'reactions\\.ts',
    may: [...VALUES, 'kernel/outbox', 'kernel/jobs', 'any events', 'any model', 'own commands'],
    mend: 'A reaction hears a fact and calls a command of its own slice.',
  },
  {
    // What must always be true of the slice's rows: read on live data by `npm run cli -- check`.
    kind: 'checks',
    files: 'checks\\.ts',
    may: [...VALUES, 'kernel/checks', 'kernel/db', 'any model', 'own rules', 'npm kysely'],
    mend: 'A check reads rows and counts what must not be there; it mends nothing.',
  },
  {
    kind: 'public',
    files: 'public\\.ts',
    may: [...VALUES, 'any model', 'own commands', 'own queries'],
    mend: 'The front door shows commands and queries of its own slice, nothing else.',
  },
  {
    kind: 'slice',
    files: 'slice\\.ts',
    may: [
      'kernel/slice',
      'own contract',
      'own fields',
      'own events',
      'own routes',
      'own jobs',
      'own reactions',
      // The sources of its lists, which export, search and saved views use as well.
      'own queries',
      // How files are imported into its objects, which transfer does for all slices.
      'own commands/import-*',
      'own checks',
      'own demo',
    ],
    mend: 'The manifest lists what the slice has; it does nothing.',
  },
  {
    kind: 'demo',
    files: `demo(?:\\.ts|/${NAME}\\.ts)`,
    // Demo rows are made through the same doors as real ones, so that they are never impossible rows.
    may: [
      ...VALUES,
      ...STEP,
      'kernel/demo',
      'kernel/outbox',
      'any model',
      'own *',
      'up public',
      'npm kysely',
    ],
    mend: 'Demo rows come from the own slice and from the public door of upstream slices.',
  },
  {
    kind: 'web',
    files: `web/(?:slice\\.tsx|public\\.tsx|words(?:\\.en|\\.zh)?\\.ts|(?:screens|parts)/[a-z0-9/-]+\\.tsx?)`,
    may: [
      ...VALUES,
      'kernel/conditions/',
      'kernel/web/',
      'kernel/contract',
      // A number links to the list of exactly its rows.
      'kernel/lists-filter-url',
      'ui',
      'any contract',
      'any model',
      'any fields',
      'own rules',
      'own web',
      'up web/public',
      ...SCREEN_PACKAGES,
    ],
    mend: 'A screen talks to the server by a contract and is built from ui/.',
  },
];

/** Files of a slice that are not code, and the tests beside the code. */
export const OTHER_FILES: readonly string[] = ['README\\.md', '.*\\.golden\\.sql'];
export const TEST_FILE = '\\.test\\.tsx?$';

/** A test may look at everything a slice can see; never at a downstream slice. */
export const TESTS: Pick<Room, 'may' | 'mend'> = {
  may: [
    'kernel/*',
    'ui',
    'own *',
    'any model',
    'any fields',
    'any contract',
    'any events',
    'up public',
    'up web/public',
    // A company with people, roles and all slices, in which a command is tried as a user would.
    'app/testing/',
    'npm *',
    'node *',
  ],
  mend: 'A journey over several slices belongs to e2e/ or src/app/.',
};

/** The ground below the slices. */
export interface Ground {
  readonly name: string;
  readonly from: string;
  readonly except?: string;
  readonly may: readonly string[];
  readonly mend: string;
}

export const GROUND: readonly Ground[] = [
  {
    name: 'kernel',
    from: '^src/kernel/',
    except:
      '^src/kernel/(?:(?:web|values|conditions|testing)/|(?:[a-z-]*contract|field-schemas|fields|lists-filter-url|http/refusal-words)\\.ts)',
    // db/ holds what is known of the tables: their types, and which of them are not spread over organisations.
    may: ['kernel/*', 'db/*', 'npm *', 'node *'],
    mend: 'The kernel knows no business word: let the slice register itself instead.',
  },
  {
    // Contracts, field lists and models are read by the browser too, and so is everything they stand on.
    name: 'kernel-shared',
    from: '^src/kernel/(?:[a-z-]*contract|field-schemas|fields|lists-filter-url|http/refusal-words)\\.ts$',
    may: ['kernel/values/', 'kernel/conditions/', ...SHARED_GROUND, 'npm zod'],
    mend: 'No database, no file, no Node here: move the server half into a file of its own.',
  },
  {
    name: 'kernel-values',
    from: '^src/kernel/(?:values|conditions)/',
    may: ['kernel/values/', 'kernel/conditions/', 'kernel/fields', 'npm *'],
    mend: 'Values and conditions run in the browser as well: no database, no file, no clock of the server.',
  },
  {
    name: 'kernel-web',
    from: '^src/kernel/web/',
    may: ['kernel/values/', 'kernel/conditions/', ...SHARED_GROUND, 'kernel/web/', 'ui', 'npm *'],
    mend: 'This runs in the browser: reach the server by a contract.',
  },
  {
    name: 'kernel-testing',
    from: '^src/kernel/testing/',
    may: ['kernel/*', 'db/*', 'npm *', 'node *'],
    mend: 'Test support serves every slice and knows none.',
  },
  {
    name: 'ui',
    from: '^src/ui/',
    may: [...VALUES, 'ui', 'npm *'],
    mend: 'The design system gets everything it shows as properties.',
  },
];
