import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ChainHead, chainHead } from './chain.ts';
import { job } from './jobs.ts';

const fileName = 'chain-anchors.jsonl';

/**
 * Writes the head of each organisation's chain outside the database once a day: into the log, and into a file to
 * be copied to another machine. Against it, even a cut-off end of the chain shows.
 */
export function anchorChain(dataDir: string) {
  return job({
    name: 'chain.anchor',
    schedule: '5 0 * * *',
    async run(_data, { orgId, transaction, log }) {
      const { head, at } = await transaction(
        async ({ tx, now }) => ({ head: await chainHead(tx, orgId), at: now.toISOString() }),
        'read',
      );
      const anchor = { at, orgId, position: head.position, hash: head.hash.toString('hex') };
      log.info(anchor, 'chain anchored');
      await appendFile(join(dataDir, fileName), `${JSON.stringify(anchor)}\n`, { mode: 0o600 });
    },
  });
}

/** The heads written down so far, by organisation; empty when there is no file. */
export async function readAnchors(dataDir: string): Promise<Map<string, ChainHead[]>> {
  const text = await readFile(join(dataDir, fileName), 'utf8').catch(() => '');
  const anchors = new Map<string, ChainHead[]>();
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const { orgId, position, hash } = JSON.parse(line) as { orgId: string; position: number; hash: string };
    // Position 0 says that there was nothing yet.
    if (position > 0)
      anchors.set(orgId, [...(anchors.get(orgId) ?? []), { position, hash: Buffer.from(hash, 'hex') }]);
  }
  return anchors;
}
