// npm run check: what can be known without a browser or a database server of one's own, in under a minute.
import { ensureInstalled, seconds } from './ground.mjs';
import { report, runSteps, runVitest, staticSteps } from './steps.mjs';

const began = Date.now();
await ensureInstalled();
const [checked, rules] = await Promise.all([
  runSteps(staticSteps(), 1),
  runVitest(['rules'], { quiet: true }),
]);
report(`rule tests: ${rules.count.passed} passed, ${rules.count.failed} failed`, rules);
const failed = checked.failed + rules.count.failed;
console.log(`${failed === 0 ? 'All good' : `${failed} failed`} in ${seconds(began)}.`);
process.exit(failed === 0 ? 0 : 1);
