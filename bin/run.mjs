// Runs one of our TypeScript programs under the pinned Node: npm run cli, bench, shots.
import { become, ensureInstalled } from './ground.mjs';

await ensureInstalled();
become(process.argv.slice(2));
