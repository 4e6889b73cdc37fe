import type {
  IDependentsForbiddenRuleType,
  IForbiddenRuleType,
  IRegularForbiddenRuleType,
} from 'dependency-cruiser';
import { GROUND, ROOMS, type Room, TEST_FILE, TESTS } from '../allowed-imports.ts';
import { EXCEPTIONS, type Exception } from '../slice-needs.ts';
import { kindPattern, patternOf } from './patterns.ts';

/** A dependency-cruiser rule together with what to tell the person who broke it. */
export interface ArrowRule {
  readonly rule: IForbiddenRuleType;
  readonly why: string;
  readonly mend: string;
}

/** Support for tests, where they are many. */
const TESTING = '^src/(?:kernel|app)/testing/';

/** What the table offers of every slice, downstream ones too: names and shapes, nothing that runs. */
const SHAPES = '/(?:model|fields|contract|events)(?:\\.ts$|/)';

/**
 * Doors of the ground whose slices (automation, web hooks) are still to come. They are law and tested already: the
 * reader of conditions in memory is what the property test holds the SQL against.
 */
const WAITING = '^src/kernel/(?:fetch-out|conditions/(?:evaluate|sentence))\\.ts$';

/** The slices, upstream first. */
type Order = readonly string[];

type Limits =
  | Pick<IRegularForbiddenRuleType, 'from' | 'to'>
  | Pick<IDependentsForbiddenRuleType, 'module' | 'from'>;

function arrow(name: string, rule: Limits, why: string, mend: string): ArrowRule {
  return { rule: { name, severity: 'error', ...rule }, why, mend };
}

/** Everything that a kind may not import: whatever its words in the table do not name. */
function tableRules(room: Room, exceptions: readonly Exception[], slices: Order): ArrowRule[] {
  const rule = (name: string, some: readonly string[], may: readonly string[]) =>
    arrow(
      name,
      {
        from: { path: kindPattern(room.files, some) },
        to: { pathNot: may.map((word) => patternOf(word, slices)), couldNotResolve: false },
      },
      `${room.kind} may import only ${may.join(' · ')}.`,
      room.mend,
    );
  const own = exceptions.filter((exception) => exception.kind === room.kind);
  const exempt = new Set(own.map((exception) => exception.slice));
  const usual = slices.filter((slice) => !exempt.has(slice));
  const name = `table-${room.kind}`;
  return [
    rule(name, usual, room.may),
    ...own.map(({ slice, may }) => rule(`${name}-in-${slice}`, [slice], [...room.may, ...may])),
  ];
}

/** Calls go upstream only: one rule for each slice that has something after it. */
function upstreamRules(slices: Order): ArrowRule[] {
  return slices.slice(0, -1).map((slice, place) => {
    const downstream = slices.slice(place + 1);
    return arrow(
      `upstream-${slice}`,
      {
        from: { path: `^src/${slice}/` },
        to: { path: `^src/(?:${downstream.join('|')})/`, pathNot: SHAPES },
      },
      `In src/app/order.json this slice comes after ${slice}, and calls go upstream only.`,
      'Announce a fact and let the later slice react, or let it register a panel on your page.',
    );
  });
}

function groundRules(slices: Order): ArrowRule[] {
  return GROUND.map((ground) =>
    arrow(
      `ground-${ground.name}`,
      {
        from: { path: ground.from, pathNot: [TEST_FILE, ...(ground.except ? [ground.except] : [])] },
        to: { pathNot: ground.may.map((word) => patternOf(word, slices)), couldNotResolve: false },
      },
      `${ground.name} may import only ${ground.may.join(' · ')}.`,
      ground.mend,
    ),
  );
}

const UNKNOWN_IMPORT = arrow(
  'resolvable',
  { from: {}, to: { couldNotResolve: true } },
  'There is no such file or package.',
  'Correct the path: `#…` is src/…, endings are written out (.ts, .tsx).',
);

const NO_CYCLES = arrow(
  'no-cycles',
  { from: { path: '^(?:src|tools|tests|e2e|bench)/' }, to: { circular: true } },
  'Files that import each other in a circle cannot be understood or tested one by one.',
  'Move what both need into a third file (often model.ts or kernel/values).',
);

const GENERAL: readonly ArrowRule[] = [
  UNKNOWN_IMPORT,
  NO_CYCLES,
  arrow(
    'nobody-imports-app',
    {
      from: { path: '^src/', pathNot: ['^src/app/', TEST_FILE] },
      to: { path: '^src/app/' },
    },
    'src/app composes the whole product; who imports it depends on everything.',
    'Let app pass the thing in, or move it to kernel/.',
  ),
  arrow(
    'product-stands-alone',
    {
      from: { path: '^src/', pathNot: [TEST_FILE, TESTING] },
      to: { path: '^(?:tools|e2e|bench|bin)/' },
    },
    'The product must run without its workshop.',
    'Move what is needed into src/.',
  ),
  arrow(
    'testing-is-for-tests',
    {
      from: { path: '^src/', pathNot: [TEST_FILE, TESTING] },
      to: { path: TESTING },
    },
    'Test support never runs for customers.',
    'Move what production needs out of kernel/testing.',
  ),
  arrow(
    'no-workshop-packages',
    {
      from: { path: '^src/', pathNot: [TEST_FILE, TESTING] },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], couldNotResolve: false },
    },
    'The package is not among the dependencies that a customer installs.',
    'Move it to "dependencies" in package.json, or do without it.',
  ),
  arrow(
    'no-dead-files',
    {
      module: {
        path: '^src/(?!app/)',
        // The gallery is a page of its own, opened by the designer's vite.
        pathNot: [
          TEST_FILE,
          TESTING,
          WAITING,
          '\\.d\\.ts$',
          '^src/ui/gallery/(?:gallery|vite\\.config)\\.tsx?$',
          // Started as a thread, by its address.
          '^src/kernel/aside/thread\\.ts$',
        ],
        numberOfDependentsLessThan: 1,
      },
      from: { pathNot: TEST_FILE },
    },
    'Code that nobody reaches is read, mended and translated for nothing.',
    'Register it (slice.ts, routes.ts, web/slice.tsx …) or delete it.',
  ),
];

/** All rules of the import check, generated from the table and the order of the slices. */
export function arrowRules(slices: Order): readonly ArrowRule[] {
  return [
    ...ROOMS.flatMap((room) => tableRules(room, EXCEPTIONS, slices)),
    arrow(
      'table-test',
      {
        from: { path: `^src/(${slices.join('|')})/.*${TEST_FILE}` },
        to: { pathNot: TESTS.may.map((word) => patternOf(word, slices)), couldNotResolve: false },
      },
      'A test sees its own slice, the kernel and what upstream slices show.',
      TESTS.mend,
    ),
    ...upstreamRules(slices),
    ...groundRules(slices),
    ...GENERAL,
  ];
}
