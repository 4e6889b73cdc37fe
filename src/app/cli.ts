import { parseArgs } from 'node:util';
import { StartProblem } from '#kernel/start-problem.ts';
import { commands } from './cli/commands.ts';

const usage = `npm run cli -- <command>

  migrate                                   bring the database up to date
  seed --demo                               fill an empty database with the demo company
  seed --size S|M                           fill an empty database for measuring
  check [--deep]                            hold all data against every invariant
  user create --email … --name … [--role …] add a person; prints the link that sets the password
  api-key create --email … [--scopes a,b]   prints only the key
  doctor                                    what is set up, and what could be better
`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    demo: { type: 'boolean' },
    deep: { type: 'boolean' },
    size: { type: 'string' },
    email: { type: 'string' },
    name: { type: 'string' },
    role: { type: 'string' },
    scopes: { type: 'string' },
  },
});

const command = commands[positionals.join(' ')];
if (!command) {
  console.error(usage);
  process.exit(2);
}
try {
  process.exitCode = await command(values);
} catch (error) {
  console.error(error instanceof StartProblem ? error.message : error);
  process.exitCode = 1;
}
