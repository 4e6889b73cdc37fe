import { parentPort, workerData } from 'node:worker_threads';

const { module, name, input } = workerData as { module: string; name: string; input: unknown };
const loaded = (await import(module)) as Readonly<Record<string, (input: unknown) => unknown>>;
const compute = loaded[name];
if (!compute) throw new Error(`${module} has no ${name}`);
parentPort?.postMessage(compute(input));
