// npm run generate: writes every generated file anew (schema.sql, tables.ts, openapi.json, golden SQL).
import { capture, ensureInstalled, node, pinnedEnvironment } from './ground.mjs';
import { generators, report } from './steps.mjs';

await ensureInstalled();
let failed = 0;
for (const path of generators()) {
  const result = await capture(node, [path], { env: pinnedEnvironment() });
  report(path, result);
  if (result.status === 0) console.log(result.output.trimEnd());
  else failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
